import { SentinelError, type Telemetry } from '@llm-sentinel/core';
import { callable, invalidOption, number } from './check.js';
import { type Commands, commandsOf, type RedisClient } from './client.js';
import type { Script } from './script.js';

/** What every store here can be told. */
export interface RedisStoreOptions {
  /** A client, cluster or sentinel of node-redis 5 or 6, or of ioredis. Never connected nor closed by us. */
  readonly client: RedisClient;
  /** Begin of all keys. @default 'sentinel' */
  readonly prefix?: string;
  /** Time for one call, in milliseconds; later the answer is no longer waited for. @default 50 */
  readonly deadlineMs?: number;
  /** Told once when Redis goes away, with the reason, and once when it is back. */
  readonly onStateChange?: (change: { readonly available: boolean; readonly error?: unknown }) => void;
  /** Reports `store_query_seconds` and `errors_total`. @default nothing is reported */
  readonly telemetry?: Telemetry;
}

/** All calls to Redis of one store. */
export interface Gateway {
  readonly prefix: string;
  /**
   * @throws SentinelError UNAVAILABLE when Redis refuses, fails or is late, and at once while it is known to be away.
   */
  call<T>(operation: string, work: (commands: Commands) => Promise<T>): Promise<T>;
  /** Runs a script, which Redis may have forgotten. */
  run(operation: string, script: Script, keys: readonly string[], args: readonly string[]): Promise<unknown>;
}

export const STORE_OPTIONS = ['client', 'prefix', 'deadlineMs', 'onStateChange', 'telemetry'] as const;

/** Failures in a row after which Redis counts as away: one lost call is no outage, and of a cluster one server may be. */
const AWAY_AFTER = 3;
/** While it is away one call in this time tries. All others are answered at once, and none pile up in the client. */
const PROBE_EVERY_MS = 100;

/** @throws SentinelError INVALID_OPTION, naming the option and what it must be. */
export function createGateway(options: RedisStoreOptions): Gateway {
  const { prefix = 'sentinel', onStateChange, telemetry } = options;
  const commands = commandsOf(options.client);
  if (typeof prefix !== 'string' || !/^[\w:.-]{1,64}$/.test(prefix))
    throw invalidOption('`prefix` must be 1 to 64 letters, digits, colons, dots, dashes or underscores.');
  const deadlineMs = number('deadlineMs', options.deadlineMs, 50, { min: 1, max: 60_000 });
  callable('onStateChange', onStateChange);
  let failuresInARow = 0;
  let isAway = false;
  let nextProbe = 0;

  async function call<T>(operation: string, work: (commands: Commands) => Promise<T>): Promise<T> {
    const started = performance.now();
    if (isAway) {
      if (started < nextProbe) throw unavailable('is away');
      // One at a time: it ends by its deadline at the latest.
      nextProbe = Number.POSITIVE_INFINITY;
    }
    try {
      const value = await within(deadlineMs, () => work(commands));
      answered();
      return value;
    } catch (error) {
      failed(error);
      throw unavailable('did not answer as it should', error);
    } finally {
      telemetry?.observe('store_query_seconds', { store: 'redis', operation }, (performance.now() - started) / 1_000);
    }
  }

  function answered(): void {
    failuresInARow = 0;
    if (!isAway) return;
    isAway = false;
    onStateChange?.({ available: true });
  }

  function failed(error: unknown): void {
    telemetry?.increment('errors_total', {
      component: 'redis',
      error_type: error instanceof Error ? error.name : 'unknown',
    });
    if (!isAway && ++failuresInARow < AWAY_AFTER) return;
    nextProbe = performance.now() + PROBE_EVERY_MS;
    if (isAway) return;
    isAway = true;
    onStateChange?.({ available: false, error });
  }

  return {
    prefix,
    call,
    run: (operation, script, keys, args) =>
      call(operation, async ({ evalSha, eval: evaluate }) => {
        try {
          return await evalSha(script.sha, keys, args);
        } catch (error) {
          // After a restart, a failover or SCRIPT FLUSH. Sent whole it is remembered again.
          if (!String((error as Error | undefined)?.message).startsWith('NOSCRIPT')) throw error;
          return evaluate(script.source, keys, args);
        }
      }),
  };
}

/** Does not stop the work, which no client can, but stops waiting for it. */
function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new SentinelError('TIMEOUT', `[@llm-sentinel/redis] No answer within ${ms} ms.`)),
      ms,
    );
    // Some clients throw where others reject.
    const started = (async () => work())();
    started.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function unavailable(what: string, cause?: unknown): SentinelError {
  return new SentinelError('UNAVAILABLE', `[@llm-sentinel/redis] Redis ${what}.`, cause === undefined ? {} : { cause });
}
