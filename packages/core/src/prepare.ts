import type { Prepared } from './engine.js';
import type { Candidate, Candidates } from './engines/candidates.js';
import { candidateFinderFor } from './engines/candidates.js';
import type { RuleSet } from './engines/rule-set.js';
import { createSweep } from './engines/seen.js';
import { sweep } from './engines/sweep.js';
import { type DecodeBudget, type DisguiseHints, decodeLayer } from './normalize/decode/index.js';
import { TextLayer } from './normalize/layer.js';
import type { Decoding, Finding, Source } from './result.js';
import type { MeaningReader, Suspicion } from './semantics/meaning.js';

/** A text with its layers and, for each, the rules that have reason to run. */
export interface PreparedText extends Prepared {
  readonly layers: readonly TextLayer[];
  /** By layer. */
  readonly candidates: readonly (readonly Candidate[])[];
  /** The most suspicious window of all layers; null without a classifier. */
  readonly suspicion: Suspicion | null;
  /** What concept rules found. */
  readonly meanings: readonly Finding[];
  /** Characters of the original text that show nothing. */
  readonly invisible: number;
  /** A limit was met: some decoded text was not looked at. */
  readonly truncated: boolean;
}

export interface PrepareLimits {
  /** Encodings inside encodings. */
  readonly maxDecodeDepth: number;
  /** UTF-16 units of decoded text a scan. */
  readonly maxDecodedChars: number;
}

const WARM_UP_TEXTS = 100;

/**
 * Makes texts ready for a rule set and, if there is a model, reads what each layer means. The function it returns keeps scratch memory,
 * so it is not reentrant.
 */
export function createPrepare(ruleSet: RuleSet, meaning: MeaningReader | null, limits: PrepareLimits) {
  const seen = createSweep();
  const findCandidates = candidateFinderFor(ruleSet);

  warmUp();
  return prepare;

  /**
   * V8 compiles a loop while its first long text is being read, and what it has never seen run behind the loop it leaves out: the compiled code
   * is then abandoned at the end of every text (measured: a 50 kB document took twice as long). So it sees the ends of some short ones first.
   */
  function warmUp(): void {
    for (let k = 0; k < WARM_UP_TEXTS; k++) prepare('Hello, how are you?\nFine. 1234', 'user', []);
  }

  /** `reader`: null to leave out what the text means. */
  function prepare(
    text: string,
    source: Source,
    protectedText: readonly string[],
    reader: MeaningReader | null = meaning,
  ): PreparedText {
    const layers: TextLayer[] = [TextLayer.original(text)];
    const candidates: (readonly Candidate[])[] = [];
    const budget: DecodeBudget = { chars: limits.maxDecodedChars, exhausted: false };
    let invisible = 0;
    let suspicion: Suspicion | null = null;
    const meanings: Finding[] = [];
    // Breadth first: layers grows while we walk it. Where two encodings stand side by side, either order of undoing them gives one text.
    for (let k = 0; k < layers.length; k++) {
      const layer = layers[k] as TextLayer;
      sweep(layer.text, ruleSet.keywords.automaton, seen);
      layer.foldsByCase = seen.foldsByCase;
      if (k === 0) invisible = seen.invisible;
      const found: Candidates = findCandidates(layer.text, seen, source);
      candidates.push(found.list);
      const depth = layer.decodedFrom.length;
      if (reader !== null) {
        const window = reader.read(layer, seen.words, source, meanings);
        if (suspicion === null || window.score > suspicion.window.score) suspicion = { layer, window };
      }
      const decoded = decodeLayer(layer, seen, undisguised(found, layer.decodedFrom), budget, limits.maxDecodeDepth);
      if (decoded.length === 0) continue;
      const children = decoded.filter((child) => !layers.some((known) => known.text === child.text));
      if (depth < limits.maxDecodeDepth) layers.push(...children);
      else if (children.length > 0) budget.exhausted = true;
    }
    return {
      text,
      source,
      protectedText,
      layers,
      candidates,
      suspicion,
      meanings,
      invisible,
      truncated: budget.exhausted,
    };
  }
}

/** Reading backwards twice gives the text again, and so on for ever. */
function undisguised(found: Candidates, decodedFrom: readonly Decoding[]): DisguiseHints {
  if (!found.rot13 && !found.reversed) return found;
  return {
    rot13: found.rot13 && !decodedFrom.includes('rot13'),
    reversed: found.reversed && !decodedFrom.includes('reversed'),
  };
}
