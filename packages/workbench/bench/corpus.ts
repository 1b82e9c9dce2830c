// What do texts cost of which no two are the same? The other benches repeat theirs, and a processor learns to foresee every branch of those.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createScanner, type Source } from '@llm-sentinel/core';
import { median } from './measure.js';
import type { Table } from './report.js';

interface Row {
  readonly text: string;
  readonly label: string;
  readonly lang: string;
  readonly channel: Source;
}

const FILES = ['applications', 'carriers', 'direct-en', 'indirect-en', 'multilingual', 'wordings'];
const ROUNDS = 9;
const REPEATS = 20;

const isHarmless = ({ label }: Row) => label === 'benign';
/** Groups of the corpus. */
const GROUPS: Readonly<Record<string, (row: Row) => boolean>> = {
  'chat, English': (row) => isHarmless(row) && row.lang === 'en' && row.channel === 'user',
  'documents, English': (row) => isHarmless(row) && row.lang === 'en' && row.channel === 'document',
  'tool results, English': (row) => isHarmless(row) && row.lang === 'en' && row.channel === 'tool',
  'all harmless, other languages': (row) => isHarmless(row) && row.lang !== 'en',
  'all attacks': ({ label }) => label === 'injection' || label === 'jailbreak',
};

/** `folder`: the project's corpus. */
export function corpus(folder: string): readonly Table[] {
  const rows = FILES.flatMap((file) =>
    readFileSync(join(folder, `${file}.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row),
  );
  const scanner = createScanner({ cache: false });
  /** Nanoseconds that scanning all rows takes, each so often in a row. */
  const timed = (group: readonly Row[], times: number): number => {
    const started = performance.now();
    for (const { text, channel } of group) {
      for (let k = 0; k < times; k++) scanner.scan(text, { source: channel });
    }
    return ((performance.now() - started) * 1e6) / times;
  };
  return [
    {
      title: 'Texts that are all different',
      about:
        "The project's own corpus, each text once a round, the median of the rounds. A processor has learnt the branches of a text that comes again and again, as in all other tables here; the last column says what these texts cost then.",
      header: ['texts', 'number', 'characters', 'µs a text', 'ns a character', `the same ${REPEATS} times in a row`],
      rows: Object.entries(GROUPS).map(([name, belongs]) => {
        const group = rows.filter(belongs);
        const chars = group.reduce((sum, { text }) => sum + text.length, 0);
        const once = median(Array.from({ length: ROUNDS }, () => timed(group, 1)));
        const again = timed(group, REPEATS);
        return [
          name,
          group.length.toLocaleString('en'),
          (chars / group.length).toFixed(0),
          (once / group.length / 1000).toFixed(1),
          (once / chars).toFixed(1),
          (again / chars).toFixed(1),
        ];
      }),
    },
  ];
}
