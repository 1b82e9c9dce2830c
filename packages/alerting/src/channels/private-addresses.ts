import { BlockList, isIP } from 'node:net';

// Not for the public internet: https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry.
const IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
// Among them ranges that lead to IPv4 addresses through a gateway: NAT64, 6to4, Teredo, IPv4-compatible.
const IPV6 = [
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

let list: BlockList | undefined;

/** Whether an IP address leads to this machine or its own networks, cloud metadata services among them. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  list ??= blockList();
  // An IPv6 address that maps an IPv4 one is checked against the IPv4 ranges too.
  return list.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

function blockList(): BlockList {
  const blocked = new BlockList();
  for (const [ranges, family] of [[IPV4, 'ipv4'] as const, [IPV6, 'ipv6'] as const]) {
    for (const range of ranges) {
      const [network = '', prefix] = range.split('/');
      blocked.addSubnet(network, Number(prefix), family);
    }
  }
  return blocked;
}
