// The end of a text that comes in pieces: each character is read once, and no pattern runs again where nothing has been added.
import { type Candidate, candidateFinderFor } from './engines/candidates.js';
import { DEFAULT_CONTEXT_CHARS, MAX_WORD, runRule } from './engines/rule-engine.js';
import type { RuleSet } from './engines/rule-set.js';
import { createSweep, dropFront, type Sweep } from './engines/seen.js';
import { sweepOn } from './engines/sweep.js';
import { type Blob, findBlobs } from './normalize/decode/blobs.js';
import { MIN_CODE_DIGITS } from './normalize/decode/index.js';
import { TextLayer } from './normalize/layer.js';
import type { Finding, Source } from './result.js';
import type { Assessor } from './semantics/assess.js';
import type { MeaningReader } from './semantics/meaning.js';

/** Reads the end of one growing text. `text` is what is known of it, less what was dropped, and always ends later than the last time. */
export interface Tail {
  /**
   * Whether patterns find nothing that what was added since the last call is part of. False also where only a full scan can tell: something may be
   * encoded, or characters are hidden.
   */
  isQuiet(text: string): boolean;
  /** How likely all of `text`, as `isQuiet` has last read it, is an attack by what it means; null when that is worth a finding. */
  quietProbability(text: string): number | null;
  /** Forgets the first characters. */
  drop(chars: number): void;
}

/** What is needed to tell what a text means. */
interface Meaning {
  readonly reader: MeaningReader;
  readonly assessor: Assessor;
}

/**
 * Makes tails. What it keeps is scratch memory, shared by all of them. `isAll`: nothing but rules and the model judges the text; else a tail
 * only keeps up, and is never quiet.
 */
export function createTails(ruleSet: RuleSet, meaning: Meaning | null): (source: Source, isAll: boolean) => Tail {
  const find = candidateFinderFor(ruleSet);
  return (source, isAll) => {
    const seen = createSweep();
    /** Up to here only a full scan can tell. */
    let hiddenTo = 0;
    /** Up to here folding takes more than lower-casing. */
    let oddTo = 0;
    return {
      isQuiet(text) {
        const added = seen.open.at;
        sweepOn(text, ruleSet.keywords.automaton, seen);
        if (!seen.foldsByCase) oddTo = text.length;
        if (takeHints(seen)) hiddenTo = text.length;
        if (!isAll || hiddenTo > 0) return false;
        const { list, rot13, reversed } = find(text, seen, source);
        if (rot13 || reversed || hasEncoded(text, seen, added)) return false;
        return findNothing(list, text, added, oddTo === 0);
      },
      quietProbability(text) {
        if (meaning === null) return 0;
        const findings: Finding[] = [];
        const window = meaning.reader.read(TextLayer.original(text), seen.words, source, findings);
        return findings.length === 0 ? meaning.assessor.quietProbability(window, source) : null;
      },
      drop(chars) {
        dropFront(seen, chars);
        hiddenTo = Math.max(0, hiddenTo - chars);
        oddTo = Math.max(0, oddTo - chars);
      },
    };
  };
}

/** Whether the pass has met what decoders look into. Starts counting anew, so that one sign does not count for the rest of the text. */
function takeHints(seen: Sweep): boolean {
  const { open } = seen;
  if (seen.traits === 0 && seen.invisible === 0) return false;
  if (seen.traits !== open.traits) open.leetSigns = open.morseSigns = 0;
  open.traits = seen.traits = seen.invisible = 0;
  return true;
}

/** Whether something that may be an encoded text reaches into what was added. */
function hasEncoded(text: string, seen: Sweep, added: number): boolean {
  for (let k = seen.digitRunCount - 1; k >= 0 && (seen.digitRuns[k * 3 + 1] as number) >= added; k--) {
    if (Math.abs(seen.digitRuns[k * 3 + 2] as number) >= MIN_CODE_DIGITS) return true;
  }
  for (let k = seen.tokenCount - 1; k >= 0 && (seen.tokens[k * 2 + 1] as number) >= added; k--) {
    const blobs: Blob[] = [];
    findBlobs(text, seen.tokens[k * 2] as number, seen.tokens[k * 2 + 1] as number, blobs);
    if (blobs.length > 0) return true;
  }
  return false;
}

/** Runs rules where their windows reach into what was added. Elsewhere they have found nothing before. */
function findNothing(candidates: readonly Candidate[], text: string, added: number, foldsByCase: boolean): boolean {
  const near: Candidate[] = [];
  let from = text.length;
  for (const { rule, windows } of candidates) {
    // A window is read to the end of its last word, and words behind it make a finding likelier.
    const margin = MAX_WORD + (rule.context?.within ?? DEFAULT_CONTEXT_CHARS);
    let first = windows.length;
    while (first > 0 && (windows[first - 1] as number) + margin >= added) first -= 2;
    if (first === windows.length) continue;
    near.push({ rule, windows: first === 0 ? windows : windows.slice(first) });
    from = Math.min(from, (windows[first] as number) - margin);
  }
  if (near.length === 0) return true;
  const start = Math.max(0, from);
  const layer = TextLayer.original(text.slice(start));
  layer.foldsByCase = foldsByCase;
  const findings: Finding[] = [];
  for (const { rule, windows } of near) {
    for (let k = 0; k < windows.length; k++) (windows[k] as number) -= start;
    runRule({ rule, windows }, layer, findings);
    if (findings.length > 0) return false;
  }
  return true;
}
