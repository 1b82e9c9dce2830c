import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasEthereumChecksum,
  isAltcoinAddress,
  isBech32,
  isBitcoinLegacyAddress,
  isMoneroAddress,
  isRippleAddress,
  isSegwitAddress,
  isSolanaAddress,
} from './crypto-address.js';

// Of the first block, of BIPs and EIPs, and of made-up keys.
const VALID: readonly (readonly [name: string, check: (text: string) => boolean, address: string])[] = [
  ['Bitcoin, key hash', isBitcoinLegacyAddress, '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
  ['Bitcoin, script hash', isBitcoinLegacyAddress, '37Nu4B3eDqqWnu5rGscCWp6ikSJq8EnTAi'],
  ['Litecoin', isAltcoinAddress, 'LMLp8y65fAfQC7zEMriyQAXiwbq37uhZmr'],
  ['Dogecoin', isAltcoinAddress, 'DCZqMrTwBjcMdeKPM39Q42A34V8Xta4a4y'],
  ['Dash', isAltcoinAddress, 'XhZjPB8jXKjnvj1ZGhjJFfgY3ZUES25kU6'],
  ['Tron', isAltcoinAddress, 'TVCgvsbN9RdJmtLp5pULd1SxtsK6BGYRkY'],
  ['Zcash', isAltcoinAddress, 't1PHZW8T7UuiJ8waQVPPMAwLrsWTMHFRyjC'],
  ['XRP', isRippleAddress, 'revFdL45cbpj64ZzpmeWV78F4mEUPwhXB'],
  ['witness version 0', isSegwitAddress, 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  ['witness version 1', isSegwitAddress, 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'],
  ['Litecoin, witness', isSegwitAddress, 'ltc1qfsh79vn6pg0kaytjeq8w4ur23clxd5mzlun90q'],
  ['Cosmos', isBech32, 'cosmos1d5mzfsh79vn6pg0kaytjeq8w4ur23clxlnqf5n'],
  ['Ethereum', hasEthereumChecksum, '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  ['Ethereum, another', hasEthereumChecksum, '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'],
  [
    'Monero',
    isMoneroAddress,
    '41jykJDP7rpbcN9r5dSXVaXafFTo7GLJ4TYvA6XHLiUGPXB4EUpsSG8KVRxNKrMKC4FTgrWArMCqeBRwke1rMRyA5NYiDTt',
  ],
];

describe.each(VALID)('%s', (_, check, address) => {
  it('is accepted', () => {
    expect(check(address)).toBe(true);
  });

  it('is not when a character is changed', () => {
    const other = fc.constantFrom(...'23456789acdefghjkmnpqrstuvwxyz');
    fc.assert(
      fc.property(fc.integer({ min: 2, max: address.length - 1 }), other, (at, character) => {
        // A digit of an Ethereum address carries no case and so no checksum bit of its own, but changes the hash of
        // all.
        fc.pre(address[at]?.toLowerCase() !== character);
        expect(check(address.slice(0, at) + character + address.slice(at + 1))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the kinds of address', () => {
  it('keep to their own version bytes', () => {
    expect(isBitcoinLegacyAddress('LMLp8y65fAfQC7zEMriyQAXiwbq37uhZmr')).toBe(false);
    expect(isAltcoinAddress('1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa')).toBe(false);
    expect(isSegwitAddress('cosmos1d5mzfsh79vn6pg0kaytjeq8w4ur23clxlnqf5n')).toBe(false);
  });

  it('want bech32m from witness version 1 on', () => {
    expect(isSegwitAddress('bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4')).toBe(false);
  });

  it('know the length of a Solana key', () => {
    expect(isSolanaAddress('7hnVzeHPdcuedC3MJ2oYQ1BpyquNzLp9qzjAYCQEuMws')).toBe(true);
    expect(isSolanaAddress('7hnVzeHPdcuedC3MJ2oYQ1BpyquNzLp9qzjAYCQEuM')).toBe(false);
  });
});
