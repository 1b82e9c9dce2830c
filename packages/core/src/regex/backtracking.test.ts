import fc from 'fast-check';
import { checkSync, type VulnerableDiagnostics } from 'recheck';
import { describe, expect, it } from 'vitest';
import { createBacktracker } from './backtracker.fixture.js';
import { type Backtracking, findBacktracking } from './backtracking.js';

// The compiler's target knows no literals with this flag.
const sets = (source: string): RegExp => new RegExp(source, 'v');

const exponential: readonly (readonly [pattern: RegExp, at: string])[] = [
  [/(a+)+$/, '(a+)+'],
  [/(a|aa)+$/, '(a|aa)+'],
  [/(a|a)*/, '(a|a)*'],
  [/(.*)*/, '(.*)*'],
  [/^(([a-z])+.)+[A-Z]([a-z])+$/, '(([a-z])+.)+'],
  [/(?:\s*,\s*)*/, '(?:\\s*,\\s*)*'],
  [/(?:\w+\s*)+$/, '(?:\\w+\\s*)+'],
  [/^(?:\s*\w+\s*)*:/, '(?:\\s*\\w+\\s*)*'],
  [/^[\w.]+@(?:[a-z\d-]+\.?)+\.[a-z]{2,4}$/, '(?:[a-z\\d-]+\\.?)+'],
  [/^(\w+[.-]?\w+)*@\w+$/, '(\\w+[.-]?\\w+)*'],
  [/"(?:\\?.)*?"/, '(?:\\\\?.)*?'],
  [/(?:a(?:x*|y*))*$/, '(?:a(?:x*|y*))*'],
  [/(?:(?:a?)+b)*$/, '(?:(?:a?)+b)*'],
  [/(?:a{1,9}){5,90}$/, '(?:a{1,9}){5,90}'],
  [/(?:a?){30}a{30}$/, '(?:a?){30}'],
  [/(?:a?){200}$/, '(?:a?){200}'],
  [/([a-z]|[A-Z])*$/i, '([a-z]|[A-Z])*'],
  [/(?:\p{L}|\p{Lu})+$/u, '(?:\\p{L}|\\p{Lu})+'],
  [sets('(?:[\\p{L}--[a-z]]|É)+$'), '(?:[\\p{L}--[a-z]]|É)+'],
  [/(?:\u{1f600}|[😀-😎])+$/u, '(?:\\u{1f600}|[😀-😎])+'],
  [/(?=(?:a|a)*b)a/, '(?:a|a)*'],
  [/x(?<!(?:a|a)*b)/, '(?:a|a)*'],
  [/(?<word>\w)(?:\k<word>|x)+$/, '(?:\\k<word>|x)+'],
  [/^(?:(?:^|\s)a+|a)+$/m, '(?:(?:^|\\s)a+|a)+'],
];

const polynomial: readonly (readonly [pattern: RegExp, degree: number, at: string])[] = [
  [/\s*\s*x/, 2, '\\s*\\s*'],
  [/.*a.*b/, 2, '.*a.*'],
  [/\d+\w+;/, 2, '\\d+\\w+'],
  [/^\s*(.*?)\s*$/, 3, '\\s*(.*?)\\s*'],
  [/.*a.*b.*c/, 3, '.*a.*b.*'],
  [/a*a*a*a*b/, 4, 'a*a*a*a*'],
  [/(?:\w+\s*){3}:/, 3, '\\w+'],
  [/(?:(?=a*b)a)*c/, 2, '(?:(?=a*b)a)*'],
  [/(?:(?=a*a*b)c){0,9}d/, 2, 'a*a*'],
  [/(?:(?<=a*)a)*b/, 2, '(?:(?<=a*)a)*'],
  [/(x+)y\1x*z/, 2, ''],
  [/(^a)\1*\1*x/, 2, '\\1*\\1*'],
  [/.{0,40}a.{0,40}b.{0,40}c/, 2, '.{0,40}a.{0,40}b.{0,40}'],
  [/(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)(?:a|a)b/, 2, ''],
];

