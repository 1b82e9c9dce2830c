import { DROP, foldedUnits } from '../normalize/fold-table.js';
import type { Source } from '../result.js';
import type { CompiledRule, RuleSet } from './rule-set.js';
import { Disguise } from './rule-set.js';
import type { Sweep } from './sweep.js';

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

const NONE: Candidates = { list: [], rot13: false, reversed: false };

/** Windows of a rule that is gated by nothing. */
const WINDOW_CHARS = 2048;
const WINDOW_OVERLAP = 512;
/** Keywords shorter than this have to start a word: `dan` must not be found in `pedant`. */
const FREE_KEYWORD_CHARS = 5;
/** Room for the keyword itself before its end, and for white space and invisible characters in it. */
const KEYWORD_ROOM = 48;

/** Turns what a pass has seen into the rules that have to run. Keeps buffers between calls; make one per rule set. */
export function createCandidateFinder(ruleSet: RuleSet): (text: string, seen: Sweep, source: Source) => Candidates {
  const { rules, uses, keywords, disguise, digitRules, ungatedRules } = ruleSet;
  // Offset + 1 of the last keyword and the last near word of each rule; 0: none in this text.
  const lastKeyword = new Int32Array(rules.length);
  const lastNear = new Int32Array(rules.length);
  const windows: (number[] | null)[] = rules.map(() => null);
  const touched: number[] = [];
  // Invisible characters take no room in the text that patterns see, so all of them are added to every reach.
  let slack = 0;

  function addWindow(rule: CompiledRule, start: number, end: number): void {
    const list = windows[rule.index];
    if (!list) {
      windows[rule.index] = [Math.max(0, start), end];
    } else if (start <= (list[list.length - 1] as number)) {
      if (end > (list[list.length - 1] as number)) list[list.length - 1] = end;
    } else {
      list.push(start, end);
    }
  }

  function addHit(ruleIndex: number, near: boolean, end: number): void {
    const rule = rules[ruleIndex] as CompiledRule;
    if (lastKeyword[ruleIndex] === 0 && lastNear[ruleIndex] === 0) touched.push(ruleIndex);
    (near ? lastNear : lastKeyword)[ruleIndex] = end + 1;
    let first = end;
    if (rule.needsNear) {
      const other = (near ? lastKeyword : lastNear)[ruleIndex] as number;
      if (other === 0 || end + 1 - other > rule.reach + KEYWORD_ROOM + slack) return;
      first = other - 1;
    }
    addWindow(rule, first - rule.reach - KEYWORD_ROOM - slack, end + rule.reach + slack);
  }

  return function find(text, seen, source) {
    if (seen.hitCount === 0 && seen.digitRunCount === 0 && ungatedRules.length === 0) return NONE;
    slack = seen.invisible;
    let rot13 = -1;
    let reversed = -1;
    let hints = 0;
    for (let k = 0; k < seen.hitCount; k++) {
      const keyword = seen.hits[k * 2] as number;
      const end = seen.hits[k * 2 + 1] as number;
      if (!startsWord(text, keywords[keyword] as string, end)) continue;
      const keywordUses = uses[keyword] as RuleSet['uses'][number];
      for (let u = 0; u < keywordUses.length; u++) {
        const use = keywordUses[u] as (typeof keywordUses)[number];
        addHit(use.rule, use.near, end);
      }
      const bit = disguise[keyword] as number;
      if (bit === Disguise.ROT13) {
        if (rot13 >= 0 && rot13 !== keyword) hints |= bit;
        rot13 = keyword;
      } else if (bit === Disguise.REVERSED) {
        if (reversed >= 0 && reversed !== keyword) hints |= bit;
        reversed = keyword;
      }
    }
    for (let k = 0; k < seen.digitRunCount; k++) {
      const start = seen.digitRuns[k * 3] as number;
      const end = seen.digitRuns[k * 3 + 1] as number;
      const digits = seen.digitRuns[k * 3 + 2] as number;
      for (const rule of digitRules) {
        if (digitsFit(rule.digits as readonly [number, number], digits))
          addWindow(rule, start - rule.reach - slack, end + rule.reach + slack);
      }
    }
    const list = takeCandidates(text, seen, source);
    return { list, rot13: (hints & Disguise.ROT13) !== 0, reversed: (hints & Disguise.REVERSED) !== 0 };
  };

  function takeCandidates(text: string, seen: Sweep, source: Source): Candidate[] {
    const list: Candidate[] = [];
    for (const index of touched) lastKeyword[index] = lastNear[index] = 0;
    const indices = seen.digitRunCount > 0 ? [...touched, ...digitRules.map(({ index }) => index)] : touched;
    for (const index of indices) {
      const found = windows[index];
      if (!found) continue;
      windows[index] = null;
      const rule = rules[index] as CompiledRule;
      if (rule.rule.sources !== undefined && !rule.rule.sources.includes(source)) continue;
      const kept =
        rule.digits !== null && rule.rule.keywords !== undefined ? withDigits(found, rule.digits, seen) : found;
      if (kept.length > 0) list.push({ rule, windows: kept });
    }
    touched.length = 0;
    for (const rule of ungatedRules) {
      if (rule.rule.sources !== undefined && !rule.rule.sources.includes(source)) continue;
      list.push({ rule, windows: overlappingWindows(text.length) });
    }
    return list;
  }
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
  return (unit >= 0xe00 && unit <= 0xeff) || (unit >= 0x1000 && unit <= 0x109f) || (unit >= 0x1780 && unit <= 0x17ff) || unit >= 0x2e80;
}

function isWordUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    (unit >= 0xc0 && unit < 0x2000)
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
