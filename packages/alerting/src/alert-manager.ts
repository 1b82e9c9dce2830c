import type { Adapter, AdapterHealth, EventContext, ScannerInfo, ScanResult } from '@llm-sentinel/core';
import type { Alert, AlertInput } from './alert.js';
import { firstHand, requireUnique, setupsOf } from './channel-setups.js';
import { duration, invalidOption, number, onlyKnown, text } from './check.js';
import { systemClock } from './clock.js';
import { type AlertManagerOptions, type ChannelSetup, KNOWN_OPTIONS } from './manager-options.js';
import { createPseudonyms } from './pseudonym.js';
import { type ActiveAlert, createAlertBook } from './routing/alert-book.js';
import { type Courier, createCourier } from './routing/courier.js';
import { createDispatcher } from './routing/dispatcher.js';
import { createHistory, type HistoryEntry, type HistoryQuery } from './routing/history.js';
import { createInhibition, DEFAULT_INHIBIT } from './routing/inhibition.js';
import { createQuietHours } from './routing/quiet-hours.js';
import { resolveRoutes } from './routing/route.js';
import { createSender } from './routing/sender.js';
import { createSilences, type Silence, type SilenceInput } from './routing/silences.js';
import { tokenBucket } from './routing/token-bucket.js';
import { defaultRules } from './rules/default-rules.js';
import { createRuleSet } from './rules/rule-set.js';
import { type AlertSnapshot, groupSnapshot, requireSnapshot, restoredGroups } from './snapshot.js';

/** Raises alerts and tells people: an adapter of the scanner, and what the application raises alerts with. */
export interface AlertManager extends Adapter {
  /** Raises an alert, or brings the one with the same labels up to date. Returns it as it now is. */
  notify(alert: AlertInput, options?: { readonly resolveAfterMs?: number }): Alert;
  /** The condition is over. Takes an alert's fingerprint; false when it does not fire. */
  resolve(fingerprint: string): boolean;
  /** For results of a scanner that this manager is no adapter of. */
  check(result: ScanResult, context?: EventContext): void;
  /** Somebody takes care of it: it is not repeated, and does not escalate. False when it does not fire. */
  acknowledge(fingerprint: string, by?: string): boolean;
  /** @throws SentinelError INVALID_OPTION when it would match everything, or is over already. */
  silence(silence: SilenceInput): Silence;
  /** Ends a silence. False when there is none of this id. */
  expireSilence(id: string): boolean;
  silences(): readonly Silence[];
  /** What fires now, in the order in which it began. */
  alerts(): readonly ActiveAlert[];
  /** What happened, the newest first. */
  history(query?: HistoryQuery): readonly HistoryEntry[];
  /** Tells what waits for its group or for its channel's rate limit now. Resolves when that is done, or failed. */
  flush(): Promise<void>;
  /** The state, for `restore` after a restart. */
  snapshot(): AlertSnapshot;
  close(): Promise<void>;
}

// Nobody makes a scanner per request, and who does should not keep all of them alive.
const MAX_SCANNERS = 64;
const PERSIST_MS = 1_000;

/**
 * Evaluates rules over the scans, and tells people through channels: grouped, each alert once, again when it is over.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * const alerting = alertManager({ channels: [slackChannel({ url: process.env.SLACK_WEBHOOK_URL })] });
 * configure({ adapters: [alerting] });
 * alerting.notify({ title: 'The canary was in an answer', severity: 'critical' });
 */
