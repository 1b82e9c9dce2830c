import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoClock } from './iso-clock.js';

it('prints any series of times as Date does, also when the clock is set back', () => {
  const times = fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 }), { minLength: 1 });
  const near = fc
    .tuple(fc.integer({ min: 0, max: 4_102_444_800_000 }), fc.array(fc.integer({ min: -1_500, max: 1_500 })))
    .map(([start, steps]) => steps.map((step) => start + 2_000 + step));
  fc.assert(
    fc.property(fc.oneof(times, near), (series) => {
      let now = 0;
      const clock = isoClock(() => now);
      for (now of series) expect(clock()).toBe(new Date(now).toISOString());
    }),
  );
});
