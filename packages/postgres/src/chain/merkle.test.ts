import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { merkleRoot } from './merkle.js';

const sha = (...parts: (string | Buffer)[]) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest();
const leaf = (item: unknown) => sha('\0', JSON.stringify(item));
const node = (left: Buffer, right: Buffer) => sha('\x01', left, right);

it('the Merkle root is that of RFC 6962, whose left tree is the largest power of two', () => {
  const [a, b, c, d, e] = [1, 2, 3, 4, 5].map(leaf) as [Buffer, Buffer, Buffer, Buffer, Buffer];
  expect(merkleRoot([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(merkleRoot([1])).toEqual(a);
  expect(merkleRoot([1, 2])).toEqual(node(a, b));
  expect(merkleRoot([1, 2, 3])).toEqual(node(node(a, b), c));
  expect(merkleRoot([1, 2, 3, 4])).toEqual(node(node(a, b), node(c, d)));
  expect(merkleRoot([1, 2, 3, 4, 5])).toEqual(node(node(node(a, b), node(c, d)), e));
});
