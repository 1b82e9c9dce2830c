// Rules over meaning: rows of concepts that stand close together, the same for all languages of the lexicon.

import { once } from '../once.js';
import type { Severity, Source, ThreatType } from '../result.js';
import { SOURCE_BITS, sourceBits } from '../source-bits.js';
import { MAX_ENTRY_TOKENS, type Mentions } from './lexicon.js';
import { STOP } from './token-class.js';
import type { Tokens } from './tokens.js';

/** One detection by meaning, as data. */
export interface ConceptRule<Id extends string = string> {
  /** `meaning/kebab-name`. Unique, never renamed, never reused. */
  readonly id: Id;
  readonly threatType: ThreatType;
  readonly severity: Exclude<Severity, 'none'>;
  /** How likely a match is a true one, 0..1. */
  readonly score: number;
  /** One sentence for the person whose text was stopped. */
  readonly message: string;
  /**
   * What must be spoken of in one sentence: for each step, the concepts that will do. The first is the anchor, and the rarest, because the
   * others are looked for only around it.
   */
  readonly steps: readonly (readonly string[])[];
  /** Tokens at most between a step and the nearest one found before it. @default 4 */
  readonly gap?: number;
  /** Steps must follow each other as listed. Off, because languages order them differently. @default false */
  readonly ordered?: boolean;
  /**
   * No word may do for two steps. Off, because entries hold each other: "your rules" is one, and so are "your" and "rules". Even then two
   * steps never have the same words and no other. @default false
   */
  readonly apart?: boolean;
  /** Sentence ends may lie between the steps. @default false */
  readonly acrossSentences?: boolean;
  /** Concepts that, in the same sentence and within 12 tokens of the match, make it harmless: a quotation, a question about attacks. */
  readonly unless?: readonly string[];
  /** Concepts that make it harmless only when spoken of between the first and the last word of the match: "the printed instructions". */
  readonly without?: readonly string[];
  /** Match also where the anchor is negated: "do not" within two tokens before it, or next to it behind. @default false */
  readonly negated?: boolean;
  /** Match also inside quotation marks. @default false */
  readonly quoted?: boolean;
  /** Judged only in texts from these. @default every source */
  readonly sources?: readonly Source[];
  readonly references?: readonly string[];
  /** Reported with action `flag` at most, until a later release promotes it. @default false */
  readonly experimental?: boolean;
}

/** Declares rules, made when first asked for, so that their ids are known to the compiler and examples can be demanded for each. */
export const defineConceptRules: <const Id extends string>(
  make: () => readonly ConceptRule<Id>[],
) => () => readonly ConceptRule<Id>[] = once;

/** Where a rule's concepts stand: tokens, the end exclusive. */
export interface ConceptMatch {
  readonly rule: ConceptRule;
  readonly firstToken: number;
  readonly endToken: number;
}

const DEFAULT_GAP = 4;
const NEGATION_REACH = 2;
const UNLESS_REACH = 12;
/** Mentions to either side of the anchor that are looked at: bounds the work on hostile text. */
const MAX_NEIGHBOURS = 40;
/** Matches a layer reports. */
const MAX_MATCHES = 50;
const QUOTATION_MARK = 34;
const BACKSLASH = 92;
const COLON = 58;
const EQUALS_SIGN = 61;
/** Tokens before a match that are looked through for where a quotation opens. */
const QUOTATION_REACH = 64;

interface Compiled {
  readonly rule: ConceptRule;
  /** As `SOURCE_BITS`. */
  readonly sources: number;
  /** By concept: bit k is set where it will do for step k. */
  readonly steps: Uint8Array;
  readonly stepCount: number;
  /** Concepts that will do for each step after the first. */
  readonly later: readonly (readonly number[])[];
  readonly gap: number;
  // Beside the rule, whose fields stand at other places in each: looking one up there takes as long as ten of these.
  readonly ordered: boolean;
  readonly apart: boolean;
  readonly acrossSentences: boolean;
  readonly negated: boolean;
  readonly quoted: boolean;
  /** By concept: `NEAR` and `INSIDE`, where it excuses. */
  readonly excuses: Uint8Array | null;
  /** Number of the text that `complete` is about. */
  judged: number;
  /** The text mentions something for every step. */
  complete: boolean;
}

const NEAR = 1;
const INSIDE = 2;

/**
 * Makes a finder of rules over mentions of a lexicon's concepts.
 *
 * @throws RangeError when a rule names a concept that the lexicon does not have, or has no step or more than eight.
 */
