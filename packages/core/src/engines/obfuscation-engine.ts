import type { Engine, Prepared } from '../engine.js';
import type { Span } from '../normalize/layer.js';
import type { PreparedText } from '../prepare.js';
import type { Finding } from '../result.js';

const NAME = 'obfuscation';
const NO_FINDINGS: readonly Finding[] = Object.freeze([]);

/**
 * Signs that a text hides something, whatever it hides: characters that show nothing, mixed scripts, reversed reading direction.
 * What a disguise hides is judged by the other engines on the decoded layers.
 */
export const obfuscationEngine: Engine = {
  name: NAME,
  version: '1',
  scan(prepared: Prepared): readonly Finding[] {
    const { text, layers, invisible } = prepared as PreparedText;
    if (invisible === 0 && layers.length === 1) return NO_FINDINGS;
    const findings: Finding[] = [];
    if (invisible > 0) findings.push(...hiddenCharacters(text));
    for (const layer of layers) {
      const outermost = layer.decodedFrom.length === 1 ? layer.decodedFrom[0] : undefined;
      if (outermost === 'tags') findings.push(...hiddenTags(layer.text, (start, end) => layer.locate(start, end)));
    }
    if (layers.some(({ decodedFrom }) => decodedFrom[0] === 'homoglyph')) findings.push(...mixedScripts(text));
    return findings;
  },
};

/** Flags of England, Scotland and Wales are a black flag and six tag characters; nothing else uses them today. */
const MIN_HIDDEN_TAGS = 8;

function hiddenTags(hidden: string, locate: (start: number, end: number) => Span): Finding[] {
  const lines = hidden.split('\n').filter((line) => line.trim().length >= MIN_HIDDEN_TAGS);
  if (lines.length === 0) return [];
  return [
    finding(
      'obfuscation/unicode-tags',
      0.9,
      'high',
      'The text carries a message in invisible Unicode tag characters.',
      {
        ...locate(0, hidden.length),
      },
    ),
  ];
}

// Zero-width characters are spelling in Persian, Urdu, Arabic, Hebrew and Indic scripts and glue in emoji; between Latin letters they do
// nothing. Soft hyphens there are typography.
const SPLIT_WORD = /[a-z][\u034f\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff]{1,64}(?=[a-z])/gi;
const MIN_SPLITS = 3;
const BIDI_OVERRIDE = /[\u202d\u202e]/;

function hiddenCharacters(text: string): Finding[] {
  const findings: Finding[] = [];
  const splits = stretchOf(text, SPLIT_WORD, MIN_SPLITS);
  if (splits !== null) {
    findings.push(
      finding('obfuscation/split-words', 0.6, 'medium', 'Invisible characters break up the words of the text.', {
        start: splits.start,
        end: splits.end + 1,
      }),
    );
  }
  const override = BIDI_OVERRIDE.exec(text);
  if (override !== null) {
    findings.push(
      finding(
        'obfuscation/bidi-override',
        0.5,
        'medium',
        'Control characters make the text read differently from how it is stored.',
        {
          start: override.index,
          end: override.index + 1,
        },
      ),
    );
  }
  return findings;
}

const MIXED_WORD =
  /(?<![\p{L}])(?:[a-z]+[\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13ff]|[\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13ff]+[a-z])[\p{L}]{0,40}/giu;
const MIN_MIXED_WORDS = 2;

function mixedScripts(text: string): Finding[] {
  const words = stretchOf(text, MIXED_WORD, MIN_MIXED_WORDS);
  if (words === null) return [];
  return [
    finding(
      'obfuscation/mixed-scripts',
      0.5,
      'medium',
      'Words mix letters of different alphabets that look alike.',
      words,
    ),
  ];
}

/** From the first match of `pattern` (with the `g` flag) to the last one, if there are as many as `min`. */
function stretchOf(text: string, pattern: RegExp, min: number): Span | null {
  const start = text.search(pattern);
  let end = start;
  let count = 0;
  // Thousands of matches are tested one by one, rather than made and kept.
  for (pattern.lastIndex = 0; pattern.test(text); end = pattern.lastIndex) count++;
  return count < min ? null : { start, end };
}

function finding(rule: string, score: number, severity: Finding['severity'], message: string, span: Span): Finding {
  return {
    engine: NAME,
    rule,
    threatType: 'obfuscation',
    severity,
    score,
    ...span,
    message,
    references: ['LLM01', 'AML.T0068'],
  };
}
