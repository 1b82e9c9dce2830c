import { createScanner, type ScanEvent } from '@llm-sentinel/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ChatGuardOptions, chatGuard } from './chat-guard.js';
import type { ChatTurn } from './turn.js';

const KEY = ['AKIA', 'Q3EGRZ5XK7NTWB2D'].join('');
const scanner = createScanner();

async function turnOf(prompt: string, options: ChatGuardOptions = {}): Promise<ChatTurn> {
  const turn = chatGuard({ scanner, ...options }).turn();
  await turn.input(prompt, (text, visit) => visit(text, 'user'));
  return turn;
}

async function streamed(turn: ChatTurn, pieces: readonly string[]): Promise<string> {
  const guard = turn.stream();
  let text = '';
  for (const piece of pieces) text += await guard.push(piece);
  return text + (await guard.end());
}

/** A text in pieces that end at the given places. */
function cut(text: string, places: readonly number[]): string[] {
  const ends = [...new Set([0, ...places.map((place) => place % (text.length + 1)), text.length])].sort(
    (a, b) => a - b,
  );
  return ends.slice(1).map((end, index) => text.slice(ends[index], end));
}

it('wherever a stream is cut, what passes is the same', async () => {
  const turn = await turnOf('I am ann@example.com, my friend is cid@example.net.');
  const text = `Dear [EMAIL_1], bob@example.org has the key ${KEY}. [EMAIL_2] and [EMAIL_9] wait. ${'So be it. '.repeat(40)}[`;
  const expected = text
    .replace('[EMAIL_1]', 'ann@example.com')
    .replace('bob@example.org', '[EMAIL_3]')
    .replace('[EMAIL_2]', 'cid@example.net')
    .replace(KEY, '[AWS_ACCESS_KEY_1]');
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 700 }), { maxLength: 30 }), async (places) => {
      expect(await streamed(turn, cut(text, places))).toBe(expected);
    }),
    { numRuns: 60 },
  );
  expect(await streamed(turn, [...text])).toBe(expected);
});

it('text passes while the stream goes on', async () => {
  const guard = (await turnOf('hello')).stream();
  const passed = [];
  for (let i = 0; i < 40; i++) passed.push(await guard.push('All is well in the library. '));
  expect(passed.filter((piece) => piece !== '').length).toBeGreaterThan(10);
});

it('a stream that is blocked throws, then and for each later piece', async () => {
  const secretive = createScanner({ policy: { secret: { action: { model: 'block' } } } });
  const guard = (await turnOf('hello', { scanner: secretive })).stream();
  const pushed = (async () => {
    let text = '';
    for (let i = 0; i < 100; i++) text += await guard.push(i === 1 ? `the key ${KEY} is ` : 'and so on, ');
    return text;
  })();
  await expect(pushed).rejects.toMatchObject({ code: 'BLOCKED', details: { stage: 'output' } });
  await expect(guard.push('more')).rejects.toMatchObject({ code: 'BLOCKED' });
  await expect(guard.end()).rejects.toMatchObject({ code: 'BLOCKED' });
});

it('a stream whose last words are to be blocked throws at its end', async () => {
  const secretive = createScanner({ policy: { secret: { action: { model: 'block' } } } });
  const guard = (await turnOf('hello', { scanner: secretive })).stream();
  expect(await guard.push(`the key ${KEY}`)).toBe('');
  await expect(guard.end()).rejects.toMatchObject({ code: 'BLOCKED' });
});

it('a stream is one event, of the model', async () => {
  const events: ScanEvent[] = [];
  const watched = createScanner({ adapters: [{ name: 'watch', onScan: (event) => void events.push(event) }] });
  const turn = chatGuard({ scanner: watched }).turn({ requestId: 'r1' });
  await streamed(turn, ['Open ', 'from ', 'nine.']);
  expect(events).toMatchObject([{ result: { source: 'model', inputLength: 15 }, context: { requestId: 'r1' } }]);
});

it('what a tool returned is hidden for good: a stream that names its placeholder brings nothing back', async () => {
  const turn = await turnOf('I am ann@example.com.');
  await turn.input('Ask bob@example.org.', (text, visit) => visit(text, 'tool'));
  expect(await streamed(turn, ['[EMAIL_1] asked [EMA', 'IL_2].'])).toBe('ann@example.com asked [EMAIL_2].');
});

it('a turn that is closed reports what came of its streams, once', async () => {
  const events: ScanEvent[] = [];
  const watched = createScanner({ adapters: [{ name: 'watch', onScan: (event) => void events.push(event) }] });
  const turn = chatGuard({ scanner: watched }).turn();
  await streamed(turn, ['All of it.']);
  await turn.stream().push('A part');
  turn.close();
  turn.close();
  expect(events.map(({ result }) => result.inputLength)).toEqual([10, 6]);
});

it('an empty stream is empty', async () => {
  expect(await streamed(await turnOf('hello'), [])).toBe('');
});

it('nothing is hidden where redaction is off', async () => {
  expect(await streamed(await turnOf('hello', { redact: false }), ['bob@example.org'])).toBe('bob@example.org');
});
