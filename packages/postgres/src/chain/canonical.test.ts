import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryEntry } from '../../test/arbitrary.js';
import { canonicalEntry, canonicalJson } from './canonical.js';

describe('canonical JSON', () => {
  it('follows the examples of RFC 8785', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    // By UTF-16 code units, not by code points: the smiley (D83D …) comes before U+FB33.
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1F600}': 5, '\u0080': 6, ö: 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"\u20ac":1,"\u{1F600}":5,"\ufb33":3}',
    );
  });

  it('is a fixed point: what it writes reads back to the same text, whatever the order of names', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it('of an entry is another one when a value is of another kind but looks the same', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        const { prev_hash: _, hash: __, ...covered } = entry;
        const text = canonicalEntry(covered);
        for (const [name, value] of Object.entries(covered)) {
          const other = typeof value === 'string' ? [value] : JSON.stringify(value);
          expect({ name, text: canonicalEntry({ ...covered, [name]: other }) }).not.toEqual({ name, text });
        }
      }),
    );
  });

  it('of an entry is that of the library over the same columns', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        const { prev_hash: _, hash: __, ...covered } = entry;
        expect(canonicalEntry(entry)).toBe(canonicalize(covered));
      }),
    );
  });
});

/** The same value with the names of its objects in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, reversed(item)]),
  );
}
