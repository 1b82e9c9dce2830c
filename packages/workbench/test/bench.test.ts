// The benches' structure without their clocks: what must hold on any machine, however busy.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createScanner } from '@llm-sentinel/core';
import { describe, expect, it } from 'vitest';
import { hostile } from '../bench/hostile-texts.js';
import { performancePage } from '../bench/page.js';
import { clean } from '../bench/texts.js';

const scanner = createScanner({ cache: false });

/** Linear work on four times the text takes four times as long, quadratic work sixteen times. */
const FOUR_TIMES = 4;
const MAX_GROWTH = 9;
const CHARS = 8_000;

/** The least that a scan took: what else the machine does only adds. */
function leastTime(text: string, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    scanner.scan(text);
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

describe('hostile texts', () => {
  it('are of at least 30 kinds, and as long as asked for', () => {
    const made = Object.values(hostile).map((make) => make(CHARS).length);
    expect(made.length).toBeGreaterThanOrEqual(30);
    for (const length of made) expect(length).toBeGreaterThan(CHARS * 0.7);
  });

  it.each(Object.entries(hostile))('cost no more than their length: %s', (_, make) => {
    const [once, fourTimes] = [make(CHARS), make(CHARS * FOUR_TIMES)];
    let growth = Number.POSITIVE_INFINITY;
    // A busy machine may spoil a comparison; a text that grows faster than its length spoils all of them.
    for (let attempt = 0; attempt < 4 && growth > MAX_GROWTH; attempt++)
      growth = leastTime(fourTimes, 4) / leastTime(once, 8);
    expect(growth).toBeLessThanOrEqual(MAX_GROWTH);
  });
});

describe('a clean scan', () => {
  it('makes next to no garbage', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const SCANS = 200;
    const bytesPerScan = (text: string): number => {
      let least = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < 5; attempt++) {
        collect();
        const before = process.memoryUsage().heapUsed;
        for (let k = 0; k < SCANS; k++) scanner.scan(text);
        const used = process.memoryUsage().heapUsed - before;
        if (used > 0) least = Math.min(least, used / SCANS);
      }
      return least;
    };
    for (let k = 0; k < 500; k++) scanner.scan(clean.chat80);
    expect(bytesPerScan(clean.chat80)).toBeLessThan(6_000);
  });
});

describe('the page', () => {
  it('has a table for each question', () => {
    const table = { title: 'Speed', about: 'How fast.', header: ['text', 'ms'], rows: [['a | b', '1']] };
    expect(performancePage({ machine: 'a machine', benches: { speed: [table] } })).toContain(
      '## Speed\n\nHow fast.\n\n| text | ms |\n| --- | ---: |\n| a \\| b | 1 |\n',
    );
  });
});
