// `pnpm regression`: chooses rows of the corpus whose verdict is beyond doubt, for the test that keeps it so.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCorpus } from '../data/rows.js';
import { isBlocked, type Judged, judgeRows } from './judge.js';
import { groupBy } from './tables.js';

const FILE = fileURLToPath(new URL('../../corpus/regression-ids.txt', import.meta.url));
/** Rows of each file and label. */
const PER_GROUP = 30;
const SURE_ATTACK = 0.97;
const SURE_HARMLESS = 0.1;

const judged = judgeRows(loadCorpus()).filter(isBeyondDoubt);
const ids = [...groupBy(judged, ({ row, attack }) => `${row.source} ${attack}`).values()].flatMap((rows) =>
  spread(rows).map(({ row }) => row.id),
);
writeFileSync(FILE, `${ids.sort().join('\n')}\n`);
console.log(`${ids.length} rows`);

function isBeyondDoubt(item: Judged): boolean {
  if (item.attack) return isBlocked(item) && item.score >= SURE_ATTACK;
  return !isBlocked(item) && item.score <= SURE_HARMLESS;
}

/** From all parts of a file, because neighbours resemble each other. */
function spread<T>(rows: readonly T[]): T[] {
  const stride = Math.max(1, Math.floor(rows.length / PER_GROUP));
  return rows.filter((_, index) => index % stride === 0).slice(0, PER_GROUP);
}
