import { DROP, foldedUnits } from '../normalize/fold-table.js';
import { oncePer } from '../once.js';
import type { Source } from '../result.js';
import { SOURCE_BITS } from '../source-bits.js';
import type { CompiledRule, RuleSet } from './rule-set.js';
import { Disguise } from './rule-set.js';
import type { Sweep } from './seen.js';
import { isLetter } from './signs.js';

/** A rule that has reason to run, and where. */
export interface Candidate {
  readonly rule: CompiledRule;
  /** Pairs start, end: offsets of the layer's text, in order, not overlapping. */
  readonly windows: number[];
}

export interface Candidates {
  readonly list: readonly Candidate[];
  readonly rot13: boolean;
  readonly reversed: boolean;
}

// What a word is good for, as bits.
const KEYWORD = 1;
const NEAR = 2;

const NONE: Candidates = { list: [], rot13: false, reversed: false };

/** Windows of a rule that is gated by nothing. */
const WINDOW_CHARS = 2048;
const WINDOW_OVERLAP = 512;
/** Keywords shorter than this have to start a word: `dan` must not be found in `pedant`. */
const FREE_KEYWORD_CHARS = 5;
/** Room for the keyword itself before its end, and for white space and invisible characters in it. */
const KEYWORD_ROOM = 48;

/** Turns what a pass has seen into the rules that have to run. */
export type CandidateFinder = (text: string, seen: Sweep, source: Source) => Candidates;

