import { LRUCache } from 'lru-cache';
import type { Verdict } from './policy.js';
import type { Finding, Source } from './result.js';

/** What is remembered of a scan: everything that depends on the text, its source and the scanner's configuration alone. */
export interface CachedVerdict extends Verdict {
  /** As in `ScanResult`. */
  readonly findings: readonly Finding[];
  /** As in `ScanResult`. */
  readonly triggeredEngines: readonly string[];
  /** As in `ScanResult`. */
  readonly truncated: boolean;
}

/**
 * Remembers verdicts. The text itself is the key, not a hash of it: whoever could craft two texts with one hash could have an
 * attack answered with the verdict of its harmless twin, and a string's hash and comparison are native and faster than ours.
 * `version` changes with rules, model and policy; an entry of another version must not be returned.
 */
export interface VerdictCache {
  /** The verdict on this text, source and version, where it is known. In the stack of every scan: must be quick, and must not throw. */
  get(text: string, source: Source, version: string): CachedVerdict | undefined;
  /** Remembers a verdict, which is frozen. Must not throw. */
  set(text: string, source: Source, version: string, verdict: CachedVerdict): void;
  /** Looks elsewhere for what `get` did not know: `scanAsync` waits for it. Never rejects. */
  load?(text: string, source: Source, version: string): Promise<CachedVerdict | undefined>;
  /** Keeps elsewhere what took asynchronous engines to find out. `scan` alone is faster than any other place. Never throws. */
  save?(text: string, source: Source, version: string, verdict: CachedVerdict): void;
  /** Resolves when everything saved so far is written or given up. Never rejects. */
  flush?(): Promise<void>;
  /** Entries held, for `health()`. */
  readonly size?: number;
  /** Forgets everything. */
  clear?(): void;
}

/** Longer texts are rarely seen twice and would push out many short ones. */
const MAX_TEXT_CHARS = 100_000;

type BySource = { version: string } & Partial<Record<Source, CachedVerdict>>;

/** The default cache: least recently used out first, bounded by entries and by the sum of text lengths. */
export function createVerdictCache({ maxEntries, maxChars }: { maxEntries: number; maxChars: number }): VerdictCache {
  const entries = new LRUCache<string, BySource>({
    max: maxEntries,
    maxSize: maxChars,
    // An empty text has a size too, or lru-cache refuses it.
    sizeCalculation: (_, text) => text.length + 1,
    maxEntrySize: Math.min(maxChars, MAX_TEXT_CHARS),
  });
  return {
    get(text, source, version) {
      if (text.length >= MAX_TEXT_CHARS) return undefined;
      const known = entries.get(text);
      return known?.version === version ? known[source] : undefined;
    },
    set(text, source, version, verdict) {
      if (text.length >= MAX_TEXT_CHARS) return;
      const known = entries.peek(text);
      if (known?.version === version) known[source] = verdict;
      else entries.set(text, { version, [source]: verdict });
    },
    get size() {
      return entries.size;
    },
    clear: () => entries.clear(),
  };
}
