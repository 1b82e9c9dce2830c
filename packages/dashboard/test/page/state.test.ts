import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSize, rebin, stack, threatCount } from '../../page/charts/rebin.js';
import { changeOf } from '../../page/components/change.js';
import { backoffMs } from '../../page/state/backoff.js';
import {
  addEvents,
  appendPage,
  EMPTY_LIST,
  type EventList,
  isInView,
  MAX_ROWS,
  release,
  replaceEvent,
} from '../../page/state/event-list.js';
import { withPoint } from '../../page/state/live-summary.js';
import { PRESETS, type Preset, spanBefore, spanOf, zoomTo } from '../../page/state/ranges.js';
import { changeView, formatView, parseView, type View } from '../../page/state/view.js';
import { arbitraryTrend, buildEvent, buildPoint, buildSummary, MINUTE, sumsOf } from './builders.js';

const presets = Object.keys(PRESETS) as Preset[];
const NOW = Date.UTC(2026, 2, 4, 14, 30, 17);

describe('ranges', () => {
  it('have their length, end with the running minute, and follow the one before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...presets), fc.integer({ min: 0, max: 4e12 }), (range, now) => {
        const span = spanOf(range, now);
        expect(span.to - span.from).toBe(PRESETS[range].ms);
        expect(span.to).toBeGreaterThan(now);
        expect(span.to - now).toBeLessThanOrEqual(MINUTE);
        const earlier = spanBefore(span);
        expect(earlier.to).toBe(span.from);
        expect(earlier.to - earlier.from).toBe(PRESETS[range].ms);
      }),
    );
  });

  it('are whole minutes around what was dragged, in either direction', () => {
    const time = fc.double({ min: 0, max: 4e12, noNaN: true });
    fc.assert(
      fc.property(time, time, (a, b) => {
        const { from, to } = zoomTo(a, b)!;
        expect(from).toBeLessThanOrEqual(Math.min(a, b));
        expect(to).toBeGreaterThanOrEqual(Math.max(a, b));
        expect([from % MINUTE, to % MINUTE]).toEqual([0, 0]);
        expect(to - from).toBeGreaterThanOrEqual(MINUTE);
        expect(zoomTo(b, a)).toEqual({ from, to });
      }),
    );
    expect(zoomTo(Number.NaN, 5)).toBeUndefined();
  });
});

describe('a view', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  const arbitraryView: fc.Arbitrary<View> = fc.record(
    {
      range: fc.oneof(
        fc.constantFrom(...presets),
        fc.tuple(fc.nat(), fc.integer({ min: 1, max: 1e9 })).map(([from, length]) => ({ from, to: from + length })),
      ),
      threatType: word,
      source: fc.constantFrom('user', 'model', 'tool', 'document', 'system'),
      action: fc.constantFrom('flag', 'redact', 'block'),
      search: word,
    },
    { requiredKeys: ['range'] },
  );

  it('goes into the address and comes back', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        expect(parseView(formatView(view))).toEqual(view);
      }),
    );
  });

  it('is always one, whatever the address says', () => {
    const name = fc.constantFrom('range', 'from', 'to', 'threat', 'source', 'action', 'q', 'utm');
    fc.assert(
      fc.property(fc.dictionary(name, fc.string({ maxLength: 12 })), (query) => {
        const view = parseView(new URLSearchParams(query).toString());
        expect(parseView(formatView(view))).toEqual(view);
      }),
    );
    expect(parseView('?from=9&to=3&range=2y&source=moon&action=allow')).toEqual({ range: '1h' });
  });

  it('loses a filter that is taken away, and nothing else', () => {
    const view = parseView('?threat=pii&source=tool');
    expect(changeView(view, { threatType: undefined })).toEqual({ range: '1h', source: 'tool' });
    expect(changeView(view, { search: '' })).toEqual(view);
  });
});

