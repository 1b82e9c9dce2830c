import { createDistinct, type Distinct } from './distinct.js';
import { LATENCY_BINS, RISK_BINS } from './latency-bins.js';

/** How often each rule was found, by the rule's number. */
export type RuleCounts = Map<number, { scans: number; blocked: number }>;

/** Sums over scans. */
export interface Counts {
  scans: number;
  blocked: number;
  flagged: number;
  redacted: number;
  errors: number;
  riskSum: number;
  latencyMax: number;
}

/** The scans of one source and one threat type in one step of time, or sums of such. */
export interface Cell extends Counts {
  readonly latency: Uint32Array;
  readonly risk: Uint32Array;
  readonly rules: RuleCounts;
  readonly sessions: Distinct;
}

export function createCell(): Cell {
  return {
    scans: 0,
    blocked: 0,
    flagged: 0,
    redacted: 0,
    errors: 0,
    riskSum: 0,
    latencyMax: 0,
    latency: new Uint32Array(LATENCY_BINS),
    risk: new Uint32Array(RISK_BINS),
    rules: new Map(),
    sessions: createDistinct(),
  };
}

export function addCounts(target: Counts, more: Counts): void {
  target.scans += more.scans;
  target.blocked += more.blocked;
  target.flagged += more.flagged;
  target.redacted += more.redacted;
  target.errors += more.errors;
  target.riskSum += more.riskSum;
  if (more.latencyMax > target.latencyMax) target.latencyMax = more.latencyMax;
}

/** Which cell of a step: sources in the ones, threat types above them, 0 for none. */
export const SOURCES = ['user', 'model', 'tool', 'document', 'system'] as const;
export const cellKey = (source: number, threat: number): number => threat * SOURCES.length + source;
export const sourceOfKey = (key: number): number => key % SOURCES.length;
export const threatOfKey = (key: number): number => Math.floor(key / SOURCES.length);
