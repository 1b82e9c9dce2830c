import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNameQuoter, escapeForLog, quote } from './escape.js';

const DECEIVING = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\p{Cs}]/u;
const anyText = fc.string({ unit: 'binary', maxLength: 400 });

it('leaves no character that deceives, and no text longer than asked', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 300 }), (text, maxLength) => {
      const escaped = escapeForLog(text, maxLength);
      expect(escaped).not.toMatch(DECEIVING);
      // An escape makes six characters of one; the sign of the cut is one more.
      expect(escaped.length).toBeLessThanOrEqual(6 * maxLength + 1);
      expect(escapeForLog(escaped, 6 * maxLength + 1), 'escaping again').toBe(escaped);
    }),
  );
});

it('quotes to JSON that says what escaping says', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme-ascii' })), (text) => {
      expect(JSON.parse(quote(text, 256))).toBe(escapeForLog(text, 256));
    }),
  );
});

it('quotes the same when a name comes back, and after thousands of other names', () => {
  const quoteName = createNameQuoter(256);
  const names = Array.from({ length: 5_000 }, (_, i) => `rule/${i}\u202e"`);
  for (const name of [...names, ...names]) expect(quoteName(name)).toBe(quote(name, 256));
  const long = 'x'.repeat(300);
  expect(quoteName(long)).toBe(quoteName(long));
});