/** One for all scanners that have the rule set, which share its buffers. */
export const candidateFinderFor = oncePer((ruleSet: RuleSet): CandidateFinder => {
  const { rules, keywords, disguise, ungatedRules } = ruleSet;
  const { firstOutput, outputs } = keywords.automaton;
  const digitRulesFor = createDigitIndex(ruleSet.digitRules);
  const windows: (number[] | null)[] = rules.map(() => null);
  // Of rules that also need a near word: ends of their keywords, and which of these the near words have come to.
  const places: (number[] | null)[] = rules.map(() => null);
  const cursors = new Int32Array(rules.length);
  const waiting: number[] = [];
  const touched: number[] = [];
  /** Hits of this text that end a word which rules want near their keywords. */
  let nearHits = new Int32Array(256);
  let nearCount = 0;
  const isKeyword = Uint8Array.from(keywords.words, (_, word) =>
    (keywords.rules[word] as readonly number[]).length > 0 || disguise[word] !== 0 ? 1 : 0,
  );
  // By state: what the words that end in it are good for. Four hits of five are common words that no rule waits for.
  const uses = new Uint8Array(firstOutput.length - 1);
  for (let state = 0; state < uses.length; state++) {
    for (let o = firstOutput[state] as number; o < (firstOutput[state + 1] as number); o++) {
      const word = outputs[o] as number;
      if (isKeyword[word] === 1) (uses[state] as number) |= KEYWORD;
      if ((keywords.nearRules[word] as readonly number[]).length > 0) (uses[state] as number) |= NEAR;
    }
  }
  // Invisible characters take no room in the text that patterns see, so all of them are added to every reach.
  let slack = 0;

  function addWindow(rule: CompiledRule, first: number, last: number): void {
    const start = Math.max(0, first - rule.reach - KEYWORD_ROOM - slack);
    const end = last + rule.reach + slack;
    const list = windows[rule.index];
    if (!list) {
      windows[rule.index] = [start, end];
      touched.push(rule.index);
      return;
    }
    const lastStart = list.length - 2;
    if (start > (list[lastStart + 1] as number)) {
      list.push(start, end);
      return;
    }
    list[lastStart] = Math.min(start, list[lastStart] as number);
    list[lastStart + 1] = Math.max(end, list[lastStart + 1] as number);
  }

  /** A near word ends at `place`: pairs it with the keyword before and the one after, where these are in reach. */
  function pair(index: number, place: number): void {
    const ends = places[index];
    if (!ends) return;
    const rule = rules[index] as CompiledRule;
    let cursor = cursors[index] as number;
    while (cursor + 1 < ends.length && (ends[cursor + 1] as number) <= place) cursor++;
    cursors[index] = cursor;
    const limit = rule.reach + KEYWORD_ROOM + slack;
    for (let k = cursor; k < cursor + 2 && k < ends.length; k++) {
      const keyword = ends[k] as number;
      if (Math.abs(keyword - place) <= limit) addWindow(rule, Math.min(keyword, place), Math.max(keyword, place));
    }
  }

  /** Keyword hits to windows, or to places that wait for a near word. Answers the disguises that the words gave away. */
  function readKeywords(text: string, seen: Sweep, source: number): number {
    let rot13 = -1;
    let reversed = -1;
    let hints = 0;
    nearCount = 0;
    const { hits, hitCount } = seen;
    if (nearHits.length < hitCount) nearHits = new Int32Array(hitCount * 2);
    for (let k = 0; k < hitCount; k++) {
      const state = hits[k * 2] as number;
      const use = uses[state] as number;
      if ((use & NEAR) !== 0) nearHits[nearCount++] = k;
      if ((use & KEYWORD) === 0) continue;
      const end = hits[k * 2 + 1] as number;
      const last = firstOutput[state + 1] as number;
      for (let o = firstOutput[state] as number; o < last; o++) {
        const keyword = outputs[o] as number;
        if (isKeyword[keyword] === 0 || !startsWord(text, keywords.words[keyword] as string, end)) continue;
        addKeyword(keywords.rules[keyword] as readonly number[], end, source);
        const bit = disguise[keyword] as number;
        if (bit === Disguise.ROT13) {
          if (rot13 >= 0 && rot13 !== keyword) hints |= bit;
          rot13 = keyword;
        } else if (bit === Disguise.REVERSED) {
          if (reversed >= 0 && reversed !== keyword) hints |= bit;
          reversed = keyword;
        }
      }
    }
    return hints;
  }

  /** A keyword of some rules ends at `end`: a window for each, or a place that waits for a near word. */
  function addKeyword(indices: readonly number[], end: number, source: number): void {
    for (let u = 0; u < indices.length; u++) {
      const rule = rules[indices[u] as number] as CompiledRule;
      if ((rule.sources & source) === 0) continue;
      if (!rule.needsNear) {
        addWindow(rule, end, end);
        continue;
      }
      const known = places[rule.index];
      if (known) known.push(end);
      else {
        places[rule.index] = [end];
        cursors[rule.index] = 0;
        waiting.push(rule.index);
      }
    }
  }

  function readNearWords(text: string, { hits }: Sweep): void {
    for (let n = 0; n < nearCount; n++) {
      const k = nearHits[n] as number;
      const state = hits[k * 2] as number;
      const end = hits[k * 2 + 1] as number;
      const last = firstOutput[state + 1] as number;
      for (let o = firstOutput[state] as number; o < last; o++) {
        const word = outputs[o] as number;
        const indices = keywords.nearRules[word] as readonly number[];
        // Most near words are common, and hardly a rule waits for one.
        let first = 0;
        while (first < indices.length && places[indices[first] as number] === null) first++;
        if (first === indices.length || !startsWord(text, keywords.words[word] as string, end)) continue;
        for (let u = first; u < indices.length; u++) pair(indices[u] as number, end);
      }
    }
    for (const index of waiting) places[index] = null;
    waiting.length = 0;
  }

  function readDigits(text: string, seen: Sweep, source: number): void {
    for (let k = 0; k < seen.digitRunCount; k++) {
      const start = seen.digitRuns[k * 3] as number;
      const end = seen.digitRuns[k * 3 + 1] as number;
      // Invisible characters may stand between a letter and its digits.
      const lettered = slack > 0 || hasLetter(text, start - 1, end + 1);
      const list = digitRulesFor(source, seen.digitRuns[k * 3 + 2] as number, lettered);
      for (let r = 0; r < list.length; r++) addWindow(list[r] as CompiledRule, start + KEYWORD_ROOM, end);
    }
  }

  function takeCandidates(text: string, seen: Sweep, source: number): Candidate[] {
    const list: Candidate[] = [];
    for (const index of touched) {
      const rule = rules[index] as CompiledRule;
      const found = windows[index] as number[];
      windows[index] = null;
      const kept =
        rule.digits !== null && rule.rule.keywords !== undefined ? withDigits(found, rule.digits, seen) : found;
      if (kept.length > 0) list.push({ rule, windows: kept });
    }
    touched.length = 0;
    for (const rule of ungatedRules) {
      if ((rule.sources & source) !== 0) list.push({ rule, windows: overlappingWindows(text.length) });
    }
    return list;
  }

  return function find(text, seen, from) {
    if (seen.hitCount === 0 && seen.digitRunCount === 0 && ungatedRules.length === 0) return NONE;
    slack = seen.invisible;
    const source = SOURCE_BITS[from];
    const hints = readKeywords(text, seen, source);
    if (waiting.length > 0) readNearWords(text, seen);
    if (seen.digitRunCount > 0) readDigits(text, seen, source);
    return {
      list: takeCandidates(text, seen, source),
      rot13: (hints & Disguise.ROT13) !== 0,
      reversed: (hints & Disguise.REVERSED) !== 0,
    };
  };
});

