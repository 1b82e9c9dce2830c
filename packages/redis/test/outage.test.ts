import { rateLimiter } from '@llm-sentinel/resilience';
import {
  describeWithServer,
  type RunningServer,
  startRedis,
  startTcpProxy,
  type TcpProxy,
} from '@llm-sentinel/servers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { redisLock, redisRateLimitStore, redisSessionStore } from '../src/index.js';
import { CLIENTS, connect, type TestClient } from './clients.js';

/** A busy machine is no outage. */
const PATIENT_MS = 2_000;
/** Where the test waits for deadlines, and asks again when one was missed without a reason. */
const HASTY_MS = 200;

/** A limiter on a client, and what it told of its store. */
function observed(connection: TestClient, options: Parameters<typeof rateLimiter>[0] = {}, deadlineMs = PATIENT_MS) {
  const changes: boolean[] = [];
  const limiter = rateLimiter({
    store: redisRateLimitStore({ client: connection.client, deadlineMs }),
    perSecond: 0.001,
    burst: 5,
    perMinute: false,
    perHour: false,
    onStoreChange: ({ available }) => changes.push(available),
    ...options,
  });
  let keys = 0;
  return {
    limiter,
    changes,
    /** What decides now, asked with a key that nobody used. */
    outcome: async () => (await limiter.check(`probe-${keys++}`)).outcome,
  };
}

