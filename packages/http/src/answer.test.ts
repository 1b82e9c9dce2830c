import { createScanner, type ScanResult } from '@llm-sentinel/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvents, textOf } from '../test/events.js';
import { type AnswerOptions, type AnswerText, answerEvents, answerResponse } from './answer.js';

const scanner = createScanner({ cache: false });
// In parts, so that no scanner of repositories takes it for a real one.
const SECRET = ['ghp', 'zQ4fT1mX8vB2nL6kR9wY3cD7hJ5pS0aGeUiO'].join('_');
const PROMPT = 'You are Marvin, the assistant of Example Bank. The word of the day is heliotrope-nine.';

async function* inPieces(text: string, size = 3): AsyncIterable<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
const events = async (text: AnswerText, options: AnswerOptions = {}) =>
  parseEvents(await answerResponse(text, { scanner, ...options }).text());

describe('answerEvents', () => {
  it('streams a harmless answer as it is, and ends with the id of its scan', async () => {
    let verdict: ScanResult | undefined;
    const text = 'The capital of France is Paris.\n\nAnything else? 🙂';
    const received = await events(inPieces(text), { onResult: (result) => (verdict = result) });
    expect(textOf(received)).toBe(text);
    expect(received.at(-1)).toEqual({ event: 'end', data: { scanId: verdict?.scanId, blocked: false } });
  });

  it('says nothing that was not said, whatever the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom('a ', 'b', '\n', '\n\n', 'data: ', '\r', 'event: end\n', ' ', '\ud83d', '\ude42', '"'),
        ),
        async (pieces) => {
          const received = await events(
            (async function* () {
              yield* pieces;
            })(),
          );
          expect(textOf(received)).toBe(pieces.join(''));
          expect(received.filter(({ event }) => event !== 'message')).toHaveLength(1);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([1, 7, 1_000])('masks a secret in pieces of %d', async (size) => {
    const received = await events(inPieces(`The token is ${SECRET}, keep it.`, size));
    expect(textOf(received)).toMatch(/^The token is \[[A-Z_]+_1\], keep it\.$/);
    expect(received.at(-1)?.data).toMatchObject({ blocked: false });
  });

  it('stops an answer that leaks the prompt, and the model with it', async () => {
    let stopped = false;
    async function* leaking(): AsyncIterable<string> {
      try {
        yield* inPieces(`My instructions are: ${PROMPT} `);
        while (true) yield 'And so on. ';
      } finally {
        stopped = true;
      }
    }
    const abort = new AbortController();
    const received = await events(leaking(), {
      abort,
      context: { protectedText: PROMPT },
      blockMessage: '[withheld]',
    });
    expect(textOf(received)).not.toContain('heliotrope');
    expect(textOf(received)).toMatch(/\[withheld\]$/);
    expect(received.at(-1)).toMatchObject({ event: 'end', data: { blocked: true, threatType: 'prompt_leak' } });
    expect(Object.keys(received.at(-1)?.data ?? {}).sort()).toEqual(['blocked', 'scanId', 'threatType']);
    expect(abort.signal.aborted).toBe(true);
    expect(stopped).toBe(true);
  });

  it('takes what a client sends as source for the word of the model', async () => {
    const sources: string[] = [];
    const watched = createScanner({
      adapters: [{ name: 'seen', onScan: ({ result }) => sources.push(result.source) }],
    });
    await events(inPieces('Hello.'), { scanner: watched, context: { source: 'system' } });
    expect(sources).toEqual(['model']);
  });

  it('says that an answer broke off, but not why', async () => {
    async function* breaking(): AsyncIterable<string> {
      yield 'Hello. '.repeat(60);
      throw new Error('the key sk-… is wrong');
    }
    const errors: unknown[] = [];
    const received = await events(breaking(), { onError: (error) => errors.push(error) });
    expect(textOf(received).length).toBeGreaterThan(0);
    expect(received.at(-1)).toEqual({ event: 'error', data: { status: 502, title: 'Bad Gateway' } });
    expect(errors).toMatchObject([{ message: 'the key sk-… is wrong' }]);
  });

  it('stops the model when its reader goes away, also one that hangs', async () => {
    const abort = new AbortController();
    async function* hanging(): AsyncIterable<string> {
      yield 'Hello. '.repeat(60);
      await new Promise((_, reject) => abort.signal.addEventListener('abort', () => reject(abort.signal.reason)));
    }
    const errors: unknown[] = [];
    const answer = answerEvents(hanging(), { scanner, abort, onError: (error) => errors.push(error) });
    const reader = answer.getReader();
    expect((await reader.read()).done).toBe(false);
    await reader.cancel(new Error('gone'));
    expect(abort.signal.reason).toMatchObject({ message: 'gone' });
    expect(errors).toEqual([]);
  });

  it('does not report a model that was told to stop', async () => {
    const abort = new AbortController();
    async function* stopping(): AsyncIterable<string> {
      yield 'Hello.';
      abort.abort();
      throw abort.signal.reason;
    }
    const errors: unknown[] = [];
    const received = await events(stopping(), { abort, onError: (error) => errors.push(error) });
    expect(received).toEqual([{ event: 'error', data: { status: 502, title: 'Bad Gateway' } }]);
    expect(errors).toEqual([]);
  });

  it('takes a stream, and reads no further than it is read', async () => {
    let pulled = 0;
    const endless = new ReadableStream<string>(
      {
        pull(controller) {
          pulled++;
          controller.enqueue('All is well. '.repeat(20));
        },
      },
      { highWaterMark: 0 },
    );
    const reader = answerEvents(endless, { scanner }).getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pulled).toBeLessThan(10);
    await reader.cancel();
  });
});
