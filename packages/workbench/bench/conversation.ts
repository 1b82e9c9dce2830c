// Does a chat get slower as it gets longer, when all of it is submitted at each turn?
import { type ChatMessage, createScanner } from '@llm-sentinel/core';
import { median } from './measure.js';
import { type Table, target } from './report.js';
import { clean } from './texts.js';

const TURNS = 200;
const ROUNDS = 30;

export function conversation(): readonly Table[] {
  const times: number[][] = Array.from({ length: TURNS }, () => []);
  for (let round = 0; round < ROUNDS; round++) {
    const scanner = createScanner();
    const messages: ChatMessage[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const start = (turn * 731 + round * 17) % 40_000;
      messages.push({
        role: turn % 2 === 0 ? 'user' : 'assistant',
        content: `${turn}. ${clean.document50k.slice(start, start + 600)}`,
      });
      const before = performance.now();
      scanner.scanMessages(messages);
      times[turn]?.push((performance.now() - before) * 1000);
    }
  }
  const at = (turn: number) => median(times[turn - 1] as number[]);
  const first = at(1);
  return [
    {
      title: 'Chats',
      about: `A chat of ${TURNS} messages of 600 characters, all of it passed to \`scanMessages\` at each turn. Microseconds a turn, with the default cache.`,
      header: ['turn', 'µs', 'times the first', 'wanted'],
      rows: [1, 2, 10, 50, 100, 200].map((turn) => [
        String(turn),
        at(turn).toFixed(0),
        (at(turn) / first).toFixed(2),
        turn === TURNS ? target('2 times', at(turn) <= 2 * first) : '',
      ]),
    },
  ];
}
