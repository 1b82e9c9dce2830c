import type { Action, Finding, ScanResult, Source } from '@llm-sentinel/core';
import { addRule, type Bucket, EXACT_SESSIONS } from './bucket.js';
import { type BucketRing, createBucketRing } from './bucket-ring.js';
import { type Cell, cellKey, createCell, SOURCES } from './cell.js';
import { addHash, hashText } from './distinct.js';
import { latencyBin, riskBin } from './latency-bins.js';
import { createNames, type Names } from './names.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;

export interface TimeSeriesOptions {
  readonly minuteRetentionHours: number;
  readonly hourRetentionDays: number;
  readonly maxThreatTypes: number;
  readonly maxRules: number;
}

/** What a scan adds to the series. A part of its event, and of an entry of an audit log. */
export interface ScanRecord {
  readonly time: number;
  readonly result: Pick<ScanResult, 'riskScore' | 'latencyMs' | 'source' | 'threatType'> & {
    readonly action: Action;
    readonly findings: readonly Pick<Finding, 'rule'>[];
    readonly errors: readonly unknown[];
  };
  readonly sessionId: string | undefined;
}

/** Scans by the minute for some hours, and by the hour for some weeks. */
export interface TimeSeries {
  record(scan: ScanRecord): void;
  readonly minutes: BucketRing;
  readonly hours: BucketRing;
  readonly threats: Names;
  readonly rules: Names;
  /** How far back minutes are kept. */
  readonly minuteRetentionMs: number;
  /** How far back anything is kept. */
  readonly retentionMs: number;
  /** Rises with each scan. */
  readonly revision: number;
}

const SOURCE_INDEX: Readonly<Record<Source, number>> = Object.fromEntries(
  SOURCES.map((source, index) => [source, index]),
) as Record<Source, number>;

export function createTimeSeries(options: TimeSeriesOptions): TimeSeries {
  const minutes = createBucketRing(MINUTE_MS, options.minuteRetentionHours * 60);
  const hours = createBucketRing(HOUR_MS, options.hourRetentionDays * 24);
  const threats = createNames(options.maxThreatTypes);
  const rules = createNames(options.maxRules);
  // In which scan a rule was counted last: a scan counts once, however often its rule was found in it.
  const lastScanOfRule = new Float64Array(options.maxRules + 1);
  let revision = 0;

  function cellOf(bucket: Bucket, key: number): Cell {
    const known = bucket.get(key);
    if (known !== undefined) return known;
    const cell = createCell();
    bucket.set(key, cell);
    return cell;
  }

  return {
    record({ time, result, sessionId }) {
      const minute = minutes.at(time);
      const hour = hours.at(time);
      const { threatType, findings } = result;
      const source = SOURCE_INDEX[result.source] ?? 0;
      // 0 is for scans without a threat, so all others are one up.
      const key = cellKey(source, threatType === null ? 0 : threats.idOf(threatType) + 1);
      const ofMinute = minute === null ? null : cellOf(minute, key);
      const ofHour = hour === null ? null : cellOf(hour, key);
      const latency = latencyBin(result.latencyMs);
      const risk = riskBin(result.riskScore);
      const session = sessionId === undefined ? 0 : hashText(sessionId);
      revision += 1;
      if (ofMinute !== null) count(ofMinute);
      if (ofHour !== null) count(ofHour);
      const isBlocked = result.action === 'block' ? 1 : 0;
      for (const { rule } of findings) {
        const id = rules.idOf(rule);
        if (lastScanOfRule[id] === revision) continue;
        lastScanOfRule[id] = revision;
        if (ofMinute !== null) addRule(ofMinute, id, 1, isBlocked);
        if (ofHour !== null) addRule(ofHour, id, 1, isBlocked);
      }

      function count(cell: Cell): void {
        cell.scans += 1;
        if (result.action === 'block') cell.blocked += 1;
        else if (result.action === 'flag') cell.flagged += 1;
        else if (result.action === 'redact') cell.redacted += 1;
        if (result.errors.length > 0) cell.errors += 1;
        if (result.riskScore > 0) cell.riskSum += result.riskScore;
        if (result.latencyMs > cell.latencyMax) cell.latencyMax = result.latencyMs;
        cell.latency[latency]! += 1;
        cell.risk[risk]! += 1;
        if (sessionId !== undefined) addHash(cell.sessions, session, EXACT_SESSIONS);
      }
    },
    minutes,
    hours,
    threats,
    rules,
    minuteRetentionMs: (options.minuteRetentionHours - 1) * HOUR_MS,
    retentionMs: options.hourRetentionDays * 24 * HOUR_MS,
    get revision() {
      return revision;
    },
  };
}
