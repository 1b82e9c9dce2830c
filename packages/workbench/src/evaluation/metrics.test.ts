import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaUnderCurve,
  calibrationError,
  curve,
  type Judgement,
  recallAt,
  reliability,
  thresholdAt,
} from './metrics.js';

const judgements = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), attack: fc.boolean() }), {
    minLength: 2,
    maxLength: 60,
  })
  .filter((list) => list.some(({ attack }) => attack) && list.some(({ attack }) => !attack));

describe('areaUnderCurve', () => {
  it('is the share of pairs in which the attack scores higher', () => {
    fc.assert(
      fc.property(judgements, (list) => {
        let [won, pairs] = [0, 0];
        for (const a of list.filter(({ attack }) => attack)) {
          for (const b of list.filter(({ attack }) => !attack)) {
            pairs++;
            won += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0;
          }
        }
        expect(areaUnderCurve(list)).toBeCloseTo(won / pairs, 10);
      }),
    );
  });
});

describe('thresholdAt', () => {
  it('keeps false alarms within the rate, and any lower threshold that finds more does not', () => {
    fc.assert(
      fc.property(judgements, fc.constantFrom(0.01, 0.1, 0.3), (list, rate) => {
        const threshold = thresholdAt(list, rate);
        const alarms = (from: number) =>
          list.filter(({ score, attack }) => !attack && score >= from).length /
          list.filter(({ attack }) => !attack).length;
        expect(alarms(threshold)).toBeLessThanOrEqual(rate);
        const lower = list.map(({ score }) => score).filter((score) => score < threshold);
        if (lower.length > 0) expect(alarms(Math.max(...lower))).toBeGreaterThan(rate);
      }),
    );
  });

  it('finds all attacks that score above every harmless text', () => {
    const list = [
      { score: 0.9, attack: true },
      { score: 0.8, attack: true },
      { score: 0.8, attack: false },
    ];
    expect(recallAt(list, 0.01)).toBe(0.5);
  });
});

describe('calibration', () => {
  it('puts each text into one bin', () => {
    fc.assert(
      fc.property(judgements, (list) => {
        expect(reliability(list).reduce((sum, { texts }) => sum + texts, 0)).toBe(list.length);
      }),
    );
  });

  it('has no error where scores say how many are attacks, and the distance where they do not', () => {
    const of = (score: number, attacks: number, texts: number): Judgement[] =>
      Array.from({ length: texts }, (_, k) => ({ score, attack: k < attacks }));
    expect(calibrationError([...of(0.25, 5, 20), ...of(0.75, 15, 20)])).toBeCloseTo(0);
    expect(calibrationError([...of(0.25, 10, 20), ...of(0.75, 15, 20)])).toBeCloseTo(0.125);
  });
});

describe('curve', () => {
  it('ends with everything found, and never turns back', () => {
    fc.assert(
      fc.property(judgements, (list) => {
        const points = curve(list);
        expect(points.at(-1)).toMatchObject({ recall: 1, falsePositiveRate: 1 });
        points.slice(1).forEach((point, k) => {
          expect(point.recall).toBeGreaterThanOrEqual(points[k]?.recall ?? 0);
          expect(point.threshold).toBeLessThan(points[k]?.threshold ?? 0);
        });
      }),
    );
  });
});
