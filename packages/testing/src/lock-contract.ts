import type { Lease, Lock } from '@llm-sentinel/core';
import { describe, expect, it } from 'vitest';

/** How to reach an implementation of `Lock`. */
export interface LockContract {
  /** Makes a lock; locks of one test share their store. */
  readonly create: () => Lock;
  /** Lets time pass for the lock. @default really waits */
  readonly wait?: (ms: number) => Promise<void> | void;
}

/**
 * The contract of a lock, as tests: call it in a test file.
 *
 * @example
 * testLock('memory', { create: () => memoryLock() });
 */
export function testLock(name: string, contract: LockContract): void {
  const { create, wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)) } = contract;
  let names = 0;
  const freshName = () => `contract-${process.pid}-${Date.now()}-${names++}`;
  const acquired = async (lock: Lock, of: string, ttlMs = 60_000): Promise<Lease> => {
    const lease = await lock.acquire(of, { ttlMs });
    if (lease === null) throw new Error('The lock was not acquired.');
    return lease;
  };

  describe(`${name}: contract of a lock`, () => {
    it('lets one in at a time', async () => {
      const lock = create();
      const of = freshName();
      const all = await Promise.all(Array.from({ length: 20 }, () => lock.acquire(of, { ttlMs: 60_000 })));
      expect(all.filter((lease) => lease !== null)).toHaveLength(1);
    });

    it('lets the next one in after a release', async () => {
      const lock = create();
      const of = freshName();
      const lease = await acquired(lock, of);
      expect(lease).toMatchObject({ name: of, ttlMs: 60_000 });
      expect(await lease.release()).toBe(true);
      expect(await lease.release()).toBe(false);
      expect(await lock.acquire(of)).not.toBeNull();
    });

    it('gives every lease of a name a higher fencing number', async () => {
      const lock = create();
      const of = freshName();
      const fences: number[] = [];
      for (let i = 0; i < 5; i++) {
        const lease = await acquired(lock, of);
        fences.push(lease.fence);
        await lease.release();
      }
      expect(fences.every((fence, i) => i === 0 || fence > (fences[i - 1] as number))).toBe(true);
    });

    it('ends a lease when its time is over, and lets its late holder undo nothing', async () => {
      const lock = create();
      const of = freshName();
      const late = await acquired(lock, of, 40);
      await wait(60);
      const next = await acquired(lock, of);
      expect(next.fence).toBeGreaterThan(late.fence);
      expect(await late.extend()).toBe(false);
      expect(await late.release()).toBe(false);
      expect(await lock.acquire(of)).toBeNull();
    });

    it('keeps a lease that is extended', async () => {
      const lock = create();
      const of = freshName();
      const lease = await acquired(lock, of, 60);
      expect(await lease.extend(60_000)).toBe(true);
      await wait(90);
      expect(await lock.acquire(of)).toBeNull();
      expect(await lease.release()).toBe(true);
    });

    it.each(['{', '{a}{b}', 'имя', '\0\r\n', 'x'.repeat(10_000)])(
      'keeps the name %j apart from others',
      async (odd) => {
        const lock = create();
        const of = `${freshName()}${odd}`;
        await acquired(lock, of);
        expect(await lock.acquire(of)).toBeNull();
        expect(await lock.acquire(`${of}!`)).not.toBeNull();
      },
    );
  });
}
