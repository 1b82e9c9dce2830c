import type { Layer } from '../engine.js';
import type { Decoding } from '../result.js';
import { type Folded, fold, foldByCase } from './fold.js';

/** A stretch of text, UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const NOT_DECODED: readonly Decoding[] = Object.freeze([]);

function asItStands(start: number, end: number): Span {
  return { start, end };
}

/** A layer with what the pipeline needs beside the public view. Folding waits until something asks for it. */
export class TextLayer implements Layer {
  readonly decodedFrom: readonly Decoding[];
  readonly text: string;
  readonly #toOriginal: (start: number, end: number) => Span;
  #folding: Folded | undefined;
  /** Lower case is all that folding does to the text, as a pass over it has seen. Saves reading it twice more. */
  foldsByCase = false;

  /** `toOriginal` maps offsets of `text` to the original text. */
  constructor(text: string, decodedFrom: readonly Decoding[], toOriginal: (start: number, end: number) => Span) {
    this.text = text;
    this.decodedFrom = decodedFrom;
    this.#toOriginal = toOriginal;
  }

  static original(text: string): TextLayer {
    return new TextLayer(text, NOT_DECODED, asItStands);
  }

  get #fold(): Folded {
    this.#folding ??= this.foldsByCase ? foldByCase(this.text) : fold(this.text);
    return this.#folding;
  }

  get folded(): string {
    return this.#fold.folded;
  }

  /** As `folded`, in the text's own case; the same offsets. */
  get cased(): string {
    return this.#fold.cased;
  }

  /** Offset in `folded` of the character at an offset of `text`, or of the next one that has not vanished. */
  foldedOffset(offset: number): number {
    const { starts, folded } = this.#fold;
    if (starts === null) return offset;
    const last = folded.length;
    // A unit lies before its character, by no more than has vanished in all. Where characters grew, both may be untrue.
    let low = Math.min(last, Math.max(0, offset - (this.text.length - last)));
    if (low > 0 && (starts[low - 1] as number) >= offset) low = 0;
    let high = Math.min(last, offset);
    if ((starts[high] as number) < offset) high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  locate(start: number, end: number): Span {
    const { starts } = this.#fold;
    return starts === null ? this.locateText(start, end) : this.locateText(...throughMap(starts, start, end));
  }

  /** Where a span of `text` lies in the original text. */
  locateText(start: number, end: number): Span {
    return this.#toOriginal(start, end);
  }

  /** The layer that `starts` maps to this one's `text`, or to its `folded` text. */
  rewritten(decoding: Decoding, text: string, starts: Uint32Array, of: 'text' | 'folded'): TextLayer {
    return new TextLayer(text, [...this.decodedFrom, decoding], (start, end) => {
      const [from, to] = throughMap(starts, start, end);
      return of === 'text' ? this.locateText(from, to) : this.locate(from, to);
    });
  }

  /** The layer of several decoded stretches, a line each. A span in it stands for all stretches it touches. */
  decoded(
    decoding: Decoding,
    parts: readonly { readonly text: string; readonly start: number; readonly end: number }[],
  ) {
    const lineStarts: number[] = [];
    let length = 0;
    for (const part of parts) {
      lineStarts.push(length);
      length += part.text.length + 1;
    }
    const partAt = (offset: number) => {
      let index = lineStarts.length - 1;
      while (index > 0 && (lineStarts[index] as number) > offset) index--;
      return parts[index] as Span;
    };
    return new TextLayer(parts.map((part) => part.text).join('\n'), [...this.decodedFrom, decoding], (start, end) =>
      this.locateText(partAt(start).start, partAt(Math.max(start, end - 1)).end),
    );
  }
}

/** A span of the result of a mapping in terms of its source. The source may run backwards. */
function throughMap(starts: Uint32Array, start: number, end: number): [number, number] {
  const last = starts.length - 1;
  const first = starts[Math.min(start, last)] as number;
  const final = starts[Math.min(Math.max(end - 1, 0), last)] as number;
  if (final < first) {
    // Backwards: the first character read is the last one in the source.
    return [final, start === 0 ? first + 1 : (starts[start - 1] as number)];
  }
  return [first, Math.max(starts[Math.min(end, last)] as number, final + (end > start ? 1 : 0))];
}
