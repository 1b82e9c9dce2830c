import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packBucket, readBucket, unpackBucket } from './bucket.js';
import { type Cell, createCell } from './cell.js';
import { addHash, addRegisters, countDistinct, createDistinct, type Distinct, hashText } from './distinct.js';

const STANDARD_ERROR = 1.04 / Math.sqrt(1_024);

function sketchOf(from: number, to: number, exact = 100): Distinct {
  const distinct = createDistinct();
  for (let n = from; n < to; n++) addHash(distinct, hashText(`session-${n}`), exact);
  return distinct;
}

describe('distinct values', () => {
  it('are counted exactly while they are few, however often each comes', () => {
    const distinct = sketchOf(0, 100);
    for (let n = 0; n < 100; n++) addHash(distinct, hashText(`session-${n}`), 100);
    expect(countDistinct(distinct)).toBe(100);
    expect(countDistinct(createDistinct())).toBe(0);
  });

  it.each([101, 500, 2_000, 3_000, 5_000, 20_000, 300_000])('%i are estimated within four standard errors', (count) => {
    const estimates = [0, 1, 2, 3, 4].map((i) => countDistinct(sketchOf(i * count, (i + 1) * count)));
    for (const estimate of estimates) expect(Math.abs(estimate / count - 1)).toBeLessThan(4 * STANDARD_ERROR);
    // And on the whole neither too many nor too few.
    const mean = estimates.reduce((sum, estimate) => sum + estimate, 0) / estimates.length;
    expect(Math.abs(mean / count - 1)).toBeLessThan((4 * STANDARD_ERROR) / Math.sqrt(5));
  });

  it('of two sketches together are those of both', () => {
    const together = sketchOf(0, 3_000);
    const other = sketchOf(2_000, 5_000);
    addRegisters(together, other.registers as Uint8Array);
    expect(countDistinct(together)).toBe(countDistinct(sketchOf(0, 5_000)));
  });
});

describe('a packed bucket', () => {
  const rule = fc.record({ id: fc.integer({ min: 0, max: 1e5 }), scans: fc.nat(), blocked: fc.nat() });
  const bins = (size: number) =>
    fc.array(fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 1, max: 2 ** 31 })), { maxLength: 20 });
  const cell = fc
    .record({
      counts: fc.array(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), { minLength: 5, maxLength: 5 }),
      riskSum: fc.double({ min: 0, max: 1e9, noNaN: true }),
      latencyMax: fc.double({ min: 0, noNaN: true }),
      latency: bins(512),
      risk: bins(100),
      rules: fc.array(rule, { maxLength: 5 }),
      sessions: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 161, max: 400 })),
    })
    .map(({ counts, riskSum, latencyMax, latency, risk, rules, sessions }): Cell => {
      const [scans = 0, blocked = 0, flagged = 0, redacted = 0, errors = 0] = counts;
      const made = { ...createCell(), scans, blocked, flagged, redacted, errors, riskSum, latencyMax };
      for (const [bin, count] of latency) made.latency[bin] = count;
      for (const [bin, count] of risk) made.risk[bin] = count;
      for (const { id, ...counted } of rules) made.rules.set(id, counted);
      return { ...made, sessions: sketchOf(0, sessions, 160) };
    });

  it('has in it what was put in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.nat({ max: 5_000 }), cell), { selector: ([key]) => key, maxLength: 4 }),
        (cells) => {
          const bucket = new Map(cells);
          const packed = packBucket(bucket);
          expect(unpackBucket(packed)).toEqual(bucket);
          // Also where only some of it is wanted.
          const keys: number[] = [];
          readBucket(packed, (key) => {
            keys.push(key);
            return null;
          });
          expect(keys).toEqual([...bucket.keys()]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
