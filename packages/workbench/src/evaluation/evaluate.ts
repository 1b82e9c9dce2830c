// `pnpm evaluate --data FOLDER`: what scan() in balanced mode makes of labelled texts that nobody trained on. Tables are printed; `--out FOLDER`
// gets the pictures and the verdicts, `--before FILE` compares with the verdicts of an earlier run.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fromCaller, loadSets, namedFolder, type SetName } from '../data/rows.js';
import { drawCharts } from './charts.js';
import { evaluatePii } from './entities.js';
import { flips, type Verdicts, verdictsOf } from './flips.js';
import { type Judged, judgeRows } from './judge.js';
import { leaveOneSourceOut } from './leave-one-out.js';
import { evaluateSecrets } from './secrets.js';
import { groupRows, reliabilityRows, separationRows, summaryRow, type TableRow, thresholdRows } from './tables.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    set: { type: 'string', multiple: true, default: ['public-dev', 'authored-dev', 'own-held-out'] },
    /** Percentages of false alarms whose thresholds are printed. */
    fpr: { type: 'string', multiple: true, default: ['0.1', '0.5', '1', '3'] },
    out: { type: 'string' },
    before: { type: 'string' },
    'leave-one-out': { type: 'boolean', default: false },
  },
});
const data = namedFolder(values.data);

const sets = loadSets(data);
const judgedSets = new Map<string, readonly Judged[]>();
for (const name of values.set) {
  const rows = sets.get(name as SetName);
  if (rows === undefined) {
    console.error(`There is no set '${name}'. Sets: ${[...sets.keys()].join(', ')}.`);
    process.exit(2);
  }
  judgedSets.set(name, judgeRows(rows));
}

table(
  'All sets',
  [...judgedSets].map(([name, judged]) => summaryRow(name, judged)),
);
for (const [name, judged] of judgedSets) {
  table(
    `${name}: by label and kind`,
    groupRows(judged, ({ row }) => `${row.label} ${row.kind}`),
  );
  table(
    `${name}: by language`,
    groupRows(judged, ({ row }) => `${labelOf(row.label)} ${row.lang}`),
  );
  table(
    `${name}: languages told apart`,
    separationRows(judged, ({ row }) => row.lang),
  );
  table(
    `${name}: by channel`,
    groupRows(judged, ({ row }) => `${labelOf(row.label)} from ${row.channel}`),
  );
  table(
    `${name}: by technique`,
    groupRows(judged, ({ row }) => `${labelOf(row.label)} ${row.technique ?? '-'}`),
  );
  table(
    `${name}: by source`,
    groupRows(judged, ({ row }) => `${labelOf(row.label)} ${row.source}`),
  );
  table(
    `${name}: thresholds for a budget of false alarms`,
    thresholdRows(
      judged,
      values.fpr.map((rate) => Number(rate) / 100),
    ),
  );
  table(`${name}: calibration`, reliabilityRows(judged));
}
table('Personal data', evaluatePii(data));
table('Secrets', evaluateSecrets(data, sets.get('public-dev') ?? []));
if (values['leave-one-out']) table('Public attacks, each source by a model that never saw it', leaveOneSourceOut(sets));
if (values.before !== undefined) {
  const before = JSON.parse(readFileSync(fromCaller(values.before), 'utf8')) as Verdicts;
  table(
    'Changed verdicts',
    [...judgedSets.values()].flatMap((judged) => flips(judged, before)).map((flip) => ({ ...flip })),
  );
}
if (values.out !== undefined) {
  const out = fromCaller(values.out);
  mkdirSync(out, { recursive: true });
  for (const [name, svg] of await drawCharts(judgedSets)) writeFileSync(join(out, `${name}.svg`), svg);
  const verdicts = verdictsOf([...judgedSets.values()].flat());
  writeFileSync(join(out, 'verdicts.json'), `${JSON.stringify(verdicts)}\n`);
}

function labelOf(label: string): string {
  return label === 'benign' || label === 'harmful' ? label : 'attack';
}

function table(title: string, rows: readonly TableRow[]): void {
  console.log(`\n${title}`);
  console.table(rows);
}
