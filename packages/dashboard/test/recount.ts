import type { ScanEvent } from '@llm-sentinel/core';
import type { Summary, SummaryQuery } from '../src/index.js';

/** What a summary says, counted plainly from all events of its range. Quantiles are those of the values themselves. */
export function recount(events: readonly ScanEvent[], { from, to, stepMs }: Summary, query: SummaryQuery) {
  const wanted = events.filter(
    ({ time, result }) =>
      time >= from &&
      time < to &&
      (query.source === undefined || result.source === query.source) &&
      (query.threatType === undefined || result.threatType === query.threatType),
  );
  const latencies = wanted.map(({ result }) => result.latencyMs).sort((a, b) => a - b);
  const risks = wanted.map(({ result }) => result.riskScore).sort((a, b) => a - b);
  const starts = (step: number) => {
    const first = Math.floor(from / step) * step;
    return Array.from({ length: Math.ceil((to - first) / step) }, (_, i) => first + i * step);
  };
  const during = (start: number, ms: number) => wanted.filter(({ time }) => time >= start && time < start + ms);
  return {
    latencies,
    risks,
    totals: { ...countsOf(wanted), sessions: new Set(wanted.flatMap(({ context }) => context.sessionId ?? [])).size },
    averageRisk: risks.length === 0 ? null : risks.reduce((sum, risk) => sum + risk, 0) / risks.length,
    maxLatency: latencies.at(-1) ?? null,
    threats: pairs(wanted, ({ result }) => (result.threatType === null ? [] : [result.threatType])),
    sources: pairs(wanted, ({ result }) => [result.source]),
    rules: pairs(wanted, ({ result }) => [...new Set(result.findings.map(({ rule }) => rule))]),
    trend: starts(stepMs).map((time) => {
      const inStep = during(time, stepMs);
      const risk = new Array<number>(10).fill(0);
      for (const { result } of inStep) risk[Math.min(9, Math.floor(result.riskScore * 10))]! += 1;
      const threats = Object.entries(pairs(inStep, ({ result }) => result.threatType ?? []));
      return {
        time,
        ...countsOf(inStep),
        risk,
        threats: Object.fromEntries(threats.map(([threat, { scans }]) => [threat, scans])),
      };
    }),
    hourly: starts(3_600_000).map((time) => {
      const { scans, blocked } = countsOf(during(time, 3_600_000));
      return { time, scans, blocked };
    }),
  };
}

/** The value of a rank: at least `share` of all are not larger. */
export function quantileOf(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

function countsOf(events: readonly ScanEvent[]) {
  const count = (action: string) => events.filter(({ result }) => result.action === action).length;
  return {
    scans: events.length,
    blocked: count('block'),
    flagged: count('flag'),
    redacted: count('redact'),
    errors: events.filter(({ result }) => result.errors.length > 0).length,
  };
}

function pairs(events: readonly ScanEvent[], namesOf: (event: ScanEvent) => string | readonly string[]) {
  const found: Record<string, { scans: number; blocked: number }> = {};
  for (const event of events) {
    for (const name of [namesOf(event)].flat()) {
      found[name] ??= { scans: 0, blocked: 0 };
      found[name].scans += 1;
      if (event.result.action === 'block') found[name].blocked += 1;
    }
  }
  return found;
}
