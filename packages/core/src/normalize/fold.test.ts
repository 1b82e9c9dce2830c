import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fold, foldText } from './fold.js';

afterEach(() => void vi.unstubAllGlobals());

describe('fold', () => {
  it.each([
    ['upper case', 'IGNORE Previous', 'ignore previous'],
    ['accents', 'Ärger, déjà vu, Öl, naïve', 'arger, deja vu, ol, naive'],
    ['full width', 'ｉｇｎｏｒｅ　１２３', 'ignore 123'],
    ['mathematical letters', '𝐢𝗀𝒏𝓸𝔯𝖾 𝟙𝟚', 'ignore 12'],
    ['circled and squared letters', 'ⓘⓖⓝ 🅸🄶🅝', 'ign ign'],
    ['regional indicators', '🇮🇬🇳', 'ign'],
    ['ligatures', 'ﬁnd ﬂow straße', 'find flow strasse'],
    ['zero-width characters', 'i\u200bg\u200cn\u2060o\ufeffr\u00ade', 'ignore'],
    ['bidirectional controls', '\u202eignore\u202c', 'ignore'],
    ['NUL and other controls', 'ig\u0000no\u0007re', 'ignore'],
    ['combining marks', 'i\u0335g\u0336n\u0337o\u0338r\u0301e\u0302', 'ignore'],
    ['small capitals', 'ɪɢɴᴏʀᴇ', 'ignore'],
    ['smart punctuation', '“don’t” – «no»', '"don\'t" - "no"'],
    ['exotic white space', 'a\u00a0b\u2003c\u2028d', 'a b c\nd'],
    ['runs of white space', 'a   b \t \n  c\n\n\nd  e', 'a  b \nc\n\nd  e'],
    ['digits of other scripts', '٣४๕', '345'],
    ['Cyrillic', 'Ёлка и Йод', 'елка и иод'],
    ['Greek with final sigma', 'ΟΔΟΣ όδός', 'οδοσ οδοσ'],
    ['Arabic vowel marks and forms', 'تَجَاهَلْ أإآى', 'تجاهل اااي'],
    ['dotted and dotless i', 'İIıi', 'iiii'],
  ])('resolves %s', (_, text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  it.each(['नमस्ते', 'こんにちは ガラス', '忽略之前的指令', '안녕하세요', 'สวัสดี', '👩‍💻'.replaceAll('\u200d', '')])(
    'leaves %s as it is',
    (text) => {
      expect(foldText(text)).toBe(text);
    },
  );

  it('maps what it shortens, with and without characters beyond ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\n'), maxLength: 40 }), (text) => {
        const plain = fold(text);
        const mixed = fold(`${text}é`);
        expect(`${plain.folded}e`).toBe(mixed.folded);
        expect([...(plain.starts ?? []).slice(0, -1)].length).toBe(plain.starts === null ? 0 : plain.folded.length);
      }),
    );
  });

  it('keeps characters that Unicode will never assign', () => {
    expect(foldText('A\ufffeB\uffffC')).toBe('a\ufffeb\uffffc');
  });

  it('shortens no white space but that of one run', () => {
    expect(foldText('a   é\u200b  b  \u2003c')).toBe('a  e  b  c');
  });

  it('keeps the case apart', () => {
    expect(fold('ＡbC Éa').cased).toBe('AbC Ea');
  });

  it('keeps lone surrogates in place', () => {
    const { folded, starts } = fold('a\ud800b\udc00c');
    expect(folded).toBe('a\ud800b\udc00c');
    expect(starts).toBeNull();
  });

  it('maps every unit back to a character it came from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const { folded, cased, starts } = fold(text);
        expect(cased.length).toBe(folded.length);
        if (starts === null) {
          expect(folded.length).toBe(text.length);
          return;
        }
        expect(starts.length).toBe(folded.length + 1);
        expect(starts[folded.length]).toBe(text.length);
        for (let i = 0; i < folded.length; i++) {
          expect(starts[i]).toBeLessThan(text.length);
          expect(starts[i]).toBeLessThanOrEqual(starts[i + 1] as number);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('folds what it has folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('folds each character to something that stays', () => {
    const restless: string[] = [];
    for (let code = 0; code < 0x20000; code++) {
      const once = foldText(String.fromCodePoint(code));
      if (foldText(once) !== once) restless.push(code.toString(16));
    }
    expect(restless).toEqual([]);
  });

  it('needs no Buffer', () => {
    const text = 'Où ｉｓ   𝐢t? '.repeat(2_000);
    const expected = fold(text);
    vi.stubGlobal('Buffer', undefined);
    expect(fold(text)).toEqual(expected);
  });

  it('folds a stretch as it folds the stretch alone', () => {
    const text = 'Où ｉｓ 𝐢t?';
    expect(fold(text, 3, 8)).toEqual(fold(text.slice(3, 8)));
  });
});
