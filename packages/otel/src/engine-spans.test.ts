import { buildScanEvent } from '@llm-sentinel/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { engineSpans } from './engine-spans.js';

it('lie within the scan whatever they took, each no longer than it took', () => {
  const anyMs = fc.double({ min: 0, max: 500, noNaN: true });
  fc.assert(
    fc.property(anyMs, fc.array(anyMs, { maxLength: 20 }), (latencyMs, taken) => {
      const end = 1_768_473_045_123.456;
      const engineTimings = taken.map((ms, i) => ({ engine: `engine-${i}`, ms }));
      const spans = engineSpans(buildScanEvent({ result: { latencyMs }, engineTimings }), end);
      expect(spans.map(({ engine }) => engine)).toEqual(engineTimings.map(({ engine }) => engine));
      for (const [i, span] of spans.entries()) {
        // A double of this size is exact to a quarter of a microsecond.
        expect(span.start).toBeGreaterThanOrEqual(end - latencyMs - 0.001);
        expect(span.end).toBeLessThanOrEqual(end);
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end - span.start).toBeLessThanOrEqual((taken[i] ?? 0) + 0.001);
      }
    }),
  );
});