export function createConceptRuleFinder(rules: readonly ConceptRule[], concepts: readonly string[]) {
  const numbers = new Map(concepts.map((name, number) => [name, number]));
  const numberOf = (rule: ConceptRule, concept: string): number => {
    const number = numbers.get(concept);
    if (number === undefined) throw new RangeError(`Rule '${rule.id}' names an unknown concept '${concept}'.`);
    return number;
  };
  const byAnchor: Compiled[][] = concepts.map(() => []);
  for (const rule of rules) {
    if (rule.steps.length === 0 || rule.steps.length > 8) throw new RangeError(`Rule '${rule.id}' needs 1 to 8 steps.`);
    const compiled = compile(rule, concepts.length, (concept) => numberOf(rule, concept));
    for (const concept of rule.steps[0] as readonly string[]) byAnchor[numberOf(rule, concept)]?.push(compiled);
  }
  const negation = numbers.get('NEG') ?? -1;

  /** By concept: the last text that mentions it. */
  const mentionedIn = new Int32Array(concepts.length);
  let text = 0;

  /** Whether the text mentions something for every step. Most rules fall here, before anything is looked for around their anchors. */
  function isComplete({ later }: Compiled): boolean {
    return later.every((step) => step.some((concept) => mentionedIn[concept] === text));
  }

  return function find(tokens: Tokens, mentions: Mentions, source: Source): readonly ConceptMatch[] {
    let matches: ConceptMatch[] | null = null;
    const { count, concept } = mentions;
    const from = SOURCE_BITS[source];
    text = (text + 1) | 0;
    for (let m = 0; m < count; m++) mentionedIn[concept[m] as number] = text;
    for (let m = 0; m < count; m++) {
      const candidates = byAnchor[concept[m] as number] as readonly Compiled[];
      for (let c = 0; c < candidates.length; c++) {
        const candidate = candidates[c] as Compiled;
        if ((candidate.sources & from) === 0) continue;
        if (candidate.judged !== text) {
          candidate.judged = text;
          candidate.complete = isComplete(candidate);
        }
        if (!candidate.complete) continue;
        const match = matchAt(candidate, m, tokens, mentions, negation);
        if (match === null) continue;
        matches ??= [];
        matches.push(match);
        if (matches.length === MAX_MATCHES) return matches;
      }
    }
    return matches ?? NO_MATCHES;
  };
}

const NO_MATCHES: readonly ConceptMatch[] = Object.freeze([]);

function compile(rule: ConceptRule, concepts: number, numberOf: (concept: string) => number): Compiled {
  const steps = new Uint8Array(concepts);
  rule.steps.forEach((step, k) => {
    for (const concept of step) (steps[numberOf(concept)] as number) |= 1 << k;
  });
  const { unless = [], without = [] } = rule;
  const excuses = unless.length + without.length === 0 ? null : new Uint8Array(concepts);
  if (excuses !== null) {
    for (const concept of without) excuses[numberOf(concept)] = INSIDE;
    for (const concept of unless) excuses[numberOf(concept)] = NEAR;
  }
  const sources = sourceBits(rule.sources);
  const later = rule.steps.slice(1).map((step) => step.map(numberOf));
  return {
    rule,
    sources,
    steps,
    stepCount: rule.steps.length,
    later,
    gap: rule.gap ?? DEFAULT_GAP,
    ordered: rule.ordered === true,
    apart: rule.apart === true,
    acrossSentences: rule.acrossSentences === true,
    negated: rule.negated === true,
    quoted: rule.quoted === true,
    excuses,
    judged: 0,
    complete: false,
  };
}

function matchAt(
  compiled: Compiled,
  anchor: number,
  tokens: Tokens,
  mentions: Mentions,
  negation: number,
): ConceptMatch | null {
  const { rule, stepCount, excuses } = compiled;
  let firstToken = mentions.first[anchor] as number;
  let endToken = mentions.last[anchor] as number;
  taken[0] = anchor;
  for (let step = 1; step < stepCount; step++) {
    const next = nearest(compiled, step, firstToken, endToken, tokens, mentions);
    if (next < 0) return null;
    taken[step] = next;
    firstToken = Math.min(firstToken, mentions.first[next] as number);
    endToken = Math.max(endToken, mentions.last[next] as number);
  }
  if (!compiled.negated && isNegated(anchor, negation, tokens, mentions)) return null;
  if (!compiled.quoted && isQuoted(tokens, firstToken)) return null;
  if (excuses !== null && isExcused(excuses, anchor, firstToken, endToken, tokens, mentions)) return null;
  return { rule, firstToken, endToken };
}

/** The mentions that do for the steps of the match being looked for, the anchor first. One list for all: nearly every look ends at once. */
const taken = new Int32Array(8);