export function alertManager(options: AlertManagerOptions): AlertManager {
  onlyKnown(options, KNOWN_OPTIONS);
  const { clock = systemClock, telemetry, persist, restore, thresholds, inhibit = DEFAULT_INHIBIT } = options;
  const evaluationIntervalMs = duration('evaluationIntervalMs', options.evaluationIntervalMs, 15_000, 1);
  const resolveAfterMs = duration('resolveAfterMs', options.resolveAfterMs, 3_600_000);
  const closeTimeoutMs = duration('closeTimeoutMs', options.closeTimeoutMs, 10_000);
  const maxAlerts = number('maxAlerts', options.maxAlerts, 1_000, { min: 1, max: 100_000, whole: true });
  const maxHistory = number('maxHistory', options.maxHistory, 1_000, { min: 1, max: 100_000, whole: true });
  if (options.rules !== undefined && thresholds !== undefined) {
    throw invalidOption(
      '`thresholds` are those of the predefined rules: leave out `rules`, or tune them with threatRate({ threshold }).',
    );
  }
  if (restore !== undefined) requireSnapshot(restore);
  const rules = options.rules ?? defaultRules(thresholds, options.windowSize, options.minSamples);
  requireUnique('rules', rules);
  const setups = setupsOf(options.channels);
  const names = new Set(setups.map(({ channel }) => channel.name));
  const routes = resolveRoutes(options.routes ?? [], options, names, options.fallback ?? firstHand(setups, options));

  const now = () => clock.now();
  let stop = new AbortController();
  let isClosed = false;
  const history = createHistory(maxHistory, restore?.history);
  const silences = createSilences(now);
  const book = createAlertBook(maxAlerts, now, dropped);
  const send = createSender(options.retry, telemetry);
  const couriers = new Map(setups.map((setup) => [setup.channel.name, courierOf(setup)] as const));
  const dispatcher = createDispatcher({
    routes,
    couriers,
    book,
    history,
    isSilenced: silences.covers,
    inhibition: createInhibition(inhibit),
    digestIntervalMs: duration('digestIntervalMs', options.digestIntervalMs, 3_600_000, 1),
    telemetry,
    now,
  });
  const scanners = new Set<ScannerInfo>();
  let droppedAlerts = 0;
  let isPersistFailing = false;
  let cancelWake: (() => void) | undefined;
  let wakeAt = Number.POSITIVE_INFINITY;
  let cancelPersist: (() => void) | undefined;
  let nextEvaluation = Number.POSITIVE_INFINITY;

  if (restore !== undefined) {
    silences.restore(restore.silences);
    book.restore(restore.alerts);
    dispatcher.restore(restoredGroups(restore, routes, names));
  }
  const ruleSet = createRuleSet(rules, {
    fire: (rule, key, input) => raise(input, { rule, key }),
    resolve(rule, key) {
      const fingerprint = book.fingerprintOf(rule, key);
      if (fingerprint !== undefined) end(fingerprint);
    },
    firingKeys: book.keysOf,
    isFiring: (rule, key) => book.fingerprintOf(rule, key) !== undefined,
    pseudonym: createPseudonyms(options.identifiers, options.hmacKey),
    now,
  });
  if (restore !== undefined) {
    adoptRestored();
    begin();
    changed();
  }

  function courierOf({ channel, rateLimit, quietHours, backup }: ChannelSetup): Courier {
    const other = backup === undefined ? undefined : setups.find((setup) => setup.channel.name === backup)?.channel;
    if (backup !== undefined && (other === undefined || other === channel)) {
      throw invalidOption(`\`backup\` of ${channel.name} must be the name of another channel.`);
    }
    return createCourier({
      channel,
      backup: other,
      bucket: tokenBucket(rateLimit),
      isQuiet: createQuietHours(quietHours),
      send,
      signal: () => stop.signal,
      now,
      onIdle: changed,
    });
  }

  function raise(input: AlertInput, origin: { rule?: string; key?: string; resolveAt?: number }): Alert {
    const { rule, key = '' } = origin;
    const before = rule === undefined ? undefined : book.fingerprintOf(rule, key);
    const { active, isNew } = book.raise(input, origin);
    const { alert } = active;
    // A rule that fires under other labels than before means the same thing.
    if (before !== undefined && before !== alert.fingerprint) end(before);
    if (isNew) {
      note('fired', alert);
      dispatcher.changed(alert);
    } else if (rule === undefined) {
      telemetry?.increment('alerts_suppressed_total', { reason: 'dedup' });
      dispatcher.repeated(alert);
    } else {
      dispatcher.updated(alert);
    }
    changed();
    return alert;
  }

  function end(fingerprint: string): boolean {
    const alert = book.resolve(fingerprint);
    if (alert === undefined) return false;
    note('resolved', alert);
    dispatcher.changed(alert);
    changed();
    return true;
  }

  function dropped(alert: Alert): void {
    droppedAlerts += 1;
    note('dropped', alert);
    dispatcher.forget(alert.fingerprint);
  }

  function note(event: HistoryEntry['event'], { fingerprint, title, severity }: Alert, by?: string): void {
    history.add({ time: now(), event, fingerprints: [fingerprint], title, severity, ...(by !== undefined && { by }) });
  }

  /** Alerts whose rule is gone can't resolve any more; those whose group is gone need one. */
  function adoptRestored(): void {
    const known = new Set(rules.map(({ name }) => name));
    const grouped = new Set([...dispatcher.groups.values()].flatMap(({ alerts }) => [...alerts.keys()]));
    for (const { alert, rule } of [...book.all()]) {
      if (rule !== undefined && !known.has(rule)) end(alert.fingerprint);
      else if (!grouped.has(alert.fingerprint)) dispatcher.changed(alert);
    }
  }

  function changed(): void {
    if (isClosed) return;
    schedule();
    if (persist !== undefined) cancelPersist ??= clock.after(PERSIST_MS, save);
  }

  /** Sets the one timer to the next moment at which there is something to do. */
  function schedule(): void {
    let at = Math.min(nextEvaluation, dispatcher.nextAt());
    for (const courier of couriers.values()) at = Math.min(at, courier.nextAt());
    for (const { resolveAt } of book.all()) if (resolveAt !== undefined) at = Math.min(at, resolveAt);
    if (at === wakeAt) return;
    cancelWake?.();
    cancelWake = undefined;
    wakeAt = at;
    if (at !== Number.POSITIVE_INFINITY) cancelWake = clock.after(Math.min(Math.max(0, at - now()), 2 ** 31 - 1), wake);
  }

  function wake(): void {
    wakeAt = Number.POSITIVE_INFINITY;
    cancelWake = undefined;
    const time = now();
    for (const { alert, resolveAt } of [...book.all()]) {
      if (resolveAt !== undefined && resolveAt <= time) end(alert.fingerprint);
    }
    if (nextEvaluation <= time) {
      nextEvaluation = time + evaluationIntervalMs;
      ruleSet.onTick(time, healthOfScanners());
    }
    dispatcher.run();
    for (const courier of couriers.values()) void courier.pump();
    schedule();
  }

  function healthOfScanners() {
    return [...scanners].flatMap((scanner) => {
      try {
        return [scanner.health()];
      } catch {
        // A scanner that cannot tell its health says so in its own.
        return [];
      }
    });
  }

  /** Evaluation begins with the first event: the factory sets no timer. */
  function begin(): void {
    if (nextEvaluation !== Number.POSITIVE_INFINITY || isClosed) return;
    nextEvaluation = now() + evaluationIntervalMs;
    schedule();
  }

  async function save(): Promise<void> {
    cancelPersist?.();
    cancelPersist = undefined;
    try {
      await persist?.(snapshot());
      isPersistFailing = false;
    } catch {
      isPersistFailing = true;
    }
  }

  function snapshot(): AlertSnapshot {
    return {
      version: 1,
      time: now(),
      alerts: [...book.all()],
      groups: [...dispatcher.groups.values()].map(groupSnapshot),
      silences: silences.list(),
      history: history.all(),
    };
  }

  async function flush(): Promise<void> {
    dispatcher.run(true);
    await Promise.all(
      [...couriers.values()].map(async (courier) => {
        // The first waits for what is under way, which may have kept to the rate limit.
        await courier.pump(true);
        await courier.pump(true);
      }),
    );
  }

  function health(): AdapterHealth {
    const failing = [...couriers.values()].filter(({ isFailing }) => isFailing).map(({ channel }) => channel.name);
    const [rule] = ruleSet.failures;
    const problems = [
      ...(failing.length > 0 ? [`No delivery through ${failing.join(', ')}.`] : []),
      ...(rule !== undefined ? [`The rule ${rule[0]} threw ${rule[1]}.`] : []),
      ...(droppedAlerts > 0 ? [`${droppedAlerts} alerts were dropped: more than ${maxAlerts} fired at once.`] : []),
      ...(isPersistFailing ? ['The state could not be saved.'] : []),
    ];
    if (problems.length === 0) return { status: 'ok' };
    return { status: failing.length === couriers.size ? 'failed' : 'degraded', detail: problems.join(' ') };
  }

  return {
    name: 'alerting',
    onAttach(scanner) {
      const [oldest] = scanners.size >= MAX_SCANNERS ? scanners : [];
      if (oldest !== undefined) scanners.delete(oldest);
      scanners.add(scanner);
      begin();
      changed();
    },
    onScan(event) {
      begin();
      ruleSet.onScan(event);
    },
    onDecision(event) {
      begin();
      ruleSet.onDecision(event);
    },
    check(result, context = {}) {
      begin();
      ruleSet.onScan({ type: 'scan', time: now(), result, context, engineTimings: [] });
    },
    notify(input, { resolveAfterMs: after = resolveAfterMs } = {}) {
      duration('resolveAfterMs', after, 0);
      return raise(input, after === 0 ? {} : { resolveAt: now() + after });
    },
    resolve: end,
    acknowledge(fingerprint, by = 'unknown') {
      const active = book.acknowledge(fingerprint, text('by', by, 200));
      if (active === undefined) return false;
      note('acknowledged', active.alert, by);
      dispatcher.acknowledged(active.alert);
      for (const courier of couriers.values()) void courier.pump();
      changed();
      return true;
    },
    silence(input) {
      const silence = silences.add(input);
      changed();
      return silence;
    },
    expireSilence(id) {
      const isExpired = silences.expire(id);
      changed();
      return isExpired;
    },
    silences: silences.list,
    alerts: () => [...book.all()],
    history: history.query,
    flush,
    snapshot,
    health,
    async close() {
      if (isClosed) return;
      isClosed = true;
      cancelWake?.();
      const cancelLimit = clock.after(closeTimeoutMs, () => stop.abort(new Error('closed')));
      await flush();
      cancelLimit();
      // What is still under way now was begun by nobody who waits for it.
      stop.abort(new Error('closed'));
      stop = new AbortController();
      scanners.clear();
      await save();
    },
  };
}
