import { createHash } from 'node:crypto';

const MAX_ID_LENGTH = 64;
/** A session is moved to the end of the queue this many times within its time to live, not each time it is seen. */
const MOVES_PER_TTL = 30;

/** Counts the sessions seen within a time, up to a limit; a session not seen for long makes room. */
interface ActiveSessions {
  /** @param time Milliseconds since the epoch. */
  touch(sessionId: string, time: number): void;
  count(): number;
  clear(): void;
}

/** Runs in the stack of every scan, where a cache that does more takes half a microsecond. */
export function createActiveSessions(ttlMs: number, max: number): ActiveSessions {
  // In the order in which they were moved to the end: nearly that in which they were last seen.
  const sessions = new Map<string, { seen: number; moved: number }>();
  const moveAfterMs = ttlMs / MOVES_PER_TTL;

  return {
    touch(sessionId, time) {
      const session = shortId(sessionId);
      const known = sessions.get(session);
      if (known !== undefined && time - known.moved < moveAfterMs) {
        known.seen = time;
        return;
      }
      sessions.delete(session);
      sessions.set(session, { seen: time, moved: time });
      if (sessions.size > max) sessions.delete(sessions.keys().next().value as string);
    },
    count() {
      const expired = Date.now() - ttlMs;
      for (const [session, { seen, moved }] of sessions) {
        if (seen <= expired) sessions.delete(session);
        else if (moved > expired) break;
      }
      return sessions.size;
    },
    clear() {
      sessions.clear();
    },
  };
}

/** An id comes from outside: a long one must not fill the memory. */
function shortId(id: string): string {
  return id.length > MAX_ID_LENGTH ? createHash('sha256').update(id).digest('base64') : id;
}
