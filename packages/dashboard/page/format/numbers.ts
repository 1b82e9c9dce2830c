const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** What stands where there is nothing to show. */
const NOTHING = '–';

/** `9,841`, and from ten thousand on `12.3K`. */
export function formatCount(count: number): string {
  return Math.abs(count) < 10_000 ? WHOLE.format(count) : COMPACT.format(count);
}

/** `9,841,223`: every digit, for tooltips and tables. */
export function formatExact(count: number): string {
  return WHOLE.format(count);
}

/** `4.2 %` of a share of 1. What is more than nothing never reads as nothing, nor less than all as all. */
export function formatShare(share: number | null): string {
  if (share === null) return NOTHING;
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '< 0.1 %';
  if (percent < 100 && percent > 99.9) return '> 99.9 %';
  return `${percent < 10 && percent > 0 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}

/** Two digits, as of risk and scores from 0 to 1. */
export function formatScore(score: number | null): string {
  return score === null ? NOTHING : score.toFixed(2);
}

/** `8.4 µs`, `1.2 ms`, `3.4 s`: three digits at most. */
export function formatLatency(ms: number | null): string {
  if (ms === null) return NOTHING;
  if (ms === 0) return '0 ms';
  if (ms < 0.9995) return `${threeDigits(ms * 1_000)} µs`;
  return ms < 999.5 ? `${threeDigits(ms)} ms` : `${threeDigits(ms / 1_000)} s`;
}

function threeDigits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? trimZeros(value.toFixed(1)) : trimZeros(value.toFixed(2));
}

function trimZeros(digits: string): string {
  return digits.replace(/\.?0+$/, '');
}
