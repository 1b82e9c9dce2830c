import { type Sweep, Trait } from '../../engines/seen.js';
import type { Decoding } from '../../result.js';
import type { TextLayer } from '../layer.js';
import { type Blob, findBlobs } from './blobs.js';
import {
  decodeCharacterCodes,
  decodeHomoglyphs,
  decodeLeet,
  decodeMorse,
  decodeReversed,
  decodeReversedWords,
  decodeRot13,
  decodeSpaced,
  decodeTags,
} from './disguises.js';
import { decodeEntities, decodeEscapes, decodePercent, decodeQuotedPrintable } from './escapes.js';
import type { Rewritten } from './rewrite.js';

/** What decoding may still cost in one scan. Counted down as layers are made. */
export interface DecodeBudget {
  /** UTF-16 units of decoded text. */
  chars: number;
  /** Set when something was left out for want of budget. */
  exhausted: boolean;
}

/** Which letter-by-letter disguises the keywords gave away: see `disguisedKeywords`. */
export interface DisguiseHints {
  readonly rot13: boolean;
  readonly reversed: boolean;
}

type Rewriter = (text: string, maxChars: number) => Rewritten | null;

// Kind, the trait that lets it run, which view of the layer it reads, how.
const REWRITERS: readonly (readonly [Decoding, number, 'text' | 'folded', Rewriter])[] = [
  ['percent', Trait.PERCENT, 'text', decodePercent],
  ['html', Trait.ENTITY, 'text', decodeEntities],
  ['escape', Trait.ESCAPE, 'text', decodeEscapes],
  ['quoted-printable', Trait.QUOTED, 'text', decodeQuotedPrintable],
  ['leet', Trait.LEET, 'folded', decodeLeet],
  ['spaced', Trait.SPACED, 'text', decodeSpaced],
  ['homoglyph', Trait.MIXED_SCRIPT, 'folded', decodeHomoglyphs],
  ['morse', Trait.MORSE, 'folded', decodeMorse],
  ['tags', Trait.TAGS, 'text', decodeTags],
];

const ENCODINGS = Trait.PERCENT | Trait.ENTITY | Trait.ESCAPE | Trait.QUOTED;

/** A list of character codes is at least this many digits long: four characters in binary. */
export const MIN_CODE_DIGITS = 32;

/**
 * The layers one step below `layer`, as far as `seen` gives reason to look for any. Linear in the layer's length; each layer
 * made is paid from the budget.
 */
export function decodeLayer(
  layer: TextLayer,
  seen: Sweep,
  hints: DisguiseHints,
  budget: DecodeBudget,
  maxDepth: number,
): readonly TextLayer[] {
  if (seen.traits === 0 && seen.tokenCount === 0 && !hints.rot13 && !hints.reversed && !hasCodes(seen))
    return NO_LAYERS;
  const children: TextLayer[] = [];
  const add = (child: TextLayer): void => {
    if (child.text.length > budget.chars) {
      budget.exhausted = true;
      return;
    }
    budget.chars -= child.text.length;
    children.push(child);
  };
  const rewritten = (decoding: Decoding, of: 'text' | 'folded', rewriter: Rewriter, times = 1): void => {
    let current = layer;
    for (let k = 0; k < times; k++) {
      const source = of === 'text' ? current.text : current.folded;
      const result = rewriter(source, budget.chars);
      // A rewrite grows by at most a few characters per match, so a null with text left over means that it did not fit.
      if (result === null) {
        budget.exhausted ||= source.length > budget.chars;
        break;
      }
      current = current.rewritten(decoding, result.text, result.starts, of);
    }
    if (current !== layer) add(current);
  };
  // `%252569` is `%2569` is `%69`: an encoding inside itself is undone at one go, because nobody reads what stands between.
  const levels = Math.max(1, maxDepth - layer.decodedFrom.length);

  // Encodings spell with digits and signs, which reading leet has turned into letters: what it left of them is not worth a look.
  const isSpelledOut = layer.decodedFrom.includes('leet');
  if (!isSpelledOut) for (const [decoding, parts] of blobsByKind(layer.text, seen)) add(layer.decoded(decoding, parts));
  if (seen.traits !== 0) {
    for (const [decoding, trait, of, rewriter] of REWRITERS) {
      if ((seen.traits & trait) === 0) continue;
      const isEncoding = (trait & ENCODINGS) !== 0;
      if (!(isSpelledOut && isEncoding)) rewritten(decoding, of, rewriter, isEncoding ? levels : 1);
    }
  }
  if (hints.rot13) rewritten('rot13', 'text', decodeRot13);
  if (hints.reversed) {
    rewritten('reversed', 'text', decodeReversed);
    rewritten('reversed', 'text', decodeReversedWords);
  }
  return children;
}

const NO_LAYERS: readonly TextLayer[] = Object.freeze([]);

/** A run of digits that may be a list of character codes. */
function hasCodes({ digitRuns, digitRunCount }: Sweep): boolean {
  for (let k = 0; k < digitRunCount; k++) if (Math.abs(digitRuns[k * 3 + 2] as number) >= MIN_CODE_DIGITS) return true;
  return false;
}

const NO_BLOBS: ReadonlyMap<Decoding, Blob[]> = new Map();

function blobsByKind(text: string, seen: Sweep): ReadonlyMap<Decoding, Blob[]> {
  const blobs: Blob[] = [];
  let done = 0;
  for (let k = 0; k < seen.tokenCount; k++) {
    const start = Math.max(done, seen.tokens[k * 2] as number);
    const end = seen.tokens[k * 2 + 1] as number;
    if (start < end) done = findBlobs(text, start, end, blobs);
  }
  for (let k = 0; k < seen.digitRunCount; k++) {
    if (Math.abs(seen.digitRuns[k * 3 + 2] as number) < MIN_CODE_DIGITS) continue;
    const start = Math.max(0, (seen.digitRuns[k * 3] as number) - 4);
    const end = Math.min(text.length, (seen.digitRuns[k * 3 + 1] as number) + 4);
    const result = decodeCharacterCodes(text.slice(start, end), end - start);
    if (result !== null) blobs.push({ decoding: 'binary', text: result.text, start, end });
  }
  if (blobs.length === 0) return NO_BLOBS;
  const byKind = new Map<Decoding, Blob[]>();
  for (const blob of blobs) {
    const list = byKind.get(blob.decoding);
    if (list === undefined) byKind.set(blob.decoding, [blob]);
    else list.push(blob);
  }
  return byKind;
}
