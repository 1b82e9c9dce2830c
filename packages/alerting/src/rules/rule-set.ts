import type { DecisionEvent, ScanEvent, ScannerHealth } from '@llm-sentinel/core';
import type { AlertInput } from '../alert.js';
import type { AlertRule, RunningRule } from './rule.js';

/** What the rules of a manager report to. `key` tells the alerts of one rule apart. */
export interface RuleSetHost {
  fire(rule: string, key: string, alert: AlertInput): void;
  resolve(rule: string, key: string): void;
  /** Keys of the alerts of this rule that fire. */
  firingKeys(rule: string): readonly string[];
  isFiring(rule: string, key: string): boolean;
  pseudonym(identifier: string): string;
  now(): number;
}

export interface RuleSet {
  onScan(event: ScanEvent): void;
  onDecision(event: DecisionEvent): void;
  onTick(now: number, health: readonly ScannerHealth[]): void;
  /** Rules whose last call threw, with the class of what they threw. */
  readonly failures: ReadonlyMap<string, string>;
}

/** Runs rules so that one that throws disturbs neither the scan nor the other rules. */
export function createRuleSet(rules: readonly AlertRule[], host: RuleSetHost): RuleSet {
  const failures = new Map<string, string>();
  const running = rules.map((alertRule) => ({
    name: alertRule.name,
    rule: alertRule.start({
      fire: (key, alert) => host.fire(alertRule.name, key, alert),
      resolve: (key) => host.resolve(alertRule.name, key),
      isFiring: (key) => host.isFiring(alertRule.name, key),
      firingKeys: () => host.firingKeys(alertRule.name),
      pseudonym: host.pseudonym,
      now: host.now,
    }),
  }));
  const having = (member: keyof RunningRule) => running.filter(({ rule }) => rule[member] !== undefined);
  const scanning = having('onScan');
  const deciding = having('onDecision');
  const ticking = having('onTick');

  function failed(name: string, error: unknown): void {
    failures.set(name, error instanceof Error ? error.name : typeof error);
  }

  return {
    failures,
    onScan(event) {
      for (const { name, rule } of scanning) {
        try {
          rule.onScan?.(event);
          if (failures.size > 0) failures.delete(name);
        } catch (error) {
          failed(name, error);
        }
      }
    },
    onDecision(event) {
      for (const { name, rule } of deciding) {
        try {
          rule.onDecision?.(event);
        } catch (error) {
          failed(name, error);
        }
      }
    },
    onTick(now, health) {
      for (const { name, rule } of ticking) {
        try {
          rule.onTick?.(now, health);
        } catch (error) {
          failed(name, error);
        }
      }
    },
  };
}