// What people write: one or two loops, each with characters of its own, or with a clear border between them.
const harmless: readonly RegExp[] = [
  /a+b/,
  /\bignore\s+(?:all\s+)?(?:the\s+)?previous\s+instructions\b/i,
  /\bforget\b.{0,60}\brules?\b/is,
  /\bsend\b.{0,40}\bto\b.{0,40}@/i,
  /\b(?:\w+\s+){0,5}secret\b/i,
  /\b(?:you are|act as)\s+(?:\w+\s+){0,3}(?:unfiltered|unrestricted)\b/iu,
  /(?:\b\w+\b\s*)+:/,
  /(?:^|\s)(?:^|\s)x/,
  /^(?:>[^\n]*\n)+$/m,
  /\b[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+\b/i,
  /\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b/,
  /\b(?:\d[ -]?){13,16}\b/,
  /(?:\+\d{1,3}[ -]?)?(?:\d{2,4}[ -]?){3,5}/,
  /\b(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\b/,
  /\b(?:[\da-f]{1,4}:){7}[\da-f]{1,4}\b/i,
  /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}\b/,
  /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/,
  /\b[\da-f]{128}\b/,
  /-----BEGIN [A-Z ]+-----[^-]+-----END/,
  /https?:\/\/[^\s"'<>]+/,
  /!\[[^\]]*\]\([^)]*\)/,
  /<(\w+)>[^<]*<\/\1>/,
  /<(\w+)(?: [^>]*)?>/,
  /(["'])(?:(?!\1)[^\\]|\\.)*\1/s,
  /"(?:[^"\\]|\\.)*"/,
  /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//,
  /(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?/,
  /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z]).{8,}$/,
  /(?<!\w)token\s*[:=]\s*(?<value>\S+)/,
  /(?:\p{L}+\P{L}+)*\p{N}/u,
  sets('(?:[\\p{L}&&[a-z]]+[^a-z])+x'),
  /(?:[\u4e00-\u9fff]+[\u3040-\u30ff]+)+。/,
  /#(?:[\da-f]?){8}\b/,
  /foo.*/,
  /foo.*bar.*/s,
  /\w*.*/,
  /(?:x(?:y*)?)*$/,
];

describe('findBacktracking', () => {
  it.each(exponential)('finds %s exponential', (pattern, at) => {
    expect(findBacktracking(pattern)).toEqual({ kind: 'exponential', at });
  });

  it.each(polynomial)('finds %s polynomial of degree %i', (pattern, degree, at) => {
    expect(findBacktracking(pattern)).toMatchObject({ kind: 'polynomial', degree, at: expect.stringContaining(at) });
  });

  it.each(harmless)('accepts %s', (pattern) => {
    expect(findBacktracking(pattern)).toBeNull();
  });

  it('accepts a list of hundreds of words', () => {
    const words = Array.from({ length: 400 }, (_, index) => (index * 7919 + 100_003).toString(36)).join('|');
    expect(findBacktracking(new RegExp(`\\b(?:${words})\\s+(?:${words})\\b`, 'i'))).toBeNull();
  });

  it('does not depend on flags that are about the search', () => {
    expect(findBacktracking(/(a+)+$/dgy)).toEqual(findBacktracking(/(a+)+$/));
  });

  it('says so when a pattern is beyond it', () => {
    const huge = new RegExp(`(?:${Array.from({ length: 3000 }, (_, index) => `.${index}`).join('|')})+`);
    expect(findBacktracking(huge)).toEqual({ kind: 'unsupported', at: huge.source });
    expect(findBacktracking(/((a)\2)\1/)).toEqual({ kind: 'unsupported', at: '\\2' });
    expect(findBacktracking(sets('[\\q{abc|d}]'))).toEqual({ kind: 'unsupported', at: '\\q{' });
  });
});

