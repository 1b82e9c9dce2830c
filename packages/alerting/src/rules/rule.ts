import type { DecisionEvent, ScanEvent, ScannerHealth } from '@llm-sentinel/core';
import type { AlertInput } from '../alert.js';

/** What a rule may do. Keys tell the alerts of one rule apart; a rule with one alert uses ''. */
export interface RuleContext {
  /** Raises the alert of a key, or brings its message up to date. */
  fire(key: string, alert: AlertInput): void;
  /** The condition is over. */
  resolve(key: string): void;
  /** Whether the alert of this key fires: also one that fired before a restart. */
  isFiring(key: string): boolean;
  /** The keys whose alerts fire. After a restart, those that fired before it. */
  firingKeys(): readonly string[];
  /** Milliseconds since the epoch. */
  now(): number;
  /** Stands for a user or session in labels, as the option `identifiers` says; the same for the same one. */
  pseudonym(identifier: string): string;
}

/** A rule at work, with the state of one manager. Nothing here may block. */
export interface RunningRule {
  /** In the stack of the caller of `scan()`: a fraction of a microsecond. */
  onScan?(event: ScanEvent): void;
  /** In the stack of whoever let something through or stopped it. */
  onDecision?(event: DecisionEvent): void;
  /** Every `evaluationIntervalMs`, whether there are scans or not. `health` is of each scanner that uses the manager. */
  onTick?(now: number, health: readonly ScannerHealth[]): void;
}

/** When to raise an alert. Make one with `thresholdRule`, `pollRule` and the predefined ones, or implement it. */
export interface AlertRule {
  /** Unique among the rules of a manager; the label `alertname` of its alerts. */
  readonly name: string;
  /** Begins to watch, for one manager. What it returns keeps all state, so that a rule can be used twice. */
  start(context: RuleContext): RunningRule;
}
