// How fast is a scan, and how far from the least that has to be done?
import { createScanner } from '@llm-sentinel/core';
import { createFloor } from './floor.js';
import { compare, measure } from './measure.js';
import { type Table, target } from './report.js';
import { attacks, clean } from './texts.js';

const texts: Readonly<Record<string, string>> = {
  ...clean,
  ...Object.fromEntries(Object.entries(attacks).map(([name, text]) => [`${name}, attacking`, text])),
};

/** Wanted, by text. */
const wanted: Readonly<Record<string, (perSecond: number, megabytes: number, p99: number) => string>> = {
  chat80: (perSecond, _, p99) => target('300,000/s, p99 < 10 µs', perSecond >= 300_000 && p99 < 10),
  prompt2k: (_, megabytes) => target('60 MB/s', megabytes >= 60),
  document50k: (_, megabytes) => target('75 MB/s', megabytes >= 75),
};

export function throughput(): readonly Table[] {
  const scanner = createScanner({ cache: false });
  const rows = Object.entries(texts).map(([name, text]) => {
    const { p50, p99 } = measure(() => scanner.scan(text));
    const [perSecond, megabytes] = [1e6 / p50, text.length / p50];
    return [
      name,
      perSecond >= 100 ? Math.round(perSecond).toLocaleString('en') : perSecond.toFixed(1),
      megabytes.toFixed(1),
      p50.toFixed(1),
      p99.toFixed(1),
      wanted[name]?.(perSecond, megabytes, p99) ?? '',
    ];
  });
  return [
    {
      title: 'Throughput',
      about:
        'One thread, every default engine and the classifier on, no cache, no adapter. A megabyte is a million UTF-16 code units; figures are of the median scan.',
      header: ['text', 'scans/s', 'MB/s', 'p50 µs', 'p99 µs', 'wanted'],
      rows,
    },
    limit(),
  ];
}

function limit(): Table {
  const scanner = createScanner({ cache: false });
  const floor = createFloor();
  const rows = (['chat80', 'prompt2k', 'document50k', 'mixed50k', 'code50k'] as const).map((name) => {
    const text = clean[name];
    const [least, scan] = compare([() => floor(text), () => scanner.scan(text)]) as [number, number];
    const share = least / scan;
    const asked = name === 'prompt2k' || name === 'document50k';
    return [
      name,
      ((least * 1000) / text.length).toFixed(1),
      ((scan * 1000) / text.length).toFixed(1),
      share.toFixed(2),
      asked ? target('0.4', share >= 0.4) : '',
    ];
  });
  return {
    title: 'The limit',
    about:
      'A program that does the least any scanner of this kind has to: it folds each character, steps the same keyword automaton, hashes words and pairs of words, and adds the weights of both. It reports nothing. Nanoseconds a character, and what share of the scan that is.',
    header: ['text', 'least ns', 'scan ns', 'share', 'wanted'],
    rows,
  };
}
