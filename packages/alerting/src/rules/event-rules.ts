import { LRUCache } from 'lru-cache';
import { duration, number, onlyKnown } from '../check.js';
import type { AlertRule } from './rule.js';
import { runbook } from './runbook.js';

/**
 * A circuit breaker let nothing through any more: fires when it opens, is over when it closes. Circuits report through `guard()`.
 */
export function circuitOpen(): AlertRule {
  const name = 'SentinelCircuitOpen';
  return {
    name,
    start: (context) => ({
      onDecision({ component, decision, subject }) {
        if (component !== 'circuit') return;
        if (decision === 'closed') context.resolve(subject);
        if (decision !== 'opened') return;
        context.fire(subject, {
          name,
          severity: 'error',
          title: `The circuit ${subject} is open`,
          message: 'What is behind it failed too often in a row; calls are refused until trial calls succeed.',
          labels: { circuit: subject },
          runbookUrl: runbook('circuit-open'),
        });
      },
    }),
  };
}

/** What counts as new, and how long it is told. */
export interface NewRuleOptions {
  /** In this time after the start everything is new, and nothing is told, in milliseconds. @default 3_600_000 */
  readonly learnMs?: number;
  /** A rule is new when it found nothing for so long, in milliseconds. @default 604_800_000, a week */
  readonly forgetMs?: number;
  /** The alert resolves after this, in milliseconds. @default 3_600_000 */
  readonly windowMs?: number;
}

/**
 * A detection rule found something for the first time in a week: often the first sign of a new kind of attack, or of a rule that a
 * release broke.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function newRuleFiring(options: NewRuleOptions = {}): AlertRule {
  onlyKnown(options, ['learnMs', 'forgetMs', 'windowMs'] satisfies (keyof NewRuleOptions)[]);
  const learnMs = duration('learnMs', options.learnMs, 3_600_000);
  const forgetMs = number('forgetMs', options.forgetMs, 604_800_000, { min: 1, max: Number.MAX_SAFE_INTEGER });
  const windowMs = duration('windowMs', options.windowMs, 3_600_000, 1);
  const name = 'SentinelNewRuleFiring';
  return {
    name,
    start(context) {
      const startedAt = context.now();
      const lastSeen = new LRUCache<string, number>({ max: 10_000 });
      const firing = new Map(context.firingKeys().map((key) => [key, startedAt] as const));
      return {
        onScan({ time, result }) {
          for (const { rule, threatType, severity } of result.findings) {
            const before = lastSeen.get(rule);
            lastSeen.set(rule, time);
            const isKnown = before !== undefined && time - before < forgetMs;
            if (isKnown || time - startedAt < learnMs || firing.has(rule)) continue;
            firing.set(rule, time);
            context.fire(rule, {
              name,
              severity: 'info',
              title: `The rule ${rule} found something for the first time`,
              message: `It looks for ${threatType} and rates it ${severity}. A new kind of attack, or a rule that changed.`,
              labels: { rule, threat_type: threatType },
            });
          }
        },
        onTick(now) {
          for (const [rule, since] of firing) {
            if (now - since < windowMs) continue;
            firing.delete(rule);
            context.resolve(rule);
          }
        },
      };
    },
  };
}
