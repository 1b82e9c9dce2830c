import { describe, expect, it } from 'vitest';
import { keccak256 } from './keccak256.js';

const hash = (text: string) => Buffer.from(keccak256(new TextEncoder().encode(text))).toString('hex');

describe('keccak256', () => {
  // The first two are known to every Ethereum programmer: the hash of empty code, and a transfer's event topic.
  it.each([
    ['', 'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470'],
    ['Transfer(address,address,uint256)', 'ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef'],
    ['The quick brown fox jumps over the lazy dog', '4d741b6f1eb29cb2a9b9911c82f56fa8d73b04959d3d9d222895df6c0b28aa15'],
  ])('hashes %j', (text, expected) => {
    expect(hash(text)).toBe(expected);
  });

  it('pads at the borders of a block of 136 bytes', () => {
    const hashes = [134, 135, 136, 137, 271, 272].map((length) => hash('a'.repeat(length)));
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hash('a'.repeat(135))).toBe('34367dc248bbd832f4e3e69dfaac2f92638bd0bbd18f2912ba4ef454919cf446');
    expect(hash('a'.repeat(136))).toBe('a6c4d403279fe3e0af03729caada8374b5ca54d8065329a3ebcaeb4b60aa386e');
  });
});
