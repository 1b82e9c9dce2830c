import {
  type ScanContext,
  type Scanner,
  type ScanResult,
  type ScanStreamOptions,
  scanStream,
} from '@llm-sentinel/core';
import { problemOf } from './problem.js';

/** The text of an answer as it arrives, such as the deltas of a model client's stream. */
export type AnswerText = ReadableStream<string> | AsyncIterable<string>;

/** How an answer is guarded, and who is told how it ended. */
export interface AnswerOptions extends Pick<ScanStreamOptions, 'blockMessage' | 'maxHoldChars' | 'redact' | 'vault'> {
  /** Whose answer it is, and in `protectedText` what it must not contain: the system prompt. @default {} */
  readonly context?: ScanContext;
  /** Told the verdict on what came of the answer, when it has ended, was stopped, or its client went away. */
  readonly onResult?: ((result: ScanResult) => void) | undefined;
  /** Told why the answer broke off. The client is told that it did. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /**
   * Aborted when the answer was blocked or its reader went away. Give its signal to the model, or it stops at its next piece.
   * @default one of its own
   */
  readonly abort?: AbortController;
  /** Who judges. @default the one of `configure()` */
  readonly scanner?: Pick<Scanner, 'scanStream'>;
}

/** Fields of a response that is a stream of events: nothing on the way may keep it, change it or wait for more of it. */
export const EVENT_STREAM_HEADERS: Readonly<Record<string, string>> = Object.freeze({
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
});

const encoder = new TextEncoder();

/**
 * Scans an answer as it streams and makes server-sent events of what may pass: `data: {"text":"…"}` for each piece, then
 * `event: end` with `{ scanId, blocked, threatType? }`, or `event: error` with a problem. When the reader cancels, or the answer
 * is blocked, so is the source: the model stops.
 *
 * @example
 * await pipeline(answerEvents(deltas, { context }), response);
 */
export function answerEvents(text: AnswerText, options: AnswerOptions = {}): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { context, onResult, onError, abort, scanner = { scanStream }, ...streaming } = options;
  let result: ScanResult | undefined;
  const scanned = readable(text).pipeThrough(
    scanner.scanStream({
      ...streaming,
      context: { ...context, source: 'model' },
      onResult(verdict) {
        result = verdict;
        onResult?.(verdict);
      },
    }),
  );
  const reader = scanned.getReader();

  /** The next event, and whether it is the last. */
  async function next(): Promise<{ bytes: Uint8Array<ArrayBuffer>; isLast: boolean }> {
    try {
      const { done, value } = await reader.read();
      if (done) {
        if (result?.isSafe === false) abort?.abort();
        return { bytes: event(ending(result), 'end'), isLast: true };
      }
      return { bytes: event({ text: value }), isLast: false };
    } catch (error) {
      // Who stopped the model needs not be told that it stopped.
      if (abort?.signal.aborted !== true) onError?.(error);
      return { bytes: event(problemOf(error, 502).body, 'error'), isLast: true };
    }
  }

  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { bytes, isLast } = await next();
        controller.enqueue(bytes);
        if (isLast) controller.close();
      },
      async cancel(reason) {
        abort?.abort(reason);
        // Nobody is left who could be told that the source failed to stop.
        await reader.cancel(reason).catch(() => {});
      },
    },
    // Nothing is read ahead of whoever reads: a slow client slows the model, not our memory.
    { highWaterMark: 0 },
  );
}

/** `answerEvents` as a web-standard response. */
export function answerResponse(text: AnswerText, options: AnswerOptions = {}): Response {
  return new Response(answerEvents(text, options), { headers: EVENT_STREAM_HEADERS });
}

/** `ReadableStream.from`, which browsers and some workers lack. */
function readable(text: AnswerText): ReadableStream<string> {
  if (text instanceof ReadableStream) return text;
  const iterator = text[Symbol.asyncIterator]();
  return new ReadableStream<string>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

function ending(result: ScanResult | undefined): object {
  if (result === undefined) return { blocked: false };
  const { scanId, isSafe, threatType } = result;
  return { scanId, blocked: !isSafe, ...(!isSafe && threatType !== null && { threatType }) };
}

function event(data: object, name?: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(`${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`);
}
