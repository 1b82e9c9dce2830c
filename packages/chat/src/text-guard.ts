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
  /** Gives the text up: what came of it is judged and reported, and nobody gets the rest. Nothing after the end. */
  cancel(): void;
}

export function createTextGuard(
  scanner: ChatScanner,
  context: ScanContext,
  hiding: Hiding,
  redacts: boolean,
): TextGuard {
  let verdict: ScanResult | undefined;
  const text = scanner.openStream({
    context: { ...context, source: 'model' },
    redact: redacts,
    vault: hiding.vault,
    restorable: hiding.isOwn,
    onResult: (result) => {
      verdict = result;
    },
  });

  function unlessBlocked(passing: string): string {
    if (text.blocked) throw blocked('output', verdict as ScanResult);
    return passing;
  }

  return {
    push: async (piece) => unlessBlocked(text.push(piece)),
    end: async () => unlessBlocked(text.end()),
    cancel: () => text.cancel(),
  };
}
