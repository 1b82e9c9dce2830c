import { fileURLToPath } from 'node:url';
import { unpackLexicon } from '../../../core/src/semantics/packed.js';
import { isAttack, type Row, type SetName } from '../data/rows.js';
import { compileLexicon } from '../lexicon/compile.js';
import { readConcepts, readLexicon } from '../lexicon/read.js';
import { createTextReader } from '../training/examples.js';
import { scoreLayers, train } from '../training/logistic.js';
import { SET_WEIGHTS, TRAINING, weightOf } from '../training/recipe.js';
import { thresholdAt } from './metrics.js';
import { percent, type TableRow } from './tables.js';

const LEXICON = fileURLToPath(new URL('../../lexicon/', import.meta.url));
const MIN_ATTACKS = 20;
const FALSE_ALARMS = 0.01;

/**
 * For each public collection with attacks: trains without it, sets the threshold at 1 % of the harmless public dev rows, and counts how many of
 * its attacks are found, all of them unseen. The classifier alone, without rules: those were written with the training rows at hand.
 */
export function leaveOneSourceOut(sets: ReadonlyMap<SetName, readonly Row[]>): TableRow[] {
  const read = createTextReader(
    unpackLexicon(
      compileLexicon(
        readLexicon(LEXICON).flatMap(({ entries }) => entries),
        readConcepts(LEXICON),
      ),
    ),
  );
  const rows = SET_WEIGHTS.flatMap(([set]) => (sets.get(set) ?? []).map((row) => ({ row, set })));
  const examples = rows.map(({ row, set }) => ({
    ...read(row.text, row.channel),
    attack: isAttack(row),
    weight: weightOf(set, row),
  }));
  const harmless = (sets.get('public-dev') ?? []).filter((row) => row.label === 'benign');
  const readHarmless = harmless.map((row) => read(row.text, row.channel));
  const sources = [...new Set(rows.filter(({ set }) => set === 'public-train').map(({ row }) => row.source))];
  const results = sources.flatMap((source) => {
    const heldOut = examples.filter(
      (_, index) => rows[index]?.row.source === source && rows[index]?.set === 'public-train',
    );
    const attacks = heldOut.filter(({ attack }) => attack);
    if (attacks.length < MIN_ATTACKS) return [];
    const weights = train(
      examples.filter((_, index) => rows[index]?.row.source !== source),
      TRAINING,
    );
    const judged = readHarmless.map(({ layers }) => ({ score: scoreLayers(layers, weights), attack: false }));
    const threshold = thresholdAt(
      [...judged, ...attacks.map(({ layers }) => ({ score: scoreLayers(layers, weights), attack: true }))],
      FALSE_ALARMS,
    );
    const found = attacks.filter(({ layers }) => scoreLayers(layers, weights) >= threshold).length;
    return [{ source, attacks: attacks.length, share: found / attacks.length }];
  });
  const mean = results.reduce((sum, { share }) => sum + share, 0) / results.length;
  return [
    ...results.map(({ source, attacks, share }) => ({ source, attacks, 'found at 1 %': percent(share) })),
    { source: 'mean of sources', attacks: results.length, 'found at 1 %': percent(mean) },
  ];
}
