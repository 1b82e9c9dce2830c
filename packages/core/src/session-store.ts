import { LRUCache } from 'lru-cache';
import { nextSessionState, type SessionState, type SessionTurn } from './session.js';

/**
 * Remembers sessions. `scan()` waits for nobody, so `get` and `record` answer from this process; a store that is shared reads in
 * `load`, which `scanAsync` and `guard` await, and writes off the caller's stack. The kit `testSessionStore` of
 * `@llm-sentinel/testing` is its contract.
 */
export interface SessionStore {
  /** What this process knows of a session; undefined when nothing, or when its time is over at `time`. */
  get(sessionId: string, time: number): SessionState | undefined;
  /** Adds a turn as `nextSessionState` does. Never throws and never blocks. */
  record(sessionId: string, turn: SessionTurn): void;
  /** Brings in what other processes know. Never rejects: without an answer in time, what this process knows stands. */
  load?(sessionId: string): Promise<void>;
  /** Resolves when everything recorded so far is written or given up. Never rejects. */
  flush?(): Promise<void>;
  /** Sessions held in this process. */
  readonly size: number;
}

/** The default store: of this process alone, the session not seen for the longest time out first. */
export function createSessionStore({ maxSessions, ttlMs }: { maxSessions: number; ttlMs: number }): MemorySessionStore {
  const sessions = new LRUCache<string, SessionState>({ max: maxSessions });
  const inTime = (state: SessionState | undefined, time: number) =>
    state !== undefined && time - state.lastSeen < ttlMs ? state : undefined;
  return {
    get: (sessionId, time) => inTime(sessions.get(sessionId), time),
    record(sessionId, turn) {
      sessions.set(sessionId, nextSessionState(inTime(sessions.get(sessionId), turn.time), turn));
    },
    put(sessionId, state) {
      sessions.set(sessionId, state);
    },
    get size() {
      return sessions.size;
    },
  };
}

/** For stores that keep one of these in front. */
export interface MemorySessionStore extends SessionStore {
  /** Replaces what is known of a session. */
  put(sessionId: string, state: SessionState): void;
}
