import { nextSessionState, type SessionState, type SessionStore, type SessionTurn } from '@llm-sentinel/core';
import { describe, expect, it } from 'vitest';

/** How to reach an implementation of `SessionStore`. */
export interface SessionStoreContract {
  /** A new store, which forgets a session after 24 hours. */
  readonly create: () => SessionStore;
  /** All stores that `create` makes know what one of them was told, once it was flushed. @default false */
  readonly shared?: boolean;
}

const DAY_MS = 86_400_000;

/**
 * The contract of a session store, as tests: call it in a test file.
 *
 * @example
 * testSessionStore('memory', { create: () => createSessionStore({ maxSessions: 100, ttlMs: 86_400_000 }) });
 */
export function testSessionStore(name: string, { create, shared = false }: SessionStoreContract): void {
  let sessions = 0;
  const freshId = () => `contract-${process.pid}-${Date.now()}-${sessions++}`;
  const now = Date.now();
  const turn = (overrides: Partial<SessionTurn> = {}): SessionTurn => ({
    risk: 0.5,
    action: 'flag',
    threatType: 'injection',
    time: now,
    ...overrides,
  });
  /** Fixed, and still of every kind: risks below and above the floor, pauses, each action, a custom threat. */
  const turns: readonly SessionTurn[] = Array.from({ length: 24 }, (_, i) =>
    turn({
      risk: ((i * 7) % 11) / 10,
      action: (['allow', 'flag', 'redact', 'block'] as const)[i % 4] ?? 'allow',
      threatType: [null, 'jailbreak', 'pii', 'custom "threat"'][i % 4] ?? null,
      time: now + i * i * 1_000,
    }),
  );
  const folded = turns.reduce<SessionState | undefined>(nextSessionState, undefined) as SessionState;
  const last = turns.at(-1)?.time as number;

  function expectState(state: SessionState | undefined, expected: SessionState): void {
    expect(state).toEqual({ ...expected, risk: expect.closeTo(expected.risk, 9) });
  }

  describe(`${name}: contract of a session store`, () => {
    it('knows nothing of a session that it was not told of', async () => {
      const store = create();
      const id = freshId();
      expect(store.get(id, now)).toBeUndefined();
      await store.load?.(id);
      expect(store.get(id, now)).toBeUndefined();
    });

    it('adds turns as nextSessionState does, at once', async () => {
      const store = create();
      const id = freshId();
      for (const each of turns) store.record(id, each);
      expectState(store.get(id, last), folded);
      await store.flush?.();
      await store.load?.(id);
      expectState(store.get(id, last), folded);
      expect(store.size).toBeGreaterThanOrEqual(1);
    });

    it('forgets a session that was silent for 24 hours', async () => {
      const store = create();
      const id = freshId();
      store.record(id, turn());
      expect(store.get(id, now + DAY_MS - 1)?.turns).toBe(1);
      expect(store.get(id, now + DAY_MS)).toBeUndefined();
      store.record(id, turn({ time: now + DAY_MS }));
      expect(store.get(id, now + DAY_MS)?.turns).toBe(1);
      await store.flush?.();
    });

    it.each(['', '{', '{a}{b}', 'сессия', '\0\r\n', '\ud800', 'x'.repeat(10_000)])(
      'keeps the session %j apart from others',
      async (odd) => {
        const store = create();
        const id = `${freshId()}${odd}`;
        store.record(id, turn());
        store.record(id, turn());
        store.record(`${id}!`, turn());
        await store.flush?.();
        await store.load?.(id);
        await store.load?.(`${id}!`);
        expect([store.get(id, now)?.turns, store.get(`${id}!`, now)?.turns]).toEqual([2, 1]);
      },
    );

    it('gives out states that nobody can change', () => {
      const store = create();
      const id = freshId();
      store.record(id, turn());
      const state = store.get(id, now);
      expect(Object.isFrozen(state)).toBe(true);
      expect(Object.isFrozen(state?.lastThreats)).toBe(true);
    });

    if (!shared) return;
    it('shares a session with other stores', async () => {
      const [one, other] = [create(), create()];
      const id = freshId();
      for (const each of turns) one.record(id, each);
      await one.flush?.();
      await other.load?.(id);
      expectState(other.get(id, last), folded);
    });

    it('loses no turn that two stores record at one time', async () => {
      const [one, other] = [create(), create()];
      const id = freshId();
      for (let i = 0; i < 20; i++) {
        one.record(id, turn());
        other.record(id, turn());
      }
      await Promise.all([one.flush?.(), other.flush?.()]);
      await Promise.all([one.load?.(id), other.load?.(id)]);
      expect(one.get(id, now)?.turns).toBe(40);
      expect(one.get(id, now)).toEqual(other.get(id, now));
    });
  });
}
