// Tables as text: what an evaluation prints.
import { isBlocked, isSuspected, type Judged, withoutHarmful } from './judge.js';
import { areaUnderCurve, calibrationError, recallAt, reliability, thresholdAt } from './metrics.js';
import { wilson } from './wilson.js';

/** Groups smaller than this say too little to be shown. */
const MIN_GROUP = 20;
const RATES = [0.005, 0.01, 0.03, 0.05] as const;

export type Cell = string | number;
export type TableRow = Readonly<Record<string, Cell>>;

/** One line for a set: how well attacks are told from harmless texts, whatever the thresholds. */
export function summaryRow(name: string, judged: readonly Judged[]): TableRow {
  const told = withoutHarmful(judged);
  const attacks = judged.filter(({ attack }) => attack);
  const harmless = judged.filter(({ row }) => row.label === 'benign');
  const harmful = judged.filter(({ row }) => row.label === 'harmful');
  return {
    set: name,
    attacks: attacks.length,
    harmless: harmless.length,
    AUC: areaUnderCurve(told).toFixed(3),
    ...Object.fromEntries(RATES.map((rate) => [`found at ${rate * 100} %`, percent(recallAt(told, rate))])),
    'blocked %': shareWithInterval(attacks.filter(isBlocked).length, attacks.length),
    'harmless blocked %': shareWithInterval(harmless.filter(isBlocked).length, harmless.length),
    'harmful blocked %': harmful.length === 0 ? '' : percent(harmful.filter(isBlocked).length / harmful.length),
    'calibration error': calibrationError(told).toFixed(3),
  };
}

/** A line for each group: how much of it is blocked, how much is at least flagged. */
export function groupRows(judged: readonly Judged[], groupOf: (item: Judged) => string): TableRow[] {
  return [...groupBy(judged, groupOf)]
    .filter(([, items]) => items.length >= MIN_GROUP)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([group, items]) => ({
      group,
      texts: items.length,
      'blocked %': shareWithInterval(items.filter(isBlocked).length, items.length),
      'blocked or flagged %': percent(items.filter(isSuspected).length / items.length),
    }));
}

/** A line for each group that has attacks and harmless texts: how well they are told apart. */
export function separationRows(judged: readonly Judged[], groupOf: (item: Judged) => string): TableRow[] {
  return [...groupBy(withoutHarmful(judged), groupOf)]
    .filter(([, items]) => {
      const attacks = items.filter(({ attack }) => attack).length;
      return attacks >= MIN_GROUP / 2 && items.length - attacks >= MIN_GROUP / 2;
    })
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([group, items]) => ({
      group,
      attacks: items.filter(({ attack }) => attack).length,
      harmless: items.filter(({ attack }) => !attack).length,
      AUC: areaUnderCurve(items).toFixed(3),
      'found at 3 %': percent(recallAt(items, 0.03)),
    }));
}

/** The threshold of the risk score that costs a share of false alarms, for a policy's `threshold`. */
export function thresholdRows(judged: readonly Judged[], rates: readonly number[]): TableRow[] {
  const told = withoutHarmful(judged);
  return rates.map((rate) => ({
    'false alarms at most %': rate * 100,
    threshold: thresholdAt(told, rate).toFixed(3),
    'attacks found %': percent(recallAt(told, rate)),
  }));
}

export function reliabilityRows(judged: readonly Judged[]): TableRow[] {
  return reliability(withoutHarmful(judged)).map(({ from, to, texts, meanScore, attackShare }) => ({
    risk: `${from.toFixed(1)} .. ${to.toFixed(1)}`,
    texts,
    'mean risk': meanScore.toFixed(3),
    'share of attacks': attackShare.toFixed(3),
  }));
}

export function groupBy<T>(items: readonly T[], groupOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group === undefined) groups.set(groupOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

export function percent(share: number): string {
  return Number.isNaN(share) ? '' : (share * 100).toFixed(1);
}

function shareWithInterval(part: number, whole: number): string {
  if (whole === 0) return '';
  const [low, high] = wilson(part, whole);
  return `${percent(part / whole)} (${percent(low)} .. ${percent(high)})`;
}
