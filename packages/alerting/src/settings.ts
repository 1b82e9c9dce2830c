import { firstHand, requireUnique, setupsOf } from './channel-setups.js';
import { duration, invalidOption, number, onlyKnown } from './check.js';
import { type Clock, systemClock } from './clock.js';
import { type AlertManagerOptions, type ChannelSetup, KNOWN_OPTIONS } from './manager-options.js';
import { DEFAULT_INHIBIT, type InhibitRule } from './routing/inhibition.js';
import { type ResolvedRoute, resolveRoutes } from './routing/route.js';
import { defaultRules } from './rules/default-rules.js';
import type { AlertRule } from './rules/rule.js';
import { requireSnapshot } from './snapshot.js';

/** Options of a manager, checked and filled in. */
export interface ManagerSettings {
  readonly clock: Clock;
  readonly evaluationIntervalMs: number;
  readonly resolveAfterMs: number;
  readonly closeTimeoutMs: number;
  readonly digestIntervalMs: number;
  readonly maxAlerts: number;
  readonly maxHistory: number;
  readonly rules: readonly AlertRule[];
  readonly inhibit: readonly InhibitRule[];
  readonly setups: readonly ChannelSetup[];
  /** Of the channels. */
  readonly names: ReadonlySet<string>;
  readonly routes: readonly ResolvedRoute[];
}

/** @throws SentinelError INVALID_OPTION, naming the option and what it must be. */
export function resolveSettings(options: AlertManagerOptions): ManagerSettings {
  onlyKnown(options, KNOWN_OPTIONS);
  const { thresholds } = options;
  if (options.rules !== undefined && thresholds !== undefined) {
    throw invalidOption(
      '`thresholds` are those of the predefined rules: leave out `rules`, or tune them with threatRate({ threshold }).',
    );
  }
  if (options.restore !== undefined) requireSnapshot(options.restore);
  const rules = options.rules ?? defaultRules(thresholds, options.windowSize, options.minSamples);
  requireUnique('rules', rules);
  const setups = setupsOf(options.channels);
  const names = new Set(setups.map(({ channel }) => channel.name));
  return {
    clock: options.clock ?? systemClock,
    evaluationIntervalMs: duration('evaluationIntervalMs', options.evaluationIntervalMs, 15_000, 1),
    resolveAfterMs: duration('resolveAfterMs', options.resolveAfterMs, 3_600_000),
    closeTimeoutMs: duration('closeTimeoutMs', options.closeTimeoutMs, 10_000),
    digestIntervalMs: duration('digestIntervalMs', options.digestIntervalMs, 3_600_000, 1),
    maxAlerts: number('maxAlerts', options.maxAlerts, 1_000, { min: 1, max: 100_000, whole: true }),
    maxHistory: number('maxHistory', options.maxHistory, 1_000, { min: 1, max: 100_000, whole: true }),
    rules,
    inhibit: options.inhibit ?? DEFAULT_INHIBIT,
    setups,
    names,
    routes: resolveRoutes(
      options.routes ?? [],
      options,
      names,
      (routes) => options.fallback ?? firstHand(setups, routes),
    ),
  };
}