/** Small patterns over few characters, so that their parts often meet. */
function randomPattern(extended: boolean): fc.Arbitrary<string> {
  const leaves = ['a', 'b', 'a', 'b', '[ab]', '[^a]', '.', '\\w', '\\s', ' ', '\\b', '^', '$'];
  const leaf = fc.constantFrom(...leaves, ...(extended ? ['\\1', '\\1', '\\2'] : []));
  const group = fc.constantFrom('(?:', '(?:', '(', ...(extended ? ['(', '(?=', '(?!', '(?<=', '(?<!'] : []));
  const quantifier = fc.constantFrom('*', '+', '?', '*', '+', '*?', '+?', '{2}', '{0,3}', '{1,2}', '{2,}', '{2,9}');
  return fc.letrec<{ pattern: string; atom: string }>((tie) => ({
    atom: fc.oneof(
      { maxDepth: 3, depthSize: 'xsmall' },
      { weight: 5, arbitrary: leaf },
      { weight: 3, arbitrary: fc.tuple(group, tie('pattern')).map(([open, inner]) => `${open}${inner})`) },
    ),
    pattern: fc
      .array(
        fc.array(
          fc
            .tuple(tie('atom'), fc.option(quantifier, { freq: 2, nil: '' }))
            .map(([atom, times]) => (/^(?:\\b|\^|\$|\(\?<?[=!].*)$/.test(atom) ? atom : atom + times)),
          { minLength: 1, maxLength: 3 },
        ),
        { minLength: 1, maxLength: 2 },
      )
      .map((alternatives) => alternatives.map((terms) => terms.join('')).join('|')),
  })).pattern;
}

/** A power of 2.4 over such short texts may become 2 over longer ones. */
const TOLERANCE = 0.6;

describe('findBacktracking, beside recheck', () => {
  const judged = fc
    .sample(fc.tuple(randomPattern(false), fc.constantFrom('', '$')), { seed: 20, numRuns: 450 })
    .map(([start, end]) => start + end)
    .filter((source) => source.length <= 40)
    .map((source) => ({
      source,
      degree: degreeOf(findBacktracking(new RegExp(source))),
      recheck: checkSync(source, '', { checker: 'automaton', timeout: 300 }),
    }));
  const vulnerable = judged.flatMap(({ source, degree, recheck }) =>
    recheck.status === 'vulnerable' ? { source, degree, recheck } : [],
  );

  it('has enough of both kinds to compare', () => {
    expect(judged.filter(({ recheck }) => recheck.status === 'safe').length).toBeGreaterThan(150);
    expect(vulnerable.length).toBeGreaterThan(70);
  });

  it('never finds less than recheck proves', () => {
    const missed = vulnerable.filter(({ degree, recheck: { complexity } }) => {
      // Recheck counts the search as well, which starts anew at each place of the text: one degree more.
      return degree < (complexity.type === 'polynomial' ? complexity.degree - 1 : Infinity);
    });
    expect(missed.map(({ source }) => source)).toEqual([]);
  });

  it('is right about the steps that the attacks of recheck lead to', () => {
    const grown = vulnerable
      .filter(({ degree }) => degree < Infinity)
      .flatMap(({ source, degree, recheck }) => {
        const power = growth(source, (repeats) => attackOf(recheck, repeats), 32);
        return power === null ? [] : { source, degree, power };
      });
    expect(grown.length).toBeGreaterThan(40);
    expect(grown.filter(({ degree, power }) => power > degree + TOLERANCE)).toEqual([]);
  });
});

// Recheck can only guess at these, so texts are tried.
describe('findBacktracking, with lookarounds and back-references', () => {
  it('finds what repeated texts show', () => {
    const grown = fc
      .sample(fc.tuple(randomPattern(true), fc.constantFrom('x', '$')), { seed: 20, numRuns: 300 })
      .map(([start, end]) => start + end)
      .filter((source) => source.length <= 40 && /\\\d|\(\?<?[=!]/.test(source))
      .flatMap((source) => {
        const degree = degreeOf(findBacktracking(new RegExp(source)));
        if (degree === Infinity) return [];
        const powers = ['a', 'b', 'ab', 'a ', ' '].flatMap((pump) =>
          ['', 'ab!'].map((end) => growth(source, (repeats) => `a${pump.repeat(repeats)}${end}`, 12) ?? 0),
        );
        return { source, degree, power: Math.max(...powers) };
      });
    expect(grown.length).toBeGreaterThan(50);
    expect(grown.filter(({ degree, power }) => power > degree + TOLERANCE)).toEqual([]);
  });
});

function degreeOf(found: Backtracking | null): number {
  if (found === null) return 1;
  return found.kind === 'polynomial' ? found.degree : Infinity;
}

function attackOf({ attack }: VulnerableDiagnostics, repeats: number): string {
  const pumped = attack.pumps.map(({ prefix, pump, bias }) => prefix + pump.repeat(Math.max(0, repeats + bias)));
  return pumped.join('') + attack.suffix;
}

/**
 * The power of a text's length with which the steps of one attempt grow; null if they are too many or too few to tell.
 */
function growth(source: string, textOf: (repeats: number) => string, repeats: number): number | null {
  const attempt = createBacktracker(source, '');
  const steps = (text: string): number => {
    const starts = Array.from({ length: Math.min(text.length, 20) }, (_, start) => start);
    return Math.max(...starts.map((start) => attempt(text, start).steps));
  };
  try {
    const most = steps(textOf(2 * repeats));
    return most < 4 * repeats ? null : Math.log2(most / steps(textOf(repeats)));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