/** The mention nearest to `[firstToken, endToken)`, or within it, that will do for a step; -1 for none. */
function nearest(
  { steps, gap, ordered, apart, acrossSentences }: Compiled,
  step: number,
  firstToken: number,
  endToken: number,
  tokens: Tokens,
  mentions: Mentions,
): number {
  const { count, concept, first, last } = mentions;
  const anchor = taken[0] as number;
  const bit = 1 << step;
  let best = -1;
  let bestGap = gap + 1;
  const to = Math.min(count, anchor + MAX_NEIGHBOURS);
  let from = anchor + 1;
  if (!ordered) {
    // Mentions stand in the order of their first token, so those too far away can be left out without a look at each.
    const limit = Math.max(0, anchor - MAX_NEIGHBOURS);
    const nearest = firstToken - gap - MAX_ENTRY_TOKENS;
    for (from = anchor; from > limit && (first[from - 1] as number) >= nearest; ) from--;
  }
  for (let m = from; m < to; m++) {
    if ((first[m] as number) - endToken > gap) break;
    if (((steps[concept[m] as number] as number) & bit) === 0) continue;
    const after = (first[m] as number) - endToken;
    const before = firstToken - (last[m] as number);
    if (ordered && after < 0) continue;
    const distance = Math.max(after, before, 0);
    if (distance >= bestGap || isTaken(m, step, apart, mentions)) continue;
    const between = after >= 0 ? endToken : (last[m] as number);
    if (!acrossSentences && hasStop(tokens, between, between + distance)) continue;
    best = m;
    bestGap = distance;
  }
  return best;
}

/** Whether a mention has the very words of one already taken, or, where they have to stand apart, any of them. */
function isTaken(m: number, count: number, apart: boolean, { first, last }: Mentions): boolean {
  const begin = first[m] as number;
  const end = last[m] as number;
  for (let k = 0; k < count; k++) {
    const other = taken[k] as number;
    const otherBegin = first[other] as number;
    const otherEnd = last[other] as number;
    if (apart ? begin < otherEnd && otherBegin < end : begin === otherBegin && end === otherEnd) return true;
  }
  return false;
}

function hasStop({ kind }: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (kind[i] === STOP) return true;
  return false;
}

/** German, Korean and others negate behind the verb. */
function isNegated(
  anchor: number,
  negation: number,
  tokens: Tokens,
  { count, concept, first, last }: Mentions,
): boolean {
  const begin = first[anchor] as number;
  for (let m = anchor - 1; m >= 0 && begin - (last[m] as number) <= NEGATION_REACH; m--) {
    const end = last[m] as number;
    if (concept[m] === negation && end <= begin && !hasStop(tokens, end, begin)) return true;
  }
  const next = last[anchor] as number;
  for (let m = anchor + 1; m < count && (first[m] as number) <= next; m++) {
    if (concept[m] === negation && first[m] === next) return true;
  }
  return false;
}

/** Quotation marks of the line before the match are odd in number, or the last Chinese or Japanese one of them opens. */
function isQuoted({ hash }: Tokens, firstToken: number): boolean {
  let marks = 0;
  let nearest = -1;
  let closed = false;
  for (let i = firstToken - 1; i >= 0 && firstToken - i <= QUOTATION_REACH; i--) {
    const sign = hash[i] as number;
    if (sign === LINE_FEED) break;
    if (sign === QUOTATION_MARK) {
      if (marks === 0) nearest = i;
      marks++;
    } else if (sign === 0x300c || sign === 0x300e) {
      if (!closed) return true;
    } else if (sign === 0x300d || sign === 0x300f) closed = true;
  }
  return marks % 2 === 1 && !opensValue(hash, nearest);
}

/** JSON and markup put marks around every text: `"key":"…"`, `key="…"`. These quote nobody. */
function opensValue(hash: Int32Array, mark: number): boolean {
  let i = mark - 1;
  while (i >= 0 && hash[i] === BACKSLASH) i--;
  const sign = hash[i] as number;
  if (sign !== COLON) return sign === EQUALS_SIGN;
  i--;
  while (i >= 0 && hash[i] === BACKSLASH) i--;
  return hash[i] === QUOTATION_MARK;
}

const LINE_FEED = 10;

function isExcused(
  excuses: Uint8Array,
  anchor: number,
  firstToken: number,
  endToken: number,
  tokens: Tokens,
  { count, concept, first, last }: Mentions,
): boolean {
  const to = Math.min(count, anchor + MAX_NEIGHBOURS);
  for (let m = Math.max(0, anchor - MAX_NEIGHBOURS); m < to; m++) {
    const excuse = excuses[concept[m] as number] as number;
    if (excuse === 0) continue;
    const after = (first[m] as number) - endToken;
    const before = firstToken - (last[m] as number);
    const reach = excuse === NEAR ? UNLESS_REACH : -1;
    if (after > reach || before > reach) continue;
    if (after >= 0 && hasStop(tokens, endToken, first[m] as number)) continue;
    if (before >= 0 && hasStop(tokens, last[m] as number, firstToken)) continue;
    return true;
  }
  return false;
}
