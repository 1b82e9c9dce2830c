import type { ScanContext, ScanResult, Source } from '@llm-sentinel/core';
import { blocked } from './blocked.js';
import type { ChatGuardOptions } from './chat-guard.js';
import { createHiding } from './redaction.js';
import { createTextGuard, type TextGuard } from './text-guard.js';
import { type Part, readPassages, type TextMap, writePassages } from './text-map.js';

/** One request to a model and its answer. Not for a second one: what the first has hidden is remembered here. */
export interface ChatTurn {
  /**
   * Scans what the model is to read, and answers a copy without what must be hidden or withheld.
   *
   * @throws SentinelError BLOCKED with `details: { stage: 'input', result }`.
   */
  input<T>(value: T, map: TextMap<T>): Promise<T>;
  /** The same for what the model has written. @throws SentinelError BLOCKED with `details: { stage: 'output', result }`. */
  output<T>(value: T, map: TextMap<T>): Promise<T>;
  /** For a text that the model writes in pieces: one guard a text. */
  stream(): TextGuard;
  /** Gives up the texts of `stream` that have not ended. For when a reader may have left: call it last in any case. */
  close(): void;
}

type Stage = 'input' | 'output';

export function createTurn(options: Required<ChatGuardOptions>): ChatTurn {
  const { scanner, context, withhold, notice, redact, trustAssistant } = options;
  const hiding = createHiding();
  const streams: TextGuard[] = [];

  async function pass<T>(stage: Stage, value: T, map: TextMap<T>): Promise<T> {
    const passages = readPassages(value, map);
    const firstNew = stage === 'input' ? passages.findLastIndex(({ source }) => source === 'model') + 1 : 0;
    const written: (readonly string[])[] = [];
    for (const [index, { source, parts }] of passages.entries()) {
      const judgedAs = stage === 'input' && source === 'model' && !trustAssistant ? 'user' : source;
      const result = await scanner.scanAsync(joined(parts), contextOf(judgedAs, index >= firstNew));
      written.push(writtenParts(stage, parts, result));
    }
    return writePassages(value, map, written);
  }

  /** What was said before the model's last answer was a turn of the session then, and must not count again. */
  function contextOf(source: Source, isNew: boolean): ScanContext {
    if (isNew && source !== 'system') return { ...context, source };
    const { sessionId: _, ...rest } = context;
    return { ...rest, source };
  }

  function writtenParts(stage: Stage, parts: readonly Part[], result: ScanResult): readonly string[] {
    if (result.action === 'block') {
      if (!withhold.includes(result.source)) throw blocked(stage, result);
      return parts.map(() => notice);
    }
    let at = 0;
    return parts.map((part) => {
      const from = at;
      at += part.text.length + separatorAfter(part).length;
      if (part.isKey) return part.text;
      const hidden =
        redact && result.action === 'redact'
          ? hiding.hide(part.text, from, result, stage === 'input' && result.source === 'user')
          : part.text;
      return stage === 'output' ? hiding.show(hidden) : hidden;
    });
  }

  return {
    input: (value, map) => pass('input', value, map),
    output: (value, map) => pass('output', value, map),
    stream() {
      const stream = createTextGuard(scanner, context, hiding, redact);
      streams.push(stream);
      return stream;
    },
    close() {
      for (const stream of streams) stream.cancel();
    },
  };
}

// A key and its value as they would stand in a text: `password: …` is what rules know.
const separatorAfter = ({ isKey }: Part): string => (isKey ? ': ' : '\n');

function joined(parts: readonly Part[]): string {
  return parts.map((part, index) => part.text + (index === parts.length - 1 ? '' : separatorAfter(part))).join('');
}
