import type { Engine, Layer, Prepared } from '../engine.js';
import { foldText } from '../normalize/fold.js';
import type { Finding } from '../result.js';

const NAME = 'leak';
const NO_FINDINGS: readonly Finding[] = Object.freeze([]);
/** A protected text of up to this many characters is a canary: any occurrence is a leak. */
const CANARY_CHARS = 64;
/** Of a longer one, this many words in its order are no coincidence. */
const SHINGLE_WORDS = 8;
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Finds the caller's protected texts (system prompt, canary strings) in what is scanned. Compared on folded text and word by
 * word, so case, accents, punctuation and line breaks make no difference; decoded layers are compared too.
 */
export const leakEngine: Engine = {
  name: NAME,
  version: '1',
  scan(prepared: Prepared): readonly Finding[] {
    if (prepared.protectedText.length === 0) return NO_FINDINGS;
    const findings: Finding[] = [];
    for (const protectedText of prepared.protectedText) {
      const folded = foldText(protectedText).trim();
      if (folded === '') continue;
      for (const layer of prepared.layers) {
        const finding = folded.length <= CANARY_CHARS ? findCanary(folded, layer) : findExcerpt(folded, layer);
        if (finding !== null) findings.push(finding);
      }
    }
    return findings;
  },
};

function findCanary(folded: string, layer: Layer): Finding | null {
  const at = layer.folded.indexOf(folded);
  return at < 0 ? null : leak('leak/canary', 1, layer, at, at + folded.length);
}

function findExcerpt(folded: string, layer: Layer): Finding | null {
  const shingles = shinglesOf(folded);
  const words = Array.from(layer.folded.matchAll(WORD), (match) => ({ word: match[0], at: match.index }));
  let first = -1;
  let last = -1;
  let count = 0;
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) {
    const shingle = words
      .slice(i, i + SHINGLE_WORDS)
      .map(({ word }) => word)
      .join(' ');
    if (!shingles.has(shingle)) continue;
    if (first < 0) first = i;
    last = i + SHINGLE_WORDS - 1;
    count++;
  }
  if (first < 0) return null;
  // One shared passage may be a quotation of a set phrase; each further one halves that doubt.
  const score = 1 - 0.25 / 2 ** Math.min(count - 1, 8);
  const start = (words[first] as { at: number }).at;
  const end = (words[last] as { at: number; word: string }).at + (words[last] as { word: string }).word.length;
  return leak('leak/protected-text', score, layer, start, end);
}

function shinglesOf(folded: string): Set<string> {
  const words = folded.match(WORD) ?? [];
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) shingles.add(words.slice(i, i + SHINGLE_WORDS).join(' '));
  return shingles;
}

function leak(rule: string, score: number, layer: Layer, start: number, end: number): Finding {
  return {
    engine: NAME,
    rule,
    threatType: 'prompt_leak',
    severity: 'critical',
    score,
    ...layer.locate(start, end),
    message: 'The text contains a protected text that must not leave the application.',
    ...(layer.decodedFrom.length > 0 && { decodedFrom: layer.decodedFrom }),
    references: ['LLM07', 'AML.T0056'],
  };
}
