import type { Alert } from '../alert.js';
import { invalidOption, onlyKnown } from '../check.js';
import { compileMatchers, type Matchers } from './matchers.js';

/** While an alert that `source` matches fires, those that `target` matches are not told of. */
export interface InhibitRule {
  /** Labels of the alert that is told. */
  readonly source: Matchers;
  /** Labels of the alerts that are then not told. */
  readonly target: Matchers;
  /** Labels that both must have with the same value; absent on both counts as the same. @default [] */
  readonly equal?: readonly string[];
}

/** Who knows that the house is on fire need not hear that it is warm. */
export const DEFAULT_INHIBIT: readonly InhibitRule[] = [
  { source: { severity: 'critical' }, target: { severity: ['info', 'warning'] }, equal: ['alertname'] },
  // What makes most texts be blocked also raises the shares over longer windows.
  {
    source: { alertname: 'SentinelPossibleAttack' },
    target: { alertname: ['SentinelHighThreatRate', 'SentinelBlockRateHigh', 'SentinelRiskScoreSpike'] },
  },
];

export interface Inhibition {
  /** Those of the alerts that may inhibit others. */
  sourcesAmong(firing: Iterable<Alert>): readonly Alert[];
  /** No alert inhibits itself, nor one that inhibits it under the same rule. */
  isInhibited(alert: Alert, sources: readonly Alert[]): boolean;
}

/** @throws SentinelError INVALID_OPTION, naming the option and what it must be. */
export function createInhibition(rules: readonly InhibitRule[]): Inhibition {
  if (!Array.isArray(rules)) throw invalidOption('`inhibit` must be a list.');
  for (const rule of rules) onlyKnown(rule, ['source', 'target', 'equal'] satisfies (keyof InhibitRule)[]);
  const compiled = (rules as readonly InhibitRule[]).map(({ source, target, equal = [] }) => ({
    isSource: compileMatchers('inhibit.source', source),
    isTarget: compileMatchers('inhibit.target', target),
    equal,
  }));
  return {
    sourcesAmong: (firing) => [...firing].filter(({ labels }) => compiled.some(({ isSource }) => isSource(labels))),
    isInhibited(alert, sources) {
      return compiled.some(({ isSource, isTarget, equal }) => {
        // An alert that matches both sides would otherwise silence its own kind, and all of them each other.
        if (!isTarget(alert.labels) || isSource(alert.labels)) return false;
        return sources.some(
          ({ labels }) =>
            isSource(labels) && equal.every((label) => (labels[label] ?? '') === (alert.labels[label] ?? '')),
        );
      });
    },
  };
}
