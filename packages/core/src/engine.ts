import type { Decoding, Finding, Source } from './result.js';

/** One view of the text: itself, or what a hidden part of it decodes to. */
export interface Layer {
  /** How it was decoded, outermost first. Empty for the text itself. */
  readonly decodedFrom: readonly Decoding[];
  /** The text of this layer as it stands. */
  readonly text: string;
  /** Lower case, compatibility forms and accents resolved, invisible characters gone. */
  readonly folded: string;
  /** Where a span of `folded` lies in the original text. A decoded layer answers with the whole encoded part. */
  locate(start: number, end: number): { readonly start: number; readonly end: number };
}

/** A text made ready for engines. Valid only during the call: its buffers are reused. */
export interface Prepared {
  /** The original text. */
  readonly text: string;
  /** Where the text comes from. */
  readonly source: Source;
  /** What must not leak: system prompt, canary strings. Empty when the caller gave none. */
  readonly protectedText: readonly string[];
  /** The text itself first, then decoded layers. */
  readonly layers: readonly Layer[];
}

/** Finds threats. A pure function of the prepared text: no I/O, no clock, no state between calls. */
export interface Engine {
  /** Unique, kebab-case. Names the engine in findings, metrics and health. */
  readonly name: string;
  /** Part of the cache key and of `result.version`: change it whenever the engine would judge differently. */
  readonly version: string;
  /** Judges a text. What it throws is counted as an error of the scan, and the other engines still judge. */
  scan(prepared: Prepared): readonly Finding[];
}

/** An engine that needs I/O: a model behind HTTP, a native runtime. Runs only in `scanAsync`. */
export interface AsyncEngine {
  /** As of an `Engine`. */
  readonly name: string;
  /** As of an `Engine`. */
  readonly version: string;
  /** Must stop soon after `signal` aborts; its findings are then ignored. */
  scanAsync(prepared: Prepared, signal: AbortSignal): Promise<readonly Finding[]>;
}
