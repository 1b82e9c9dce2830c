import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../test/arbitrary.js';
import { storableJson, storablePrefix, storableText } from './storable.js';

describe('storable values', () => {
  it('replace NUL and lone surrogates, and nothing else', () => {
    expect(storableText('a\0b\uD800c\u{1F600}')).toBe('a\uFFFDb\uFFFDc\u{1F600}');
    expect(storablePrefix('ab\u{1F600}', 3)).toBe('ab\uFFFD');
    fc.assert(
      fc.property(hostileText, (text) => {
        const stored = storableText(text);
        expect(stored).not.toMatch(/[\0\p{Cs}]/u);
        expect(storableText(stored)).toBe(stored);
        expect(stored).toHaveLength(text.length);
      }),
    );
  });

  it('say in JSON what a database gives back unchanged', () => {
    const made = storableJson({
      big: 2 ** 60,
      huge: 12345678901234567890n,
      minus: -0,
      nothing: undefined,
      nan: Number.NaN,
      at: new Date(0),
      never: new Date(Number.NaN),
      call: () => 1,
      list: [undefined, Symbol('x'), 1.5],
      'na\0me': 'x',
    });
    expect(made).toEqual({
      big: '1152921504606846976',
      huge: '12345678901234567890',
      minus: 0,
      nan: null,
      at: '1970-01-01T00:00:00.000Z',
      never: null,
      call: null,
      list: [null, null, 1.5],
      'na\uFFFDme': 'x',
    });
  });

  it('are cut where a value is too deep, also when it contains itself', () => {
    const endless: Record<string, unknown> = {};
    endless.self = endless;
    expect(JSON.stringify(storableJson(endless))).toContain('[too deep]');
  });

  it('keep an own property called __proto__ a plain name', () => {
    const made = storableJson(JSON.parse('{"__proto__":{"polluted":true}}'));
    expect(JSON.stringify(made)).toBe('{"__proto__":{"polluted":true}}');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
