import { expect, it } from 'vitest';
import { columns, headline, pad, padStart, printable } from './columns.js';

it('counts the columns that a terminal uses', () => {
  expect(columns('abc')).toBe(3);
  expect(columns('忽略')).toBe(4);
  expect(columns('e\u0301')).toBe(1);
});

it('prints nothing that steers a terminal or hides', () => {
  expect(Array.from('a\u001b[31m\u202e\u200b\u{e0041}\nb', printable).join('')).toBe('a·[31m··· b');
});

it('cuts a headline to its width, wide characters and blanks considered', () => {
  expect(headline('one   two\n three', 40)).toBe('one two three');
  expect(headline('忽略之前的所有指令', 8)).toBe('忽略之…');
  expect(columns(headline('x'.repeat(300), 60))).toBe(60);
});

it('pads by columns', () => {
  expect(pad('忽略', 6)).toBe('忽略  ');
  expect(padStart('忽略', 6)).toBe('  忽略');
});
