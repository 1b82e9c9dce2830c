import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashFiles, readStamp, writeStamp } from './stamp.mjs';

let base = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'stamp-test-'));
  mkdirSync(join(base, 'src/deep'), { recursive: true });
  writeFileSync(join(base, 'src/a.ts'), 'a');
  writeFileSync(join(base, 'src/deep/b.ts'), 'b');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

it('gives the same hash for the same files', () => {
  expect(hashFiles(base, ['src'])).toBe(hashFiles(base, ['src']));
});

it.each([
  ['the content of a file changes', () => writeFileSync(join(base, 'src/deep/b.ts'), 'c')],
  ['a file is added', () => writeFileSync(join(base, 'src/c.ts'), '')],
  ['a file is removed', () => rmSync(join(base, 'src/a.ts'))],
  ['a file is renamed', () => renameSync(join(base, 'src/a.ts'), join(base, 'src/z.ts'))],
])('gives another hash when %s', (_, change) => {
  const before = hashFiles(base, ['src']);
  change();
  expect(hashFiles(base, ['src'])).not.toBe(before);
});

it('leaves out what is no input, and takes what is not there for empty', () => {
  const isInput = (/** @type {string} */ path) => !path.endsWith('.test.ts');
  const before = hashFiles(base, ['src', 'nowhere'], isInput);
  writeFileSync(join(base, 'src/a.test.ts'), 'a');
  expect(hashFiles(base, ['src', 'nowhere'], isInput)).toBe(before);
});

it('remembers a stamp', () => {
  expect(readStamp('packages/core', base)).toBeUndefined();
  writeStamp('packages/core', 'abc', base);
  expect(readStamp('packages/core', base)).toBe('abc');
});
