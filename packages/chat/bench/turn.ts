// What does the guard add to a request with a history, and to a piece of a stream? Run with:
// npx tsx packages/chat/bench/turn.ts
import { cpus } from 'node:os';
import { createScanner } from '@llm-sentinel/core';
import { chatGuard, type TextMap } from '../src/index.js';

const ROUNDS = 200;
const PIECES = 500;
type Message = { readonly role: 'user' | 'model'; readonly text: string };

const guard = chatGuard({ scanner: createScanner() });
const history = Array.from({ length: 40 }, (_, index): Message => {
  const text = `Note ${index} of our talk about the opening hours of the library and its rules. `.repeat(8);
  return { role: index % 2 === 0 ? 'user' : 'model', text };
});
const map: TextMap<readonly Message[]> = (messages, visit) =>
  messages.map((message) => ({ ...message, text: visit(message.text, message.role, message) }));

const requests: number[] = [];
const pieces: number[] = [];
for (let round = 0; round < ROUNDS * 2; round++) {
  // The last message is new in each request; the others come from the cache.
  const messages = history.with(-1, { role: 'user', text: `${round} ${history[0]?.text}` });
  const turn = guard.turn();
  const started = performance.now();
  await turn.input(messages, map);
  const asked = performance.now();
  const text = turn.stream();
  for (let piece = 0; piece < PIECES; piece++) await text.push('and then ');
  await text.end();
  const ended = performance.now();
  // The first half warms up.
  if (round < ROUNDS) continue;
  requests.push((asked - started) * 1_000);
  pieces.push(((ended - asked) * 1_000) / PIECES);
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[ROUNDS / 2] as number;
console.log(`${cpus()[0]?.model ?? 'unknown CPU'}, Node ${process.version}; medians of ${ROUNDS} requests`);
console.log(`a request with 40 messages of ${history[0]?.text.length} characters  ${median(requests).toFixed(0)} µs`);
console.log(`a piece of a stream, 9 characters                  ${median(pieces).toFixed(1)} µs`);
