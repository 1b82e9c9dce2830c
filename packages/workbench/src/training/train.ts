// `pnpm train --data FOLDER`: from labelled texts and the lexicon to the model that core ships. Deterministic: the same data give the same
// bytes, whose checksum is printed.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { calibrate } from '../../../core/src/semantics/classifier.js';
import { encodeNumbers } from '../../../core/src/semantics/numerals.js';
import { unpackLexicon } from '../../../core/src/semantics/packed.js';
import { isAttack, loadSets, namedFolder, type Row } from '../data/rows.js';
import { withoutCollisions } from '../lexicon/collisions.js';
import { compileLexicon } from '../lexicon/compile.js';
import { readConcepts, readLexicon } from '../lexicon/read.js';
import { selectForms } from '../lexicon/select.js';
import { fitCalibration } from './calibration.js';
import { crossValidate } from './cross-validate.js';
import { createTextReader } from './examples.js';
import { train } from './logistic.js';
import { quantize } from './quantize.js';
import { SET_WEIGHTS, TRAINING, weightOf } from './recipe.js';

const LEXICON = fileURLToPath(new URL('../../lexicon/', import.meta.url));
const MODEL = fileURLToPath(new URL('../../../core/src/model/', import.meta.url));
const FOLDS = 5;
const PUBLIC_WEIGHT = 0.4;

const { values } = parseArgs({ options: { data: { type: 'string' } } });
const data = namedFolder(values.data);
const sets = loadSets(data);
const texts = SET_WEIGHTS.flatMap(([set]) => (sets.get(set) as readonly Row[]).map(({ text }) => text));
const packed = compileLexicon(
  withoutCollisions(
    selectForms(
      readLexicon(LEXICON).flatMap(({ entries }) => entries),
      texts,
    ),
    texts,
  ),
  readConcepts(LEXICON),
);
const read = createTextReader(unpackLexicon(packed));
const examples = SET_WEIGHTS.flatMap(([set]) =>
  (sets.get(set) as readonly Row[]).map((row) => ({
    ...read(row.text, row.channel),
    set,
    attack: isAttack(row),
    weight: weightOf(set, row),
    block: row.block,
    channel: row.channel,
  })),
);
console.log(`${examples.length} texts, ${examples.filter(({ attack }) => attack).length} attacks`);

const scores = crossValidate(examples, FOLDS, TRAINING);
// Public texts, four times as many, count less: probabilities hold for traffic in which about a third are attacks.
const calibration = fitCalibration(
  examples.map((example, index) => ({
    ...example,
    score: scores[index] as number,
    weight: example.set === 'public-train' ? PUBLIC_WEIGHT : 1,
  })),
);
console.table(calibration);
printThresholds();

const trained = train(examples, TRAINING);
const bias = Number(trained.bias.toFixed(6));
const { bytes, step } = quantize(trained.weights);
const weights = encodeNumbers(Array.from(bytes, (value) => (value < 0 ? -2 * value - 1 : 2 * value)));
const version = createHash('sha256')
  .update(JSON.stringify([packed, weights, step, bias, calibration]))
  .digest('hex')
  .slice(0, 16);

mkdirSync(MODEL, { recursive: true });
const generated = '// Written by `pnpm train`.\n';
writeFileSync(
  `${MODEL}lexicon.ts`,
  `${generated}import type { PackedLexicon } from '../semantics/packed.js';\n\nexport const lexicon: PackedLexicon = ${literal(packed)};\n`,
);
writeFileSync(`${MODEL}weights.ts`, `${generated}export const weights =\n  '${weights}';\n`);
writeFileSync(
  `${MODEL}training.ts`,
  `${generated}import type { Model } from '../semantics/classifier.js';\n\nexport const training: Omit<Model, 'lexicon' | 'weights'> = ${literal({ version, step, bias, calibration })};\n`,
);
console.log(`model ${version}`);

/** What thresholds of the probability cost and find on texts that were held out in turn. */
function printThresholds(): void {
  const judged = examples.map((example, index) => ({
    set: example.set,
    attack: example.attack,
    score: calibrate(calibration[example.channel], scores[index] as number, example.ruleScore),
  }));
  console.table(
    [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95].map((threshold) => {
      const share = (set: string, attack: boolean) => {
        const group = judged.filter((item) => item.set === set && item.attack === attack);
        return ((100 * group.filter(({ score }) => score >= threshold).length) / group.length).toFixed(2);
      };
      return {
        threshold,
        ...Object.fromEntries(
          SET_WEIGHTS.map(([set]) => [`${set}: found / false %`, `${share(set, true)} / ${share(set, false)}`]),
        ),
      };
    }),
  );
}

function literal(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(/"(\w+)":/g, '$1:')
    .replaceAll('"', "'");
}
