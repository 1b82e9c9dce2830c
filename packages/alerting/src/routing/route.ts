import type { Alert } from '../alert.js';
import { duration, invalidOption, onlyKnown, text } from '../check.js';
import { compileMatchers, type LabelTest, type Matchers } from './matchers.js';

/** Whom else to tell when nobody acknowledges. */
export interface EscalationStep {
  /** After the alert began, in milliseconds. */
  readonly afterMs: number;
  /** Names of channels. */
  readonly channels: readonly string[];
}

/** How alerts are gathered into notifications. As in Alertmanager. */
export interface Grouping {
  /** Alerts with the same values of these labels come in one notification. @default ['alertname'] */
  readonly groupBy?: readonly string[];
  /** How long the first notification of a group waits for more alerts, in milliseconds. @default 30_000 */
  readonly groupWaitMs?: number;
  /** What changes in a group is told at most this often, in milliseconds. @default 300_000 */
  readonly groupIntervalMs?: number;
  /** What still fires unacknowledged is told again after this, in milliseconds. @default 14_400_000 */
  readonly repeatIntervalMs?: number;
}

/** Which alerts go where. */
export interface Route extends Grouping {
  /** Unique among the routes; keeps the state of the route over a restart. */
  readonly name: string;
  /** Labels that an alert must have to go this way. @default every alert */
  readonly match?: Matchers;
  /** Names of channels. */
  readonly channels: readonly string[];
  /** Look for more routes after this one. @default false */
  readonly continue?: boolean;
  /** Whom else to tell while nobody acknowledges. @default [] */
  readonly escalation?: readonly EscalationStep[];
}

/** A route with nothing left to choose. */
export interface ResolvedRoute {
  /** Name of the route. */
  readonly name: string;
  /** Whether an alert with these labels goes this way. */
  readonly test: LabelTest;
  /** Names of channels. */
  readonly channels: readonly string[];
  /** As in `Grouping`. */
  readonly groupBy: readonly string[];
  /** As in `Grouping`, in milliseconds. */
  readonly groupWaitMs: number;
  /** As in `Grouping`, in milliseconds. */
  readonly groupIntervalMs: number;
  /** As in `Grouping`, in milliseconds. */
  readonly repeatIntervalMs: number;
  /** Look for more routes after this one. */
  readonly goOn: boolean;
  /** Steps, the earliest first. */
  readonly escalation: readonly EscalationStep[];
}

const KNOWN: readonly string[] = [
  'name',
  'match',
  'channels',
  'continue',
  'escalation',
  'groupBy',
  'groupWaitMs',
  'groupIntervalMs',
  'repeatIntervalMs',
] satisfies (keyof Route)[];

/**
 * Checks routes and fills in what they leave open. An alert that no route is for goes to the channels of `fallbackOf`: none is lost.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function resolveRoutes(
  routes: readonly Route[],
  common: Grouping,
  channels: ReadonlySet<string>,
  fallbackOf: (routes: readonly ResolvedRoute[]) => readonly string[],
): readonly ResolvedRoute[] {
  if (!Array.isArray(routes)) throw invalidOption('`routes` must be a list.');
  const names = new Set<string>();
  const resolve = (route: Route): ResolvedRoute => {
    onlyKnown(route, KNOWN);
    const name = text('routes.name', route.name, 128);
    if (names.has(name)) throw invalidOption(`There are two routes of the name ${name}; \`default\` is taken.`);
    names.add(name);
    const { groupBy = common.groupBy ?? ['alertname'], match = {} } = route;
    if (!Array.isArray(groupBy)) throw invalidOption('`groupBy` must be a list of labels.');
    requireChannels(`routes.${name}.channels`, route.channels, channels);
    return {
      name,
      test: compileMatchers(`routes.${name}.match`, match),
      channels: route.channels,
      groupBy,
      groupWaitMs: duration('groupWaitMs', route.groupWaitMs ?? common.groupWaitMs, 30_000),
      groupIntervalMs: duration('groupIntervalMs', route.groupIntervalMs ?? common.groupIntervalMs, 300_000, 1),
      repeatIntervalMs: duration('repeatIntervalMs', route.repeatIntervalMs ?? common.repeatIntervalMs, 14_400_000, 1),
      goOn: route.continue === true,
      escalation: stepsOf(`routes.${name}.escalation`, route.escalation, channels),
    };
  };
  const resolved = routes.map(resolve);
  return [...resolved, resolve({ name: 'default', channels: fallbackOf(resolved) })];
}

function stepsOf(
  option: string,
  steps: readonly EscalationStep[] = [],
  channels: ReadonlySet<string>,
): readonly EscalationStep[] {
  if (!Array.isArray(steps) || !steps.every((step) => typeof step === 'object' && step !== null)) {
    throw invalidOption(`\`${option}\` must be a list of { afterMs, channels }.`);
  }
  for (const step of steps as readonly EscalationStep[]) {
    onlyKnown(step, ['afterMs', 'channels'] satisfies (keyof EscalationStep)[]);
    if (step.afterMs === undefined) throw invalidOption(`\`${option}.afterMs\` must be given.`);
    duration(`${option}.afterMs`, step.afterMs, 0, 1);
    requireChannels(`${option}.channels`, step.channels, channels);
  }
  return [...steps].sort((a, b) => a.afterMs - b.afterMs);
}

function requireChannels(option: string, given: unknown, channels: ReadonlySet<string>): void {
  if (!Array.isArray(given) || given.length === 0) throw invalidOption(`\`${option}\` must name a channel.`);
  const unknown = given.find((name) => !channels.has(name));
  if (unknown === undefined) return;
  throw invalidOption(
    `\`${option}\` names ${String(unknown).slice(0, 60)}, but there are ${[...channels].join(', ')}.`,
  );
}

/** Those an alert takes: the first that matches, and on from there while they say so. */
export function routesFor(alert: Alert, routes: readonly ResolvedRoute[]): readonly ResolvedRoute[] {
  const taken: ResolvedRoute[] = [];
  for (const route of routes) {
    if (!route.test(alert.labels)) continue;
    // The fallback is for what no other route wants.
    if (route === routes.at(-1) && taken.length > 0) break;
    taken.push(route);
    if (!route.goOn) break;
  }
  return taken;
}
