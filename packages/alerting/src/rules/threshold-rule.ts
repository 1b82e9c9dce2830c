import type { ScanEvent } from '@llm-sentinel/core';
import { LRUCache } from 'lru-cache';
import type { AlertInput, AlertSeverity } from '../alert.js';
import { duration, invalidOption, number, onlyKnown, text } from '../check.js';
import { type Condition, condition } from './condition.js';
import { limitsOf } from './limits.js';
import type { AlertRule, RuleContext } from './rule.js';
import { sampleWindow, timeWindow, type Window } from './window.js';

/** The state of a rule's window, for its texts. */
export interface Measured {
  /** The mean, the sum, or of a quantile the share of samples above the threshold. */
  readonly value: number;
  /** Scans in the window that counted. */
  readonly samples: number;
  /** The rule's threshold. */
  readonly threshold: number;
  /** What `by` returned, as it may be shown: a pseudonym where `isIdentifier` says so. */
  readonly key: string;
}

/** What to measure of scans, when it is too much, and what the alert says. */
export interface ThresholdRuleOptions {
  /** Unique among the rules of a manager; the label `alertname`. */
  readonly name: string;
  /** What a scan contributes: a number, true for 1 and false for 0, or undefined to leave it out. Must be quick. */
  readonly measure: (event: ScanEvent) => number | boolean | undefined;
  /**
   * What is compared with the threshold: the mean of the samples (of booleans their share), their sum, or a quantile of them.
   * @default 'mean'
   */
  readonly aggregate?: 'mean' | 'sum' | { readonly quantile: number };
  /** Fires when this is reached; a quantile when it is exceeded. */
  readonly threshold: number;
  /** Is over below this. At most the threshold. @default 0.8 × threshold */
  readonly resolveBelow?: number;
  /** Does not fire on fewer samples. @default 20, of a sum 1 */
  readonly minSamples?: number;
  /** How far the window reaches back, in milliseconds. @default 300_000 */
  readonly windowMs?: number;
  /** Only so many of the last samples count. @default no limit */
  readonly windowSize?: number;
  /** How long the condition must hold before it fires, in milliseconds. @default 0 */
  readonly forMs?: number;
  /** How bad it is. @default 'warning' */
  readonly severity?: AlertSeverity;
  /** A window for each of these; undefined leaves the scan out. @default one window for all */
  readonly by?: (event: ScanEvent) => string | undefined;
  /** Name of the label that holds what `by` returned. @default 'key' */
  readonly byLabel?: string;
  /** `by` returns a user, a session or an address: the label holds a pseudonym. @default false */
  readonly isIdentifier?: boolean;
  /** Windows at most; the one used longest ago is forgotten, and its alert resolved. @default 1_000 */
  readonly maxKeys?: number;
  /** One line, or what makes it of the window's state. @default the name */
  readonly title?: string | ((measured: Measured) => string);
  /** What happened, for a person. @default the value, the threshold and the number of samples */
  readonly message?: (measured: Measured) => string;
  /** More labels of the alert, to group, silence and route by. @default {} */
  readonly labels?: Readonly<Record<string, string>>;
  /** Where it says what to do: `http:` or `https:`; anything else is left out. @default none */
  readonly runbookUrl?: string;
}

const KNOWN: readonly string[] = [
  'name',
  'measure',
  'aggregate',
  'threshold',
  'resolveBelow',
  'minSamples',
  'windowMs',
  'windowSize',
  'forMs',
  'severity',
  'by',
  'byLabel',
  'isIdentifier',
  'maxKeys',
  'title',
  'message',
  'labels',
  'runbookUrl',
] satisfies (keyof ThresholdRuleOptions)[];

interface Keyed {
  /** What `by` returned; of a key that fired before a restart, what the alert shows. */
  readonly key: string;
  /** The key as it may be shown. */
  shown: string | undefined;
  readonly window: Window;
  readonly condition: Condition;
  /** Before this, a window that a restart emptied resolves nothing on few samples: it had no time to fill. */
  readonly isFullAt: number;
}

/**
 * Watches a value over the scans of a sliding window.
 *
 * A quantile is compared exactly and without a histogram: the 95th percentile is above 0.8 just when more than 5 % of the samples are.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * thresholdRule({ name: 'LongInputs', measure: (event) => event.result.inputLength > 50_000, threshold: 0.1 });
 */