describeWithServer('an outage of Redis', 'redis-server', () => {
  let server: RunningServer;
  let proxy: TcpProxy;
  beforeEach(async () => {
    server = await startRedis();
    proxy = await startTcpProxy(server.port);
  });
  afterEach(async () => {
    await proxy?.stop();
    await server?.stop();
  });

  describe.each(Object.entries(CLIENTS))('through %s', (_name, connectWith) => {
    let connection: TestClient;
    beforeEach(async () => {
      connection = await connectWith(proxy.port);
    });
    afterEach(() => connection?.close());
    const settled = (subject: ReturnType<typeof observed>, outcome: string) =>
      vi.waitFor(async () => expect(await subject.outcome()).toBe(outcome), { timeout: 15_000, interval: 20 });

    it('by kill -9: each process limits by itself, and with the others again when Redis is back, empty', async () => {
      const subject = observed(connection);
      await settled(subject, 'allowed');
      server.kill('SIGKILL');
      await server.exited;
      await settled(subject, 'unavailable_local');
      const alone = await Promise.all(Array.from({ length: 20 }, () => subject.limiter.check('one')));
      expect(alone.filter(({ allowed }) => allowed)).toHaveLength(5);

      const next = await startRedis();
      try {
        proxy.redirect(next.port);
        await settled(subject, 'allowed');
        expect(subject.changes).toEqual([false, true]);
        expect((await subject.limiter.check('one')).outcome).toBe('allowed');
      } finally {
        await next.stop();
      }
    });

    it('by SIGSTOP: a server that hangs is no longer waited for, nor asked by every call', async () => {
      const subject = observed(connection, {}, HASTY_MS);
      await settled(subject, 'allowed');
      server.kill('SIGSTOP');
      const outcomes = [];
      for (let i = 0; i < 200; i++) outcomes.push(await subject.outcome());
      expect(new Set(outcomes)).toEqual(new Set(['unavailable_local']));
      server.kill('SIGCONT');
      await settled(subject, 'allowed');
      expect(subject.changes.slice(-2)).toEqual([false, true]);
    });

    it('by SCRIPT FLUSH: the next call brings the script again', async () => {
      const subject = observed(connection);
      expect((await subject.limiter.check('one')).remaining).toBe(4);
      await command(server, 'SCRIPT FLUSH');
      expect(await subject.limiter.check('one')).toMatchObject({ outcome: 'allowed', remaining: 3 });
      expect(subject.changes).toEqual([]);
    });

    it('by FLUSHALL: counting begins anew, and locks keep rising', async () => {
      const subject = observed(connection);
      const lock = redisLock({ client: connection.client, deadlineMs: 5_000 });
      for (let i = 0; i < 5; i++) await subject.limiter.check('one');
      const before = await lock.acquire('job');
      await command(server, 'FLUSHALL');
      expect(await subject.limiter.check('one')).toMatchObject({ outcome: 'allowed', remaining: 4 });
      const after = await lock.acquire('job');
      expect(after?.fence).toBeGreaterThan(before?.fence as number);
      expect(await before?.release()).toBe(false);
    });

    it('by a slow network: answers within the deadline count, later ones do not', async () => {
      const subject = observed(connection);
      proxy.delay(20);
      expect(await subject.outcome()).toBe('allowed');
      const hasty = observed(connection, {}, 10);
      expect(await hasty.outcome()).toBe('unavailable_local');
      proxy.restore();
      await settled(subject, 'allowed');
    });

    it('by a cable that was pulled, and by connections that were cut', async () => {
      const subject = observed(connection, {}, HASTY_MS);
      proxy.stall();
      await settled(subject, 'unavailable_local');
      proxy.restore();
      await settled(subject, 'allowed');
      proxy.cut();
      await settled(subject, 'unavailable_local');
      proxy.restore();
      await settled(subject, 'allowed');
    });
  });

  describe('while it lasts', () => {
    let connection: TestClient;
    beforeEach(async () => {
      connection = await connect(proxy.port);
      server.kill('SIGSTOP');
    });
    afterEach(() => connection?.close());

    it('calls are allowed, or denied, when the limiter is told so', async () => {
      expect(await observed(connection, { onUnavailable: 'allow' }, HASTY_MS).outcome()).toBe('unavailable_allow');
      expect(await observed(connection, { onUnavailable: 'deny' }, HASTY_MS).outcome()).toBe('unavailable_deny');
    });

    it('few commands reach the client, and none waits in it for ever', async () => {
      let sent = 0;
      const counting = new Proxy(connection.client, {
        get(target, member) {
          const value = Reflect.get(target, member);
          if (member === 'evalSha') sent++;
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      const subject = observed({ ...connection, client: counting }, {}, HASTY_MS);
      for (let i = 0; i < 5_000; i++) await subject.outcome();
      // Three to notice, and one for each time that passed since; the look at the method when it is made counts too.
      expect(sent).toBeLessThan(100);
    });

    it('no lock is acquired, and its holders are told that nobody knows', async () => {
      const lock = redisLock({ client: connection.client });
      expect(await lock.acquire('job')).toBeNull();
      server.kill('SIGCONT');
      const lease = await vi.waitFor(
        async () => {
          const acquired = await lock.acquire('other');
          if (acquired === null) throw new Error('not yet');
          return acquired;
        },
        { timeout: 10_000 },
      );
      server.kill('SIGSTOP');
      await expect(lease.extend()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      await expect(lease.release()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    });
  });

  it('leaves a session as this process knows it, which what Redis still has does not undo', async () => {
    const connection = await connect(proxy.port);
    const direct = await connect(server.port);
    const store = redisSessionStore({ client: connection.client });
    const others = redisSessionStore({ client: direct.client, deadlineMs: 5_000 });
    const turn = { risk: 0.5, action: 'flag', threatType: null, time: Date.now() } as const;
    proxy.cut();
    for (let i = 0; i < 3; i++) store.record('s', turn);
    await store.flush?.();
    await store.load?.('s');
    expect(store.get('s', turn.time)?.turns).toBe(3);

    others.record('s', turn);
    await others.flush?.();
    proxy.restore();
    // Until it reads again: of another session it knows nothing yet.
    others.record('probe', turn);
    await others.flush?.();
    await vi.waitFor(
      async () => {
        await store.load?.('probe');
        expect(store.get('probe', turn.time)?.turns).toBe(1);
      },
      { timeout: 10_000 },
    );
    await store.load?.('s');
    expect(store.get('s', turn.time)?.turns).toBe(3);
    for (let i = 0; i < 4; i++) others.record('s', turn);
    await others.flush?.();
    await store.load?.('s');
    expect(store.get('s', turn.time)?.turns).toBe(5);
    connection.close();
    direct.close();
  });
});

describeWithServer('a clock that is wrong', 'redis-server', () => {
  let server: RunningServer;
  let connection: TestClient;
  beforeAll(async () => {
    server = await startRedis();
    connection = await connect(server.port);
  });
  afterAll(async () => {
    vi.useRealTimers();
    connection?.close();
    await server?.stop();
  });

  it('of a client changes no limit: only the clock of the server counts', async () => {
    const { limiter } = observed(connection);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 86_400_000 });
    for (let i = 0; i < 3; i++) await limiter.check('one');
    vi.setSystemTime(Date.now() + 7 * 86_400_000);
    expect((await limiter.check('one')).remaining).toBe(1);
  });

  it('of the server that was set back denies for no longer than a full burst', async () => {
    const { limiter } = observed(connection, { perSecond: 100, burst: 5 });
    // As a count from before a failover to a server whose clock is a year behind.
    await command(server, `SET sentinel:{s:back}:rl:default:perSecond:rate ${(Date.now() + 365 * 86_400_000) * 1_000}`);
    const denied = await limiter.check('back');
    expect(denied.allowed).toBe(false);
    expect(denied.retryAfterMs).toBeLessThanOrEqual(50);
  });
});

/** One command in the inline form of Redis's protocol. */
async function command(server: RunningServer, line: string): Promise<void> {
  const { connect: open } = await import('node:net');
  await new Promise<void>((resolve, reject) => {
    const socket = open(server.port, '127.0.0.1', () => socket.write(`${line}\r\n`));
    socket.once('error', reject).once('data', () => {
      socket.destroy();
      resolve();
    });
  });
}
