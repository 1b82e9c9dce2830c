// Does memory grow with the number of scans?
import { createScanner } from '@llm-sentinel/core';
import { type Table, target } from './report.js';
import { clean } from './texts.js';

const SCANS = 1_000_000;
const MARKS = [100_000, 250_000, 500_000, 750_000, SCANS];

export function memory(): readonly Table[] {
  const scanner = createScanner();
  const used: { scans: number; heap: number; rss: number }[] = [];
  let scans = 0;
  for (const mark of MARKS) {
    for (; scans < mark; scans++) scanner.scan(`${scans} ${clean.chat80}`);
    globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    used.push({ scans, heap: heapUsed / 1e6, rss: rss / 1e6 });
  }
  const warm = used[0]?.heap as number;
  return [
    {
      title: 'Memory',
      about: `${SCANS.toLocaleString('en')} texts of about 90 characters, all different, through one scanner with the default cache. Megabytes after a collection.`,
      header: ['scans', 'heap MB', 'resident MB', 'wanted'],
      rows: used.map(({ scans: count, heap, rss }) => [
        count.toLocaleString('en'),
        heap.toFixed(1),
        rss.toFixed(0),
        count === SCANS ? target('flat', heap <= warm * 1.1) : '',
      ]),
    },
  ];
}
