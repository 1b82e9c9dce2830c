import { number, onlyKnown } from '../check.js';
import { circuitOpen, newRuleFiring } from './event-rules.js';
import {
  adapterFailing,
  blockRate,
  errorRate,
  piiSpike,
  possibleAttack,
  type RuleTuning,
  riskSpike,
  sessionBurst,
  slowScans,
  threatRate,
  userBurst,
} from './predefined.js';
import type { AlertRule } from './rule.js';

/** Thresholds of the predefined rules. False leaves a rule out. */
export interface Thresholds {
  /** Share of scans with a threat, 0 to 1; `false` for no such rule. @default 0.3 */
  readonly threatRate?: number | false;
  /** Share of blocked scans over 5 minutes, 0 to 1; `false` for no such rule. @default 0.2 */
  readonly blockRate?: number | false;
  /** Share of blocked scans over 1 minute, 0 to 1; `false` for no such rule. @default 0.5 */
  readonly attackRate?: number | false;
  /** 95th percentile of the risk, 0 to 1; `false` for no such rule. @default 0.8 */
  readonly riskP95?: number | false;
  /** Share of scans in which an engine failed, 0 to 1; `false` for no such rule. @default 0.01 */
  readonly errorRate?: number | false;
  /** 99th percentile of the latency, in milliseconds; `false` for no such rule. @default 100 */
  readonly latencyP99Ms?: number | false;
  /** Blocked texts of one user within 5 minutes; `false` for no such rule. @default 10 */
  readonly userBurst?: number | false;
  /** Blocked texts of one session within 5 minutes; `false` for no such rule. @default 10 */
  readonly sessionBurst?: number | false;
  /** Pieces of personal data and secrets within 5 minutes; `false` for no such rule. @default 50 */
  readonly piiSpike?: number | false;
}

const RULES: Readonly<Record<keyof Thresholds, (tuning: RuleTuning) => AlertRule>> = {
  threatRate,
  blockRate,
  attackRate: possibleAttack,
  riskP95: riskSpike,
  errorRate,
  latencyP99Ms: slowScans,
  userBurst,
  sessionBurst,
  piiSpike,
};

/**
 * All predefined rules: those with a threshold, a detection rule that is new, an open circuit and a failing adapter.
 *
 * @param windowSize Scans that the threat rate looks back at. @default 100
 * @param minSamples Scans before shares and percentiles mean anything. @default as each rule says
 * @throws SentinelError INVALID_OPTION, naming the threshold and what it must be.
 */
export function defaultRules(thresholds: Thresholds = {}, windowSize = 100, minSamples?: number): readonly AlertRule[] {
  onlyKnown(thresholds, Object.keys(RULES));
  const rules: AlertRule[] = [];
  for (const name of Object.keys(RULES) as (keyof Thresholds)[]) {
    const threshold = thresholds[name];
    if (threshold === false) continue;
    const isSum = name.endsWith('Burst') || name === 'piiSpike';
    rules.push(
      RULES[name]({
        ...(threshold !== undefined && {
          threshold: number(`thresholds.${name}`, threshold, 0, { min: 0, max: Number.MAX_VALUE }),
        }),
        ...(name === 'threatRate' && { windowSize }),
        ...(minSamples !== undefined && !isSum && { minSamples }),
      }),
    );
  }
  return [...rules, newRuleFiring(), circuitOpen(), adapterFailing()];
}