export function thresholdRule(options: ThresholdRuleOptions): AlertRule {
  onlyKnown(options, KNOWN);
  const name = text('name', options.name, 128);
  const { aggregate = 'mean', by, byLabel = 'key', isIdentifier = false, severity = 'warning', measure } = options;
  if (typeof measure !== 'function') throw invalidOption('`measure` must be a function.');
  const quantile = typeof aggregate === 'object' ? number('quantile', aggregate.quantile, 0, { min: 0, max: 1 }) : null;
  const { threshold, resolveBelow } = limitsOf(options);
  const minSamples = number('minSamples', options.minSamples, aggregate === 'sum' ? 1 : 20, {
    min: 1,
    max: 1e9,
    whole: true,
  });
  const windowMs = duration('windowMs', options.windowMs, 300_000, 1);
  const windowSize = number('windowSize', options.windowSize, 0, { min: 1, max: 1e6, whole: true });
  const forMs = duration('forMs', options.forMs, 0);
  const maxKeys = number('maxKeys', options.maxKeys, 1_000, { min: 1, max: 1e6, whole: true });

  /** Alerts are known by what they show: identifiers leave this rule only as pseudonyms. */
  function shownKey(state: Keyed, context: RuleContext): string {
    state.shown ??= isIdentifier && state.key !== '' ? context.pseudonym(state.key) : state.key;
    return state.shown;
  }

  function measured(state: Keyed, context: RuleContext): Measured {
    const { samples, value } = state.window;
    return {
      value: aggregate === 'sum' || samples === 0 ? value : value / samples,
      samples,
      threshold,
      key: shownKey(state, context),
    };
  }

  function alertOf(state: Measured): AlertInput {
    const { title = name, message = defaultMessage } = options;
    return {
      name,
      severity,
      title: typeof title === 'function' ? title(state) : title,
      message: message(state),
      labels: { ...options.labels, ...(by !== undefined && { [byLabel]: state.key }) },
      annotations: { value: rounded(state.value), threshold: String(threshold), samples: String(state.samples) },
      ...(options.runbookUrl !== undefined && { runbookUrl: options.runbookUrl }),
    };
  }

  return {
    name,
    start(context) {
      const create = (key: string, now: number, isFiring = false): Keyed => ({
        key,
        shown: isFiring ? key : undefined,
        window: windowSize > 0 ? sampleWindow(windowSize, windowMs) : timeWindow(windowMs, by === undefined ? 30 : 10),
        condition: condition(forMs, isFiring),
        isFullAt: isFiring ? now + windowMs : 0,
      });
      // What fired before a restart must be able to resolve, also when its key never comes again.
      const restored = new Map(context.firingKeys().map((key) => [key, create(key, context.now(), true)] as const));
      let single: Keyed | undefined = by === undefined ? restored.get('') : undefined;
      const keyed = new LRUCache<string, Keyed>({
        max: maxKeys,
        dispose(state, _, reason) {
          if (reason === 'evict' && state.condition.isActive) context.resolve(shownKey(state, context));
        },
      });

      function enter(key: string, now: number): Keyed {
        const shown = restored.size > 0 && isIdentifier ? context.pseudonym(key) : key;
        const state = restored.get(shown) ?? create(key, now);
        restored.delete(shown);
        keyed.set(key, state);
        return state;
      }

      function stateOf(event: ScanEvent): Keyed | undefined {
        if (by === undefined) {
          single ??= create('', event.time);
          return single;
        }
        const key = by(event);
        if (key === undefined || key === '') return undefined;
        return keyed.get(key) ?? enter(key, event.time);
      }

      function evaluate(state: Keyed, now: number, mayUpdate = false): void {
        const { window } = state;
        const { samples } = window;
        let isMet: boolean;
        let isOver: boolean;
        if (quantile !== null) {
          const allowed = (1 - quantile) * samples;
          isMet = window.value > allowed;
          isOver = window.low <= allowed;
        } else {
          const value = aggregate === 'sum' || samples === 0 ? window.value : window.value / samples;
          isMet = samples > 0 && value >= threshold;
          isOver = value < resolveBelow || samples === 0;
        }
        const hasFilled = now >= state.isFullAt || (aggregate !== 'sum' && samples >= minSamples);
        const next = state.condition.next(now, isMet && samples >= minSamples, isOver && hasFilled);
        if (next === 'fire' || (next === 'update' && mayUpdate))
          context.fire(shownKey(state, context), alertOf(measured(state, context)));
        else if (next === 'resolve') context.resolve(shownKey(state, context));
      }

      /** Looks at a window that nothing may have entered. True when there is nothing left to remember. */
      function tick(state: Keyed, now: number): boolean {
        state.window.advance(now);
        evaluate(state, now, true);
        return state.window.samples === 0 && !state.condition.isActive;
      }

      return {
        onScan(event) {
          const sample = measure(event);
          if (sample === undefined) return;
          const value = Number(sample);
          if (Number.isNaN(value)) return;
          const state = stateOf(event);
          if (state === undefined) return;
          if (quantile === null) state.window.add(event.time, value, 0);
          else state.window.add(event.time, value > threshold ? 1 : 0, value > resolveBelow ? 1 : 0);
          evaluate(state, event.time);
        },
        onTick(now) {
          if (single !== undefined) tick(single, now);
          for (const [key, state] of [...keyed.entries()]) if (tick(state, now)) keyed.delete(key);
          for (const [key, state] of restored) if (state !== single && tick(state, now)) restored.delete(key);
        },
      };
    },
  };

  function defaultMessage({ value, samples }: Measured): string {
    if (quantile !== null) {
      const share = `${(100 * value).toFixed(1)} % of ${samples} scans are above ${threshold}`;
      return `The ${rounded(quantile * 100)}th percentile is above ${threshold}: ${share}.`;
    }
    return `${rounded(value)} in ${samples} scans; the threshold is ${threshold}.`;
  }
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
