import type { Action, Source } from '@llm-sentinel/core';
import { type Explanation, pickExamples } from './explain.js';
import type { LogLine } from './log-file.js';
import { type Sample, sumBy } from './metrics-text.js';
import type { Observation, Replay } from './replay.js';
import { isAsExpected } from './traffic.js';

export interface SummaryInput extends Replay {
  /** Lines of the security log, written during the replay. */
  readonly log: readonly LogLine[];
  /** A scrape of `/metrics` after the replay. */
  readonly samples: readonly Sample[];
  /** `/metrics` was refused to somebody without the token. */
  readonly isProtected: boolean;
  /** Scans per second. */
  readonly rate: Rate;
}

export interface Rate {
  readonly uncached: number;
  readonly cached: number;
}

export interface Count {
  readonly name: string;
  readonly count: number;
}

export interface SourceRow extends Readonly<Record<Action, number>> {
  readonly source: Source;
  readonly scans: number;
}

/** Milliseconds. */
export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** A verdict that a person would have given otherwise. */
export interface Mismatch {
  readonly id: string;
  readonly kind: string;
  readonly lang: string;
  readonly expected: Action;
  readonly actual: Action;
  readonly text: string;
}

/** Something that must hold, or the demo fails. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface Summary {
  readonly ok: boolean;
  readonly checks: readonly Check[];
  readonly scans: number;
  readonly texts: number;
  readonly rounds: number;
  /** Of the rules and the model that judged. */
  readonly version: string;
  readonly actions: Readonly<Record<Action, number>>;
  /** Share of scans, 0..1. */
  readonly blockRate: number;
  readonly asExpected: number;
  /** Share of texts, 0..1. */
  readonly agreement: number;
  readonly mismatches: readonly Mismatch[];
  /** Scans by dominant threat, most frequent first. */
  readonly threats: readonly Count[];
  /** Findings by rule, most frequent first. */
  readonly rules: readonly Count[];
  readonly sources: readonly SourceRow[];
  /** Scans whose risk score is in 0.0 to 0.1, 0.1 to 0.2 and so on; 1.0 is in the last. */
  readonly riskHistogram: readonly number[];
  readonly latency: { readonly firstTime: Quantiles; readonly fromCache: Quantiles | null };
  readonly rate: Rate;
  readonly examples: readonly Explanation[];
}

const ACTIONS = ['allow', 'flag', 'redact', 'block'] as const satisfies readonly Action[];
const SOURCES = ['user', 'model', 'tool', 'document', 'system'] as const satisfies readonly Source[];
const RESULT_LABEL = { allow: 'allowed', flag: 'flagged', redact: 'redacted', block: 'blocked' } as const;

const AGREEMENT_WANTED = 0.9;

/** All that the demo has to say about a replay. */
export function summarise(input: SummaryInput): Summary {
  const { observations, rate } = input;
  const first = observations.filter(({ round }) => round === 1);
  const mismatches = first
    .filter(({ item, result }) => !isAsExpected(item, result.action))
    .map(toMismatch)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const actions = countActions(observations);
  const asExpected = first.length - mismatches.length;
  const agreement = first.length === 0 ? 0 : asExpected / first.length;
  const checks = runChecks(input, actions, asExpected, first);
  return {
    ok: checks.every(({ ok }) => ok),
    checks,
    scans: observations.length,
    texts: first.length,
    rounds: observations.reduce((highest, { round }) => Math.max(highest, round), 0),
    version: first[0]?.result.version ?? '',
    actions,
    blockRate: observations.length === 0 ? 0 : actions.block / observations.length,
    asExpected,
    agreement,
    mismatches,
    threats: countBy(observations.flatMap(({ result }) => result.threatType ?? [])),
    rules: countBy(observations.flatMap(({ result }) => result.findings.map(({ rule }) => rule))),
    sources: SOURCES.map((source) => sourceRow(source, observations)).filter(({ scans }) => scans > 0),
    riskHistogram: histogram(observations.map(({ result }) => result.riskScore)),
    latency: {
      firstTime: quantiles(latencies(observations, false)) ?? { p50: 0, p95: 0, p99: 0 },
      fromCache: quantiles(latencies(observations, true)),
    },
    rate,
    examples: pickExamples(observations),
  };
}

function toMismatch({ item, result }: Observation): Mismatch {
  const { id, kind, lang, expected, text } = item;
  return { id, kind, lang, expected, actual: result.action, text: text.slice(0, 200) };
}

function countActions(observations: readonly Observation[]): Record<Action, number> {
  const counts = { allow: 0, flag: 0, redact: 0, block: 0 };
  for (const { result } of observations) counts[result.action]++;
  return counts;
}