describe('a live summary', () => {
  it('counts what its trend counts, after any number of points', () => {
    const point = fc.record({ ahead: fc.integer({ min: -5, max: 200 }), scans: fc.nat(500), blocked: fc.nat(100) });
    fc.assert(
      fc.property(arbitraryTrend, fc.array(point, { maxLength: 8 }), (trend, points) => {
        let summary = buildSummary(trend);
        const length = summary.to - summary.from;
        for (const { ahead, scans, blocked } of points) {
          summary = withPoint(
            summary,
            buildPoint(summary.to + (ahead - 1) * MINUTE, { scans: scans + blocked, blocked }),
          );
          const { scans: sum, blocked: stopped, flagged, redacted, errors } = summary;
          expect({ scans: sum, blocked: stopped, flagged, redacted, errors }).toEqual(sumsOf(summary.trend));
          expect(summary.blockRate).toBe(sum === 0 ? null : stopped / sum);
          expect(summary.to - summary.from).toBe(length);
          const times = summary.trend.map(({ time }) => time);
          expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
          expect(times.every((time) => time >= summary.from && time < summary.to)).toBe(true);
        }
      }),
    );
  });

  it('puts a minute in the place of itself', () => {
    const summary = buildSummary([buildPoint(0, { scans: 3 }), buildPoint(MINUTE, { scans: 5, blocked: 1 })]);
    const next = withPoint(summary, buildPoint(MINUTE, { scans: 8, blocked: 2 }));
    expect(next).toMatchObject({ from: 0, scans: 11, blocked: 2 });
    expect(next.trend).toHaveLength(2);
  });

  it('leaves alone what is from before, and steps that are longer than a minute', () => {
    const summary = buildSummary([buildPoint(10 * MINUTE)]);
    expect(withPoint(summary, buildPoint(9 * MINUTE, { scans: 1 }))).toBe(summary);
    const coarse = { ...summary, stepMs: 5 * MINUTE };
    expect(withPoint(coarse, buildPoint(10 * MINUTE, { scans: 1 }))).toBe(coarse);
  });
});

describe('a list of events', () => {
  const ids = ({ rows }: EventList) => rows.map(({ scanId }) => scanId);
  const operation = fc.oneof(
    fc.record({ add: fc.array(fc.nat(400), { maxLength: 60 }), held: fc.boolean(), skipped: fc.nat(3) }),
    fc.constant('release' as const),
  );

  it('is bounded, holds each event once, and loses none that waited', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
        let list = EMPTY_LIST;
        for (const step of operations) {
          if (step === 'release') {
            const { waiting } = list;
            list = release(list);
            expect(ids(list).slice(0, waiting.length)).toEqual(waiting.map(({ scanId }) => scanId));
            expect(list.waiting).toEqual([]);
          } else {
            const { add, held, skipped } = step;
            list = addEvents(
              list,
              [...new Set(add)].map((id) => buildEvent(`${id}`)),
              { held, skipped },
            );
          }
          expect(list.rows.length).toBeLessThanOrEqual(MAX_ROWS);
          expect(list.waiting.length).toBeLessThanOrEqual(MAX_ROWS);
          const all = [...list.rows, ...list.waiting].map(({ scanId }) => scanId);
          expect(new Set(all).size).toBe(all.length);
        }
      }),
    );
  });

  it('says from where to read on after rows were cut off', () => {
    const many = Array.from({ length: MAX_ROWS + 5 }, (_, index) => buildEvent(`${index}`));
    const list = addEvents(EMPTY_LIST, many, { held: false });
    expect(list.rows).toHaveLength(MAX_ROWS);
    expect(list.next).toBe(`${MAX_ROWS - 1}`);
    const more = appendPage(list, many.slice(MAX_ROWS - 1), null);
    expect(ids(more)).toEqual(many.map(({ scanId }) => scanId));
    expect(more.next).toBeNull();
  });

  it('changes one event, wherever it is', () => {
    const list = addEvents(addEvents(EMPTY_LIST, [buildEvent('a')], { held: false }), [buildEvent('b')], {
      held: true,
    });
    const judge = (scanId: string) =>
      replaceEvent(list, scanId, (event) => ({ ...event, feedback: 'confirmed' as const }));
    expect(judge('a').rows[0]?.feedback).toBe('confirmed');
    expect(judge('b').waiting[0]?.feedback).toBe('confirmed');
    expect(judge('c')).toEqual(list);
  });

  it('takes what belongs to the view', () => {
    const finding = {
      rule: 'pii/Email',
      engine: 'pii',
      threatType: 'pii',
      severity: 'low',
      score: 1,
      message: '',
    } as const;
    const event = buildEvent('0190-Ab', {
      time: NOW,
      threatType: 'pii',
      action: 'redact',
      user: 'c0ffee',
      findings: [finding],
    });
    const span = spanOf('1h', NOW);
    const fits = (view: Partial<View>) => isInView(event, { range: '1h', ...view }, span);
    expect([{}, { threatType: 'pii', source: 'user', action: 'redact' } as const].every(fits)).toBe(true);
    expect(['PII/email', '0190-a', 'C0FF'].every((search) => fits({ search }))).toBe(true);
    expect(
      [{ threatType: 'secret' }, { source: 'tool' } as const, { action: 'block' } as const, { search: 'x' }].some(fits),
    ).toBe(false);
    expect(isInView(event, { range: '1h' }, { from: NOW + 1, to: NOW + 2 })).toBe(false);
    // A preset goes on: what is newer than its span belongs to it.
    expect(isInView(event, { range: '1h' }, { from: 0, to: NOW })).toBe(true);
    expect(isInView(event, { range: { from: 0, to: NOW } }, { from: 0, to: NOW })).toBe(false);
  });
});

