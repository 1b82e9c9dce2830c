import { createSessionStore, SESSION_RISK, type SessionState, type SessionStore } from '@llm-sentinel/core';
import { number, onlyKnown } from './check.js';
import { createGateway, type RedisStoreOptions, STORE_OPTIONS } from './gateway.js';
import { keyFor } from './key.js';
import { sessionScript } from './session-script.js';
import { writeBehind } from './write-behind.js';

/** Which Redis, and how long sessions are remembered. */
export interface RedisSessionStoreOptions extends RedisStoreOptions {
  /** A session that was silent for so long is forgotten, in milliseconds. @default 86_400_000 (24 hours) */
  readonly ttlMs?: number;
  /** Sessions that this process keeps in front. @default 10_000 */
  readonly maxLocalSessions?: number;
}

/** Turns on their way to Redis. What comes on top stays in this process. */
const MAX_PENDING = 10_000;
const MAX_THREAT_CHARS = 64;

/**
 * Sessions that all processes share. Each process has its own in front: `scan()` reads and writes there and waits for nobody; turns
 * go to Redis after it, and `scanAsync` and `guard` bring in what others wrote before they judge. While Redis is away every process
 * goes by what it knows, and keeps those turns to itself.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * configure({ sessions: { store: redisSessionStore({ client }) } });
 */
export function redisSessionStore(options: RedisSessionStoreOptions): SessionStore {
  onlyKnown(options, [...STORE_OPTIONS, 'ttlMs', 'maxLocalSessions']);
  const gateway = createGateway(options);
  const ttlMs = number('ttlMs', options.ttlMs, 86_400_000, { min: 1_000, max: 31 * 86_400_000, whole: true });
  const maxSessions = number('maxLocalSessions', options.maxLocalSessions, 10_000, { min: 1, max: 1e7, whole: true });
  const local = createSessionStore({ maxSessions, ttlMs });
  const pending = writeBehind(MAX_PENDING);
  const { floor, weight, retention, halfLifeMs, threats } = SESSION_RISK;
  const settings = [floor, weight, retention, halfLifeMs, threats, ttlMs].map(String);
  const keyOf = (sessionId: string) => keyFor(gateway.prefix, sessionId, 'session');

  return {
    get: local.get,
    record(sessionId, turn) {
      local.record(sessionId, turn);
      const { risk, action, threatType, time } = turn;
      const args = [String(risk), action, (threatType ?? '').slice(0, MAX_THREAT_CHARS), String(time), ...settings];
      pending.add(() => gateway.run('session_record', sessionScript, [keyOf(sessionId)], args));
    },
    async load(sessionId) {
      const text = await gateway.call('session_load', ({ get }) => get(keyOf(sessionId))).catch(() => null);
      const shared = text === null ? undefined : parseState(text);
      if (shared === undefined) return;
      const own = local.get(sessionId, shared.lastSeen);
      // What this process saw beyond it has not arrived yet, or never will after an outage.
      const isNewer =
        own === undefined || shared.turns > own.turns || (shared.turns === own.turns && shared.risk > own.risk);
      if (isNewer) local.put(sessionId, shared);
    },
    flush: pending.flush,
    get size() {
      return local.size;
    },
  };
}

/** Undefined for what is no state: someone else's value, or one of a version to come. */
function parseState(text: string): SessionState | undefined {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (value?.v !== 1) return undefined;
  const numbers = [value.risk, value.turns, value.flagged, value.blocked, value.firstSeen, value.lastSeen];
  if (!numbers.every((each) => typeof each === 'number' && each >= 0)) return undefined;
  const [risk = 0, turns = 0, flagged = 0, blocked = 0, firstSeen = 0, lastSeen = 0] = numbers as number[];
  // Lua writes an empty list as an empty object.
  const lastThreats = (Array.isArray(value.lastThreats) ? value.lastThreats : []).map(String);
  return Object.freeze({
    risk: Math.min(1, risk),
    turns,
    flagged,
    blocked,
    lastThreats: Object.freeze(lastThreats),
    firstSeen,
    lastSeen,
  });
}
