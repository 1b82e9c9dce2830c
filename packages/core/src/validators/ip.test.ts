import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipv4Kind, ipv6Kind } from './ip.js';

describe('ipv4Kind', () => {
  it.each([
    ['8.8.4.4', 'public'],
    ['93.184.216.34', 'public'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.1', 'private'],
    ['172.32.0.1', 'public'],
    ['192.168.1.1', 'private'],
    ['100.64.0.9', 'private'],
    ['169.254.1.1', 'private'],
    ['203.0.113.7', 'private'],
    ['127.0.0.1', 'reserved'],
    ['0.0.0.0', 'reserved'],
    ['224.0.0.1', 'reserved'],
    ['255.255.255.0', 'reserved'],
    ['256.1.1.1', null],
    ['1.2.3', null],
    ['01.2.3.4', null],
  ])('%s is %s', (address, kind) => {
    expect(ipv4Kind(address)).toBe(kind);
  });

  it('agrees with the platform on what is an address', () => {
    const part = fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '00', '1a'));
    fc.assert(
      fc.property(fc.array(part, { minLength: 3, maxLength: 5 }), (parts) => {
        const text = parts.join('.');
        expect(ipv4Kind(text) !== null).toBe(isIPv4(text));
      }),
    );
  });
});

describe('ipv6Kind', () => {
  it.each([
    ['2a00:1450:4001:81b::200e', 'public'],
    ['2600:1700:3ab0:11:c5:9d1f:77ab:e02c', 'public'],
    ['fe80::1', 'private'],
    ['fd12:3456::1', 'private'],
    ['2001:db8::8a2e:370:7334', 'private'],
    ['::1', 'reserved'],
    ['ff02::1', 'reserved'],
    ['1:2:3:4:5:6:7', null],
    ['1::2::3', null],
    ['12345::1', null],
  ])('%s is %s', (address, kind) => {
    expect(ipv6Kind(address)).toBe(kind);
  });

  it('agrees with the platform on what is an address', () => {
    const group = fc.oneof(
      fc.integer({ min: 0, max: 0x1ffff }).map((n) => n.toString(16)),
      fc.constantFrom('', 'g'),
    );
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 9 }), (groups) => {
        const text = groups.join(':');
        expect(ipv6Kind(text) !== null).toBe(isIPv6(text));
      }),
      { numRuns: 1000 },
    );
  });
});
