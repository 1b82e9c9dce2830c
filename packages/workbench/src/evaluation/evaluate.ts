// `pnpm evaluate --data FOLDER [--set NAME]... [--rules]`: what scan() in balanced mode makes of labelled texts.
import { parseArgs } from 'node:util';
import { createScanner, type ScanResult } from '@llm-sentinel/core';
import { loadSets, type Row, sourceOf } from './rows.js';
import { wilson } from './wilson.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    set: { type: 'string', multiple: true, default: ['public-train', 'authored-train'] },
    rules: { type: 'boolean', default: false },
  },
});
if (values.data === undefined) {
  console.error('Name the folder of labelled data: --data FOLDER');
  process.exit(2);
}
interface Judged {
  readonly row: Row;
  readonly result: ScanResult;
}

const DATA_THREATS: readonly (string | null)[] = ['pii', 'secret'];
/** Personal data in a harmless text is no false alarm about an attack. */
const suspected = ({ result }: Judged) =>
  result.action === 'block' || (result.action === 'flag' && !DATA_THREATS.includes(result.threatType));

const sets = loadSets(values.data);
const scanner = createScanner({ cache: false });

for (const name of values.set) {
  const rows = sets.get(name);
  if (rows === undefined) {
    console.error(`There is no set '${name}'. Sets: ${[...sets.keys()].join(', ')}.`);
    process.exit(2);
  }
  const judged = rows.map((row) => ({ row, result: scanner.scan(row.text, { source: sourceOf(row) }) }));
  console.log(`\n${name}: ${rows.length} texts\n`);
  printTable(judged, ({ row }) => `${row.label} ${row.kind}`);
  printTable(
    judged,
    ({ row }) => `${row.label === 'benign' || row.label === 'harmful' ? row.label : 'attack'} ${row.lang}`,
  );
  if (values.rules) printRules(judged);
}

function printTable(judged: readonly Judged[], groupOf: (item: Judged) => string): void {
  const groups = groupBy(judged, groupOf);
  const rows = [...groups]
    .filter(([, items]) => items.length >= 20)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([group, items]) => {
      const blocked = items.filter(({ result }) => result.action === 'block').length;
      const [low, high] = wilson(blocked, items.length);
      return {
        group,
        texts: items.length,
        'blocked %': percent(blocked / items.length),
        '95 % interval': `${percent(low)} .. ${percent(high)}`,
        'blocked or flagged %': percent(items.filter(suspected).length / items.length),
      };
    });
  console.table(rows);
}

function groupBy(items: readonly Judged[], groupOf: (item: Judged) => string): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group === undefined) groups.set(groupOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Which rules fire on attacks and on harmless texts: those that fire on both need a look. */
function printRules(judged: readonly Judged[]): void {
  const counts = new Map<string, { attacks: number; benign: number }>();
  for (const { row, result } of judged) {
    for (const rule of new Set(result.findings.map(({ rule: id }) => id))) {
      const count = counts.get(rule) ?? { attacks: 0, benign: 0 };
      if (row.label === 'benign' || row.label === 'harmful') count.benign++;
      else count.attacks++;
      counts.set(rule, count);
    }
  }
  console.table([...counts].sort(([, a], [, b]) => b.benign - a.benign).map(([rule, count]) => ({ rule, ...count })));
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