function hasLetter(text: string, from: number, to: number): boolean {
  for (let i = Math.max(0, from); i < to && i < text.length; i++) if (isLetter(text.charCodeAt(i))) return true;
  return false;
}

/** The rules gated by digits alone that a run of so many lets run: by source, number of digits, whether the run is divided, and has letters. */
function createDigitIndex(digitRules: readonly CompiledRule[]) {
  const lists = new Map<number, readonly CompiledRule[]>();
  const longest = Math.max(0, ...digitRules.map(({ digits }) => digits?.[1] ?? 0)) + 1;
  return (source: number, digits: number, lettered: boolean): readonly CompiledRule[] => {
    const counted = Math.min(Math.abs(digits), longest);
    const key = (counted << 7) | (source << 2) | (lettered ? 2 : 0) | (digits < 0 ? 1 : 0);
    let list = lists.get(key);
    if (list === undefined) {
      list = digitRules.filter(
        (rule) =>
          (rule.sources & source) !== 0 &&
          (lettered || rule.rule.amongLetters !== true) &&
          digitsFit(rule.digits as readonly [number, number], digits < 0 ? -counted : counted),
      );
      lists.set(key, list);
    }
    return list;
  };
}

/** True for long keywords; for short ones when no letter or digit of the same kind of script stands before. */
function startsWord(text: string, keyword: string, end: number): boolean {
  if (keyword.length >= FREE_KEYWORD_CHARS) return true;
  const first = keyword.charCodeAt(0);
  // A keyword that begins with a sign brings its own word border.
  if (isBorderless(first) || !isWordUnit(first)) return true;
  let at = end;
  for (let left = keyword.length; left >= 0 && at > 0; ) {
    at--;
    if (foldedUnits[text.charCodeAt(at)] !== DROP && --left < 0) return !isWordUnit(text.charCodeAt(at));
  }
  return true;
}

/** Scripts written without blanks: Thai, Lao, Myanmar, Khmer; ideographs, kana and Hangul. */
function isBorderless(unit: number): boolean {
  return (
    (unit >= 0xe00 && unit <= 0xeff) ||
    (unit >= 0x1000 && unit <= 0x109f) ||
    (unit >= 0x1780 && unit <= 0x17ff) ||
    unit >= 0x2e80
  );
}

function isWordUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    (unit >= 0xc0 && unit < 0x2000 && !isBorderless(unit))
  );
}

/** A run with more digits than asked for fits only if it may hold several numbers. */
function digitsFit([min, max]: readonly [number, number], digits: number): boolean {
  return digits < 0 ? -digits >= min : digits >= min && digits <= max;
}

function withDigits(windows: readonly number[], digits: readonly [number, number], seen: Sweep): number[] {
  const kept: number[] = [];
  let run = 0;
  for (let w = 0; w < windows.length; w += 2) {
    const start = windows[w] as number;
    const end = windows[w + 1] as number;
    while (run < seen.digitRunCount && (seen.digitRuns[run * 3 + 1] as number) <= start) run++;
    for (let r = run; r < seen.digitRunCount && (seen.digitRuns[r * 3] as number) < end; r++) {
      if (!digitsFit(digits, seen.digitRuns[r * 3 + 2] as number)) continue;
      kept.push(start, end);
      break;
    }
  }
  return kept;
}

function overlappingWindows(length: number): number[] {
  const windows: number[] = [];
  for (let start = 0; start === 0 || start + WINDOW_OVERLAP < length; start += WINDOW_CHARS - WINDOW_OVERLAP) {
    windows.push(start, Math.min(length, start + WINDOW_CHARS));
  }
  return windows;
}
