import type { ScanContext, ScanResult } from '@llm-sentinel/core';
import { blocked } from './blocked.js';
import type { ChatScanner } from './chat-guard.js';
import type { Hiding } from './redaction.js';

/** Guards one text that arrives in pieces. */
export interface TextGuard {
  /**
   * Takes a piece and answers what may pass by now, often nothing: the end is held back until it can't become part of a finding.
   *
   * @throws SentinelError BLOCKED, now and for each later piece, when the text must not go on.
   */
  push(piece: string): Promise<string>;
  /** Answers the rest. @throws SentinelError BLOCKED as `push` does. */
  end(): Promise<string>;
}

// Placeholders of the user's own data pass the scanner in another form, so that those it makes itself, which it counts from one as
// well, are not taken for them.
const OWN = /⟦([A-Z0-9_]+)⟧/g;
const PLACEHOLDER = /\[([A-Z][A-Z0-9_]*_\d+)\]/g;
/** What may become a placeholder. None is longer than this. */
const BEGUN = /\[[A-Z0-9_]{0,64}$/;
const OWN_BEGUN = /⟦[A-Z0-9_]{0,64}$/;

export function createTextGuard(
  scanner: ChatScanner,
  context: ScanContext,
  hiding: Hiding,
  redacts: boolean,
): TextGuard {
  let verdict: ScanResult | undefined;
  const { writable, readable } = scanner.scanStream({
    context: { ...context, source: 'model' },
    redact: redacts,
    onResult: (result) => {
      verdict = result;
    },
  });
  const writer = writable.getWriter();
  let passed = '';
  const drained = drain(readable, (piece) => {
    passed += piece;
  });
  // Whoever writes next hears of it; nobody may be waiting for this.
  drained.catch(() => {});
  const marked = heldBack(BEGUN, (text) =>
    text.replace(PLACEHOLDER, (placeholder, name) => (hiding.isOwn(placeholder) ? `⟦${name}⟧` : placeholder)),
  );
  const shown = heldBack(OWN_BEGUN, (text) =>
    text.replace(OWN, (mark, name) => (hiding.isOwn(`[${name}]`) ? hiding.show(`[${name}]`) : mark)),
  );

  function take(isLast: boolean): string {
    if (verdict?.action === 'block') throw blocked('output', verdict);
    const piece = passed;
    passed = '';
    return shown(piece, isLast);
  }

  return {
    async push(piece) {
      const text = marked(piece, false);
      if (text !== '' && verdict === undefined) await writer.write(text);
      return take(false);
    },
    async end() {
      if (verdict === undefined) {
        const rest = marked('', true);
        if (rest !== '') await writer.write(rest);
        // A block ends the stream by itself.
        if (verdict === undefined) await writer.close();
      }
      await drained;
      return take(true);
    },
  };
}

async function drain(readable: ReadableStream<string>, take: (piece: string) => void): Promise<void> {
  const reader = readable.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) take(read.value);
}

/** Applies `change` to a text in pieces, and keeps an end that `begun` matches for the next piece. */
function heldBack(begun: RegExp, change: (text: string) => string): (piece: string, isLast: boolean) => string {
  let held = '';
  return (piece, isLast) => {
    const text = held + piece;
    const at = isLast ? -1 : text.search(begun);
    held = at < 0 ? '' : text.slice(at);
    return change(at < 0 ? text : text.slice(0, at));
  };
}
