import type { SLO_WINDOWS } from './recording.js';
import type { AlertRule } from './rule.js';

type Window = (typeof SLO_WINDOWS)[number];

/** A promise over 30 days, and the recorded share of scans that broke it. */
interface Slo {
  readonly name: 'availability' | 'latency';
  readonly ratio: string;
  /** The share that may break it. */
  readonly budget: number;
  /** For the sentence "... of scans fail". */
  readonly broken: string;
  readonly target: string;
}

const availability: Slo = {
  name: 'availability',
  ratio: 'job:sentinel_scan_errors:ratio_rate',
  budget: 0.001,
  broken: 'fail',
  target: '99.9 % of scans reach a verdict',
};
const latency: Slo = {
  name: 'latency',
  ratio: 'job:sentinel_scan_slow:ratio_rate',
  budget: 0.01,
  broken: 'take longer than 100 ms',
  target: '99 % of scans within 100 ms',
};

/** Alerts of several windows and burn rates, after chapter 5 of Google's "The Site Reliability Workbook". */
export const sloAlerts: readonly AlertRule[] = [
  burnsFast('SentinelScanErrorBudgetBurnFast', availability),
  burnsSlowly('SentinelScanErrorBudgetBurnSlow', availability),
  burnsFast('SentinelScanLatencyBudgetBurnFast', latency),
  burnsSlowly('SentinelScanLatencyBudgetBurnSlow', latency),
];

/** 2 % of the month's budget within an hour, or 5 % within six. */
function burnsFast(alert: string, slo: Slo): AlertRule {
  return {
    alert,
    expr: `${burning(slo, '1h', '5m', 14.4)}\nor\n${burning(slo, '6h', '30m', 6)}`,
    for: '2m',
    severity: 'critical',
    labels: { slo: slo.name },
    summary: `The ${slo.name} budget of {{ $labels.job }} will be gone within days.`,
    description: `{{ $value | humanizePercentage }} of scans ${slo.broken}. Promised: ${slo.target}, over 30 days.`,
  };
}

/** 10 % of the month's budget within a day, or all of it at this pace. */
function burnsSlowly(alert: string, slo: Slo): AlertRule {
  return {
    alert,
    expr: `${burning(slo, '1d', '2h', 3)}\nor\n${burning(slo, '3d', '6h', 1)}`,
    for: '15m',
    severity: 'warning',
    labels: { slo: slo.name },
    summary: `The ${slo.name} budget of {{ $labels.job }} will not last the month.`,
    description: `{{ $value | humanizePercentage }} of scans ${slo.broken}. Promised: ${slo.target}, over 30 days.`,
  };
}

/** The long window keeps a moment's errors from paging; the short one ends the alert soon after the errors end. */
function burning({ ratio, budget }: Slo, long: Window, short: Window, rate: number): string {
  const threshold = Number((rate * budget).toPrecision(6));
  return `(${ratio}${long} > ${threshold} and ${ratio}${short} > ${threshold})`;
}
