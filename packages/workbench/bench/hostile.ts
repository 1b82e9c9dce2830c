// How slow can one text make a scan?
import { createScanner } from '@llm-sentinel/core';
import { hostile } from './hostile-texts.js';
import { measure } from './measure.js';
import { type Table, target } from './report.js';

const CHARS = 50_000;

export function hostileTexts(): readonly Table[] {
  const scanner = createScanner({ cache: false });
  const cases = Object.entries(hostile)
    .map(([name, make]) => {
      const [once, twice, fourTimes] = [1, 2, 4].map((times) => {
        const text = make(CHARS * times);
        // The least of all runs: what else the machine does only adds, and adds more to the longer text.
        return measure(() => scanner.scan(text), 200).min / 1000;
      }) as [number, number, number];
      return { name, once, growth: [twice / once, fourTimes / twice] as const };
    })
    .sort((a, b) => b.once - a.once);
  return [
    {
      title: 'Hostile texts',
      about: `${cases.length} kinds of text made to be slow, of 50,000, 100,000 and 200,000 characters: milliseconds for the first, and how many times as long each doubling takes. The least of several runs.`,
      header: ['text', 'ms at 50k', 'MB/s', 'growth', 'again', 'wanted'],
      rows: cases.map(({ name, once, growth }) => [
        name,
        once.toFixed(2),
        (CHARS / once / 1000).toFixed(1),
        growth[0].toFixed(2),
        growth[1].toFixed(2),
        target('5 ms, 2.3', once <= 5 && Math.max(...growth) <= 2.3),
      ]),
    },
  ];
}