describe('bars', () => {
  it('count what their minutes count, and never more of them than there is room for', () => {
    fc.assert(
      fc.property(arbitraryTrend, fc.integer({ min: 1, max: 80 }), (trend, maxBins) => {
        const size = groupSize(trend.length, maxBins);
        const bins = rebin(trend, MINUTE, size);
        // One more where the first is cut by the beginning of the range.
        expect(bins.length).toBeLessThanOrEqual(maxBins + 1);
        expect(sumsOf(bins)).toEqual(sumsOf(trend));
        for (const type of ['injection', 'pii', 'constructor', 'toString']) {
          const total = (points: typeof bins) => points.reduce((sum, point) => sum + threatCount(point, type), 0);
          expect(total(bins)).toBe(total(trend));
        }
        const worst = (points: typeof bins) => Math.max(...points.map(({ latency }) => latency.p95 ?? 0));
        expect(worst(bins)).toBe(worst(trend));
      }),
    );
  });

  it('keep their place while the range moves on', () => {
    const trend = Array.from({ length: 30 }, (_, minute) => buildPoint((1_000 + minute) * MINUTE, { scans: minute }));
    const bins = rebin(trend, MINUTE, 5);
    const later = rebin(trend.slice(3), MINUTE, 5);
    expect(later.slice(1)).toEqual(bins.slice(1));
  });

  it('stand on one another', () => {
    expect(
      stack([
        [1, 2],
        [10, 20],
        [0, 5],
      ]),
    ).toEqual([
      [1, 2],
      [11, 22],
      [11, 27],
    ]);
    expect(stack([])).toEqual([]);
  });
});

it('a change is told in percent, or as a multiple when that is easier to grasp', () => {
  expect(changeOf(null, 3)).toBeUndefined();
  expect(changeOf(5, 0)).toEqual({ direction: 'up', text: 'from none' });
  expect(changeOf(0, 5)).toEqual({ direction: 'down', text: '100 %' });
  expect(changeOf(1_001, 1_000)).toEqual({ direction: 'same', text: '0 %' });
  expect(changeOf(55, 5)).toEqual({ direction: 'up', text: '11×' });
  expect(changeOf(6, 5)).toEqual({ direction: 'up', text: '20 %' });
});

it('a page waits longer with each failure, but not for long', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const wait = backoffMs(attempt, random);
      expect(wait).toBeGreaterThanOrEqual(250);
      expect(wait).toBeLessThanOrEqual(15_000);
      expect(backoffMs(attempt + 1, random)).toBeGreaterThanOrEqual(wait);
    }),
  );
});
