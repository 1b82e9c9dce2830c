import type { ExamplesFor } from '../../rule.js';
import type { networkRules } from './network.js';

export const networkExamples = {
  'pii/ipv4': {
    match: [
      'The login came from 93.184.216.34 at night.',
      'client_ip=145.98.203.17',
      'Blocked address 62.113.40.209 after five tries.',
    ],
    noMatch: [
      'Upgrade to version 10.22.31.41 of the driver.',
      'The server listens on 127.0.0.1 and 192.168.10.21.',
      'See section 12.13.14.15 of the standard.',
      'The mask is 255.255.255.0 and the total 300.400.500.600.',
      'Ship release v1.2.3.4 tomorrow.',
    ],
  },
  'pii/ipv4-private': {
    match: ['The printer is at 192.168.10.21.', 'ssh admin@10.20.30.40', 'The manual uses 203.0.113.57 as an example.'],
    noMatch: ['Listen on 127.0.0.100 only.', 'The visitor had 93.184.216.34.', 'Driver version 10.20.30.40 is out.'],
  },
  'pii/ipv6': {
    match: [
      'Traffic from 2a00:1450:4001:81b::200e was dropped.',
      'Her address is 2600:1700:3ab0:11:c5:9d1f:77ab:e02c now.',
      '[2a02:908:1371::4c1]:443',
    ],
    noMatch: [
      'The docs show 2001:db8:85a3::8a2e:370:7334 everywhere.',
      'std::vector<int> at 12:30:45',
      'link-local fe80::1ff:fe23:4567:890a on eth0',
      'aa:bb:cc:dd:ee:01 joined the network',
    ],
  },
  'pii/ipv6-private': {
    match: [
      'link-local fe80::1ff:fe23:4567:890a on eth0',
      'The docs show 2001:db8:85a3::8a2e:370:7334.',
      'fd12:3456:789a:1::20 is the NAS',
    ],
    noMatch: [
      'Traffic from 2a00:1450:4001:81b::200e was dropped.',
      'The race took 01:02:03 and 45:06.',
      'a::b::1234 is no address',
    ],
  },
  'pii/mac-address': {
    match: [
      'The laptop with MAC 3c:22:fb:4a:91:0e gets a fixed lease.',
      'Device 00-1B-63-84-45-E6 asked for an address.',
      'wlan0 HWaddr A4:5E:60:C2:19:7D',
    ],
    noMatch: [
      'SHA1 fingerprint 3c:22:fb:4a:91:0e:11:aa:bc:de:02:33:44:55:66:77:88:99:a0:b1',
      'Backup of 10-12-20-23-59-59 finished.',
      'Broadcast goes to ff:ff:ff:ff:ff:ff.',
      'id 3c22fb4a-910e-4b1d-9f00-0123456789ab',
    ],
  },
  'pii/mac-address-cisco': {
    match: [
      'show mac address-table: 001b.6384.45e6 on Gi0/1',
      'ARP entry 10.0.0.7 a45e.60c2.197d',
      'VLAN 20 learned 3c22.fb4a.910e',
    ],
    noMatch: [
      'The hash is 001b.6384.45e6.77aa and nothing else.',
      'mac users: 1234.5678',
      'Add 1000.2000.3000 to the sheet.',
    ],
  },
  'pii/imei': {
    match: ['IMEI: 358523198639212', 'My phone was stolen, its imei is 35-919592-334271-6.', 'imei1=351938594975134'],
    noMatch: ['IMEI numbers have 15 digits.', 'Serial 358523198639212 is not registered.', 'imei 358523198639213'],
  },
} satisfies ExamplesFor<ReturnType<typeof networkRules>>;
