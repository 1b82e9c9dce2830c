// `pnpm errors --data FOLDER --set NAME`: the worst misjudged texts, and why. Not for the dev sets: who reads their errors tunes on them.
import { parseArgs } from 'node:util';
import { loadSets, namedFolder, type SetName } from '../data/rows.js';
import { type Judged, judgeRows, withoutHarmful } from './judge.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    set: { type: 'string', default: 'own-held-out' },
    limit: { type: 'string', default: '25' },
    lang: { type: 'string' },
  },
});
const data = namedFolder(values.data);

const rows = loadSets(data).get(values.set as SetName);
if (rows === undefined || values.set.endsWith('-dev')) {
  console.error(`There is no set '${values.set}' whose errors may be read.`);
  process.exit(2);
}
const judged = withoutHarmful(judgeRows(rows.filter(({ lang }) => values.lang === undefined || lang === values.lang)));
const limit = Number(values.limit);
show('Harmless, and judged suspicious', worst(judged, false));
show('Attacks, and judged harmless', worst(judged, true));

function worst(items: readonly Judged[], attack: boolean): Judged[] {
  const sign = attack ? 1 : -1;
  return items
    .filter((item) => item.attack === attack)
    .sort((a, b) => sign * (a.score - b.score))
    .slice(0, limit);
}

function show(title: string, items: readonly Judged[]): void {
  console.log(`\n${title}\n${'='.repeat(title.length)}`);
  for (const { row, result } of items) {
    console.log(`\n${row.id} (${row.lang}, ${row.kind}, from ${row.channel}) risk ${result.riskScore}`);
    console.log(`  ${row.text.slice(0, 600).replaceAll('\n', '\n  ')}`);
    for (const { rule, score, message, evidence = [] } of result.findings) {
      console.log(`  - ${rule} ${score}: ${message}`);
      for (const { concept, weight, start, end } of evidence) {
        console.log(`      ${weight.toFixed(2)} ${concept}: ${row.text.slice(start, end)}`);
      }
    }
  }
}
