import { decodeBase58, decodeBase58Check, RIPPLE_ALPHABET } from './base58.js';
import { decodeBech32 } from './bech32.js';
import { keccak256 } from './keccak256.js';

/** Bitcoin, legacy: version 0 (pay to key hash, `1…`) or 5 (pay to script hash, `3…`) before a hash of 20 bytes. */
export function isBitcoinLegacyAddress(text: string): boolean {
  const payload = decodeBase58Check(text);
  return payload?.length === 21 && (payload[0] === 0 || payload[0] === 5);
}

// First byte of the address payload. Sources: chainparams.cpp of each coin; developers.tron.network.
const ALTCOIN_VERSIONS = new Set([
  0x30,
  0x32, // Litecoin L, M
  0x1e,
  0x16, // Dogecoin D, 9 or A
  0x4c,
  0x10, // Dash X, 7
  0x41, // Tron T
]);
// Zcash prefixes its transparent addresses with two bytes: 0x1cb8 (t1), 0x1cbd (t3).
const ZCASH = 0x1c;

/** An address of Litecoin, Dogecoin, Dash, Tron or Zcash, which share Bitcoin's encoding. */
export function isAltcoinAddress(text: string): boolean {
  const payload = decodeBase58Check(text);
  if (payload?.length === 22) return payload[0] === ZCASH && (payload[1] === 0xb8 || payload[1] === 0xbd);
  return payload?.length === 21 && ALTCOIN_VERSIONS.has(payload[0] as number);
}

/** XRP Ledger, classic address: type 0 before an account of 20 bytes. */
export function isRippleAddress(text: string): boolean {
  const payload = decodeBase58Check(text, RIPPLE_ALPHABET);
  return payload?.length === 21 && payload[0] === 0;
}

// Program lengths in five-bit values: 20 bytes are 32, 32 bytes 52.
const WITNESS_LENGTHS = new Set([32, 52]);

/** Segregated witness (`bc1…`, `ltc1…`): version 0 in bech32, later ones in bech32m. */
export function isSegwitAddress(text: string): boolean {
  const decoded = decodeBech32(text);
  if (decoded === null || (decoded.prefix !== 'bc' && decoded.prefix !== 'ltc')) return false;
  const [version = 99, ...program] = decoded.values;
  if (version > 16 || (decoded.encoding === 'bech32') !== (version === 0)) return false;
  return version > 0 ? program.length >= 4 && program.length <= 64 : WITNESS_LENGTHS.has(program.length);
}

/** Any text with a right bech32 checksum, such as a Cardano or Cosmos address. */
export function isBech32(text: string): boolean {
  return decodeBech32(text) !== null;
}

/** EIP-55: the case of each letter of `0x` and 40 hexadecimal digits is a bit of the hash of the lower-case digits. */
export function hasEthereumChecksum(text: string): boolean {
  const address = text.slice(2);
  const lower = address.toLowerCase();
  const hash = keccak256(Uint8Array.from(lower, (character) => character.charCodeAt(0)));
  for (let i = 0; i < lower.length; i++) {
    const nibble = ((hash[i >> 1] as number) >> (i % 2 === 0 ? 4 : 0)) & 15;
    const expected = nibble > 7 ? (lower[i] as string).toUpperCase() : lower[i];
    if (address[i] !== expected) return false;
  }
  return address.length === 40;
}

// Monero codes 8 bytes as 11 characters; a last block of 5 bytes takes 7.
const MONERO_BLOCK = 11;
const MONERO_LENGTHS: Readonly<Record<number, number>> = { 95: 69, 106: 77 };
const MONERO_NETWORKS = new Set([18, 19, 42]);

/** Monero: standard address, subaddress (95 characters) or integrated address (106), with its Keccak checksum. */
export function isMoneroAddress(text: string): boolean {
  const size = MONERO_LENGTHS[text.length];
  if (size === undefined) return false;
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += MONERO_BLOCK) {
    const block = decodeBase58(text.slice(i, i + MONERO_BLOCK));
    const length = Math.min(8, size - bytes.length);
    if (block === null) return false;
    // A block is a number of fixed width: leading zeros of the text say nothing about its bytes.
    const significant = block.subarray(block.findIndex((byte) => byte !== 0) >>> 0);
    if (significant.length > length) return false;
    bytes.push(...new Array<number>(length - significant.length).fill(0), ...significant);
  }
  const hash = keccak256(Uint8Array.from(bytes.slice(0, -4)));
  return MONERO_NETWORKS.has(bytes[0] as number) && bytes.slice(-4).every((byte, i) => byte === hash[i]);
}

/** Solana: 32 bytes in Base58 and no checksum, so only the length can be judged. */
export function isSolanaAddress(text: string): boolean {
  return decodeBase58(text)?.length === 32;
}