function countBy(names: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function sourceRow(source: Source, observations: readonly Observation[]): SourceRow {
  const own = observations.filter(({ result }) => result.source === source);
  return { source, scans: own.length, ...countActions(own) };
}

function histogram(scores: readonly number[]): number[] {
  const bins = new Array<number>(10).fill(0);
  for (const score of scores) {
    const bin = Math.min(9, Math.floor(score * 10));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

function latencies(observations: readonly Observation[], cached: boolean): number[] {
  return observations.filter(({ result }) => result.cached === cached).map(({ result }) => result.latencyMs);
}

/** By nearest rank: each is a latency that occurred. Null for none. */
export function quantiles(values: readonly number[]): Quantiles | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] as number;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function runChecks(
  input: SummaryInput,
  actions: Readonly<Record<Action, number>>,
  asExpected: number,
  first: readonly Observation[],
): Check[] {
  const { observations, failures, log, samples, isProtected } = input;
  const errors = observations.flatMap(({ item, result }) =>
    result.errors.map(({ engine, type }) => `${item.id}: ${engine} ${type}`),
  );
  const canaries = first.filter(({ item }) => item.note === 'must-block');
  const passed = canaries.filter(({ result }) => result.isSafe).map(({ item }) => item.id);
  const changed = unstable(observations);
  const counted = sumBy(samples, 'sentinel_scan_total', 'result');
  const wrongCounters = wrongCounts(counted, actions);
  const logged = new Set(log.map(({ scan_id }) => scan_id));
  const unlogged = observations.filter(({ result }) => !logged.has(result.scanId)).length;
  return [
    {
      name: 'scan() never threw',
      ok: failures.length === 0,
      detail:
        failures.length === 0
          ? `${observations.length} scans`
          : shorten(failures.map(({ id, error }) => `${id}: ${error}`)),
    },
    {
      name: 'no engine failed',
      ok: errors.length === 0,
      detail: errors.length === 0 ? 'no errors in any result' : shorten(errors),
    },
    {
      name: `at least ${AGREEMENT_WANTED * 100} % of verdicts as a person expects`,
      ok: first.length > 0 && asExpected >= AGREEMENT_WANTED * first.length,
      detail: `${asExpected} of ${first.length} texts`,
    },
    {
      name: 'plain attacks are blocked',
      ok: canaries.length > 0 && passed.length === 0,
      detail: passed.length === 0 ? `${canaries.length} of ${canaries.length}` : `passed: ${shorten(passed)}`,
    },
    {
      name: 'same text, same verdict, cached or not',
      ok: changed.length === 0,
      detail: changed.length === 0 ? 'in every round' : shorten(changed),
    },
    {
      name: 'metrics agree with results',
      ok: wrongCounters.length === 0,
      detail:
        wrongCounters.length === 0 ? `sentinel_scan_total adds up to ${observations.length}` : shorten(wrongCounters),
    },
    {
      name: 'metrics are refused without the token',
      ok: isProtected,
      detail: isProtected ? 'status 401' : 'they were served',
    },
    {
      name: 'one log line per scan',
      ok: log.length === observations.length && unlogged === 0,
      detail: `${log.length} lines, ${unlogged} scans without one`,
    },
  ];
}

/** Texts of which a later round changed the verdict. */
function unstable(observations: readonly Observation[]): string[] {
  const verdicts = new Map<string, string>();
  const changed = new Set<string>();
  for (const { item, result } of observations) {
    const verdict = `${result.action} ${result.riskScore} ${result.threatType}`;
    if ((verdicts.get(item.id) ?? verdict) !== verdict) changed.add(item.id);
    verdicts.set(item.id, verdict);
  }
  return [...changed];
}

function wrongCounts(counted: Readonly<Record<string, number>>, actions: Readonly<Record<Action, number>>): string[] {
  const wanted: Record<string, number> = Object.fromEntries(
    ACTIONS.map((action) => [RESULT_LABEL[action], actions[action]]),
  );
  const labels = new Set([...Object.keys(counted), ...Object.keys(wanted)]);
  return [...labels]
    .filter((label) => (counted[label] ?? 0) !== (wanted[label] ?? 0))
    .map((label) => `${label}: counted ${counted[label] ?? 0}, scanned ${wanted[label] ?? 0}`);
}

function shorten(messages: readonly string[]): string {
  const rest = messages.length - 3;
  return messages.slice(0, 3).join('; ') + (rest > 0 ? ` and ${rest} more` : '');
}
