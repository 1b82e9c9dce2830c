import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleWindow, timeWindow } from './window.js';

interface Sample {
  readonly time: number;
  readonly value: number;
}

const series = fc
  .array(fc.record({ wait: fc.integer({ min: 0, max: 400 }), value: fc.integer({ min: 0, max: 5 }) }), {
    maxLength: 200,
  })
  .map((steps) => {
    let time = 1_000_000;
    return steps.map(({ wait, value }): Sample => {
      time += wait;
      return { time, value };
    });
  });
const sum = (samples: readonly Sample[]) => samples.reduce((total, { value }) => total + value, 0);

describe('a window over time', () => {
  it('holds what is younger than it, to within one of its thirty slots', () => {
    fc.assert(
      fc.property(series, (samples) => {
        const window = timeWindow(3_000);
        samples.forEach(({ time, value }, i) => {
          window.add(time, value, value);
          const slotsAgo = (each: Sample) => Math.floor(time / 100) - Math.floor(each.time / 100);
          const expected = samples.slice(0, i + 1).filter((each) => slotsAgo(each) < 30);
          expect([window.samples, window.value, window.low]).toEqual([expected.length, sum(expected), sum(expected)]);
        });
        window.advance(Number.MAX_SAFE_INTEGER);
        expect([window.samples, window.value]).toEqual([0, 0]);
      }),
    );
  });

  it('takes a clock that is set back', () => {
    const window = timeWindow(3_000);
    window.add(10_000, 1, 0);
    window.add(5_000, 1, 0);
    expect([window.samples, window.value]).toEqual([2, 2]);
  });
});

describe('a window over samples', () => {
  it('holds the last ones that are not too old', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 50 }), (samples, size) => {
        const window = sampleWindow(size, 3_000);
        samples.forEach(({ time, value }, i) => {
          window.add(time, value, 1);
          const expected = samples
            .slice(0, i + 1)
            .slice(-size)
            .filter((each) => each.time > time - 3_000);
          expect([window.samples, window.value, window.low]).toEqual([expected.length, sum(expected), expected.length]);
        });
      }),
    );
  });
});
