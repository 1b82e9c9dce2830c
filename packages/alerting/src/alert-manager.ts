import type { Adapter, AdapterHealth, EventContext, ScannerInfo, ScanResult } from '@llm-sentinel/core';
import { createAlarm } from './alarm.js';
import type { Alert, AlertInput } from './alert.js';
import { duration, text } from './check.js';
import { createLifecycle } from './lifecycle.js';
import type { AlertManagerOptions } from './manager-options.js';
import { createPseudonyms } from './pseudonym.js';
import { type ActiveAlert, createAlertBook } from './routing/alert-book.js';
import { createCouriers } from './routing/couriers.js';
import { createDispatcher } from './routing/dispatcher.js';
import { createHistory, type HistoryEntry, type HistoryQuery } from './routing/history.js';
import { createInhibition } from './routing/inhibition.js';
import { createSender } from './routing/sender.js';
import { createSilences, type Silence, type SilenceInput } from './routing/silences.js';
import { createRuleSet } from './rules/rule-set.js';
import { resolveSettings } from './settings.js';
import { type AlertSnapshot, groupSnapshot, restoredGroups } from './snapshot.js';
import { createStateKeeper } from './state-keeper.js';

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
  /**
   * Keeps alerts with these labels from being told for a while. @throws SentinelError INVALID_OPTION when it would match everything, or is over
   * already.
   */
  silence(silence: SilenceInput): Silence;
  /** Ends a silence. False when there is none of this id. */
  expireSilence(id: string): boolean;
  /** Silences that are not over, those to come included. */
  silences(): readonly Silence[];
  /** What fires now, in the order in which it began. */
  alerts(): readonly ActiveAlert[];
  /**
   * What happened, the newest first.
   *
   * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
   */
  history(query?: HistoryQuery): readonly HistoryEntry[];
  /** Tells what waits for its group or for its channel's rate limit now. Resolves when that is done, or failed. */
  flush(): Promise<void>;
  /** The state, for `restore` after a restart. */
  snapshot(): AlertSnapshot;
  close(): Promise<void>;
}

// Nobody makes a scanner per request, and who does should not keep all of them alive.
const MAX_SCANNERS = 64;

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
  const settings = resolveSettings(options);
  const { clock, evaluationIntervalMs, resolveAfterMs, closeTimeoutMs, maxAlerts, rules, routes, names } = settings;
  const { telemetry, restore } = options;

  const now = () => clock.now();
  let stop = new AbortController();
  let isClosed = false;
  const history = createHistory(settings.maxHistory, restore?.history);
  const silences = createSilences(now);
  const book = createAlertBook(maxAlerts, now, (alert) => lifecycle.dropped(alert));
  const couriers = createCouriers(settings.setups, {
    send: createSender(options.retry, telemetry),
    signal: () => stop.signal,
    now,
    onIdle: changed,
  });
  const dispatcher = createDispatcher({
    routes,
    couriers,
    book,
    history,
    isSilenced: silences.covers,
    inhibition: createInhibition(settings.inhibit),
    digestIntervalMs: settings.digestIntervalMs,
    telemetry,
    now,
  });
  const lifecycle = createLifecycle({ book, dispatcher, history, telemetry, now, onChange: changed });
  const { raise, end } = lifecycle;
  const scanners = new Set<ScannerInfo>();
  const alarm = createAlarm(clock, wake);
  const keeper = createStateKeeper(clock, options.persist, snapshot);
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
    lifecycle.adopt(new Set(rules.map(({ name }) => name)));
    begin();
    changed();
  }

  function changed(): void {
    if (isClosed) return;
    schedule();
    keeper.saveSoon();
  }

  /** Sets the alarm to the next moment at which there is something to do. */
  function schedule(): void {
    let at = Math.min(nextEvaluation, dispatcher.nextAt());
    for (const courier of couriers.values()) at = Math.min(at, courier.nextAt());
    for (const { resolveAt } of book.all()) if (resolveAt !== undefined) at = Math.min(at, resolveAt);
    alarm.set(at);
  }

  function wake(): void {
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
      ...(lifecycle.droppedCount > 0
        ? [`${lifecycle.droppedCount} alerts were dropped: more than ${maxAlerts} fired at once.`]
        : []),
      ...(keeper.isFailing ? ['The state could not be saved.'] : []),
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
      if (!lifecycle.acknowledge(fingerprint, text('by', by, 200))) return false;
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
      alarm.cancel();
      const cancelLimit = clock.after(closeTimeoutMs, () => stop.abort(new Error('closed')));
      await flush();
      cancelLimit();
      // What is still under way now was begun by nobody who waits for it.
      stop.abort(new Error('closed'));
      stop = new AbortController();
      scanners.clear();
      await keeper.save();
    },
  };
}
