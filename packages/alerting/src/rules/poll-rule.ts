import type { ScannerHealth } from '@llm-sentinel/core';
import type { AlertSeverity } from '../alert.js';
import { duration, invalidOption, onlyKnown, text } from '../check.js';
import { type Condition, condition } from './condition.js';
import { limitsOf } from './limits.js';
import type { AlertRule } from './rule.js';

/** What value to watch, when it is too high, and what the alert says. */
export interface PollRuleOptions {
  /** Unique among the rules of a manager; the label `alertname`. */
  readonly name: string;
  /**
   * Reads the value, every `evaluationIntervalMs`: one number, or one for each key. Undefined leaves everything as it is. `health` is
   * that of each scanner that uses the manager.
   */
  readonly read: (
    health: readonly ScannerHealth[],
  ) => number | Iterable<readonly [key: string, value: number]> | undefined;
  /** Fires when this is reached. */
  readonly threshold: number;
  /** Is over below this. At most the threshold. @default 0.8 × threshold */
  readonly resolveBelow?: number;
  /** How long it must hold before it fires, in milliseconds. @default 0 */
  readonly forMs?: number;
  /** How bad it is. @default 'warning' */
  readonly severity?: AlertSeverity;
  /** Name of the label that holds the key. @default 'key' */
  readonly keyLabel?: string;
  /** One line, or what makes it of key and value. @default the name */
  readonly title?: string | ((key: string, value: number) => string);
  /** What happened, for a person. @default the value and the threshold */
  readonly message?: (key: string, value: number) => string;
  /** More labels of the alert, to group, silence and route by. @default {} */
  readonly labels?: Readonly<Record<string, string>>;
  /** Where it says what to do: `http:` or `https:`; anything else is left out. @default none */
  readonly runbookUrl?: string;
}

const KNOWN: readonly string[] = [
  'name',
  'read',
  'threshold',
  'resolveBelow',
  'forMs',
  'severity',
  'keyLabel',
  'title',
  'message',
  'labels',
  'runbookUrl',
] satisfies (keyof PollRuleOptions)[];
// Keys come from configuration; what has more of them is counting something else.
const MAX_KEYS = 1_000;

/**
 * Watches a value that no scan tells: the length of a queue, the age of a feed, a counter of your own.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * pollRule({ name: 'ReviewBacklog', read: () => reviews.pending(), threshold: 100, forMs: 600_000 });
 */
export function pollRule(options: PollRuleOptions): AlertRule {
  onlyKnown(options, KNOWN);
  const name = text('name', options.name, 128);
  const { read, severity = 'warning', keyLabel = 'key', title = name } = options;
  if (typeof read !== 'function') throw invalidOption('`read` must be a function.');
  const { threshold, resolveBelow } = limitsOf(options);
  const forMs = duration('forMs', options.forMs, 0);
  const { message = (_key: string, value: number) => `${value}; the threshold is ${threshold}.` } = options;

  return {
    name,
    start(context) {
      const conditions = new Map<string, Condition>();
      for (const key of context.firingKeys()) conditions.set(key, condition(forMs, true));

      function judge(key: string, value: number, now: number): void {
        let state = conditions.get(key);
        if (state === undefined) {
          if (value < threshold || conditions.size >= MAX_KEYS) return;
          state = condition(forMs, false);
          conditions.set(key, state);
        }
        const next = state.next(now, value >= threshold, value < resolveBelow);
        if (next === 'resolve') context.resolve(key);
        if (!state.isActive) conditions.delete(key);
        if (next !== 'fire' && next !== 'update') return;
        context.fire(key, {
          name,
          severity,
          title: typeof title === 'function' ? title(key, value) : title,
          message: message(key, value),
          labels: { ...options.labels, ...(key !== '' && { [keyLabel]: key }) },
          annotations: { value: String(value), threshold: String(threshold) },
          ...(options.runbookUrl !== undefined && { runbookUrl: options.runbookUrl }),
        });
      }

      return {
        onTick(now, health) {
          const given = read(health);
          if (given === undefined) return;
          const values = new Map(typeof given === 'number' ? [['', given] as const] : given);
          for (const [key, value] of values) judge(key, value, now);
          // A key that is no longer told of is over.
          for (const key of conditions.keys()) if (!values.has(key)) judge(key, Number.NEGATIVE_INFINITY, now);
        },
      };
    },
  };
}
