import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../core/src/semantics/classifier.js';
import { fitCalibration, type Scored } from './calibration.js';
import { crossValidate, foldOf } from './cross-validate.js';
import { type Example, scoreLayers, train } from './logistic.js';
import { quantize } from './quantize.js';

const OPTIONS = { runs: 2, epochs: 5, rate: 0.7 };
const ATTACK = 7;
const HARMLESS = 8;

/** Texts of three stretches of noise; an attack has its sign in one of them. */
function examples(count: number): Example[] {
  return Array.from({ length: count }, (_, k) => {
    const attack = k % 2 === 0;
    const stretch = (s: number) =>
      Int32Array.from([100 + ((k * 31 + s * 17) % 50), ...(s === k % 3 ? [attack ? ATTACK : HARMLESS] : [])]);
    return { layers: [[stretch(0), stretch(1), stretch(2)]], attack, weight: 1 };
  });
}

describe('train', () => {
  it('gives the same weights for the same examples', () => {
    expect(train(examples(60), OPTIONS)).toEqual(train(examples(60), OPTIONS));
  });

  it('learns what tells attacks apart, wherever in a text it stands', () => {
    const model = train(examples(200), OPTIONS);
    expect(model.weights[ATTACK]).toBeGreaterThan(0.5);
    expect(model.weights[HARMLESS]).toBeLessThan(0);
    const [attack, harmless] = examples(2) as [Example, Example];
    expect(scoreLayers(attack.layers, model)).toBeGreaterThan(scoreLayers(harmless.layers, model));
  });

  it('finds an attack in any layer of a text', () => {
    const model = train(examples(200), OPTIONS);
    const plain = [Int32Array.from([101])];
    expect(scoreLayers([plain, [Int32Array.from([ATTACK])]], model)).toBeGreaterThan(scoreLayers([plain], model));
  });
});

describe('crossValidate', () => {
  it('scores a block by weights that never saw it', () => {
    const blocked = examples(100).map((example, k) => ({ ...example, block: `b${k % 10}` }));
    const marked = blocked.map((example) => ({
      ...example,
      layers: [[...(example.layers[0] ?? []), Int32Array.from([foldOf(example.block, 5) + 5000])]],
    }));
    // Features that occur in one fold alone were never trained when that fold is scored, so they change nothing but the size of the window.
    const scores = crossValidate(marked, 5, OPTIONS);
    expect(scores).toHaveLength(100);
    expect(scores).toEqual(crossValidate(marked, 5, OPTIONS));
  });

  it('spreads blocks over all folds', () => {
    const folds = Array.from({ length: 200 }, (_, k) => foldOf(`direct#${k}`, 5));
    expect([...new Set(folds)].sort()).toEqual([0, 1, 2, 3, 4]);
    for (const fold of [0, 1, 2, 3, 4]) expect(folds.filter((other) => other === fold).length).toBeGreaterThan(20);
  });
});

describe('fitCalibration', () => {
  // Log-odds are twice what they should be, and shifted by one.
  const scored: Scored[] = Array.from({ length: 4000 }, (_, k) => {
    const odds = ((k % 81) - 40) / 10;
    const share = 1 / (1 + Math.exp(-odds));
    return {
      channel: 'user' as const,
      score: 2 * odds + 1,
      ruleScore: 0,
      attack: (Math.imul(k, 2654435761) >>> 0) / 2 ** 32 < share,
      weight: 1,
    };
  });

  it('takes a wrong scale back', () => {
    const { user } = fitCalibration(scored);
    expect(user.slope).toBeCloseTo(0.5, 1);
    expect(user.offset).toBeCloseTo(-0.5, 1);
  });

  it('gives a channel without texts what fits the others', () => {
    const { user, tool } = fitCalibration(scored);
    expect(tool.slope).toBeCloseTo(user.slope, 1);
  });

  it('makes more of a higher score, and of a surer rule', () => {
    const { user } = fitCalibration(
      scored.map((item) => ({ ...item, ruleScore: item.attack && item.score > 0 ? 0.9 : 0 })),
    );
    const score = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(score, score, fc.constantFrom(0, 0.5, 0.9, 1), (a, b, rule) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(calibrate(user, low, rule)).toBeLessThanOrEqual(calibrate(user, high, rule));
        expect(calibrate(user, a, 0)).toBeLessThanOrEqual(calibrate(user, a, rule));
      }),
    );
  });
});

describe('quantize', () => {
  it('is wrong by half a step at most, but for the few largest', () => {
    const weights = Float32Array.from({ length: 4096 }, (_, k) => Math.sin(k) * 2);
    const { bytes, step } = quantize(weights);
    const off = [...weights].filter((weight, k) => Math.abs(weight - (bytes[k] as number) * step) > step * 0.501);
    expect(off.length).toBeLessThanOrEqual(4);
  });
});
