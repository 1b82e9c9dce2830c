import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

const MAX_ID_LENGTH = 64;

/** Counts the sessions seen within a time, up to a limit; the session not seen for longest makes room. */
interface ActiveSessions {
  touch(sessionId: string): void;
  count(): number;
  clear(): void;
}

export function createActiveSessions(ttlMs: number, max: number): ActiveSessions {
  // `ttlResolution: 0` reads the clock at each look-up; otherwise the cache keeps a timer running to forget the time.
  const sessions = new LRUCache<string, true>({ max, ttl: ttlMs, ttlResolution: 0, perf: Date });
  return {
    touch(sessionId) {
      // An id comes from outside: a long one must not fill the memory.
      const isLong = sessionId.length > MAX_ID_LENGTH;
      sessions.set(isLong ? createHash('sha256').update(sessionId).digest('base64') : sessionId, true);
    },
    count() {
      sessions.purgeStale();
      return sessions.size;
    },
    clear() {
      sessions.clear();
    },
  };
}
