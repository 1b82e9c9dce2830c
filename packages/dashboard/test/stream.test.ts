import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { buildFinding, buildScanEvent, buildScanId, buildScannerInfo } from '@llm-sentinel/testing';
import { describe, expect, it, vi } from 'vitest';
import type { AlertSource } from '../src/index.js';
import { alertsOf } from './alerts.js';
import { createFakeClock, type FakeClock } from './fake-clock.js';
import { afterThisTest, bearer, json, serve, TOKEN } from './serve.js';
import { usedMegabytes } from './used-memory.js';

const until = (check: () => boolean | Promise<boolean>) => vi.waitUntil(check, { timeout: 20_000, interval: 20 });

interface Message {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: never;
}

/** Reads a stream of events as it comes. */
async function follow(url: string, headers: Record<string, string> = {}) {
  const stopping = new AbortController();
  const response = await fetch(`${url}api/stream`, { headers: { ...bearer, ...headers }, signal: stopping.signal });
  let text = '';
  let isOver = false;
  const reading = (async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
      text += Buffer.from(chunk).toString();
  })()
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  afterThisTest(async () => stopping.abort());
  const messages = (): Message[] =>
    text
      .split('\n\n')
      .filter((block) => block.includes('event: '))
      .map((block) => {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        return { id: field('id'), event: field('event') ?? '', data: JSON.parse(field('data') ?? 'null') as never };
      });
  return {
    response,
    text: () => text,
    messages,
    of: (event: string) => messages().filter((message) => message.event === event),
    isOver: () => isOver,
    stop: async () => {
      stopping.abort();
      await reading;
    },
  };
}

const blocked = (clock: FakeClock, n: number, text?: string) =>
  buildScanEvent({
    time: clock.now(),
    ...(text !== undefined && { text }),
    result: { scanId: buildScanId(n), findings: [buildFinding()] },
  });

async function start(options: Parameters<typeof serve>[0] = {}) {
  // Well inside of a minute: a new one is told by itself.
  const clock = createFakeClock(Math.floor(Date.now() / 60_000) * 60_000 + 5_000);
  return { clock, ...(await serve({ clock, ...options })) };
}

describe('the stream', () => {
  it('begins with all that is new, and may not be kept or held back on the way', async () => {
    const { url, dashboard } = await start();
    dashboard.onAttach?.(buildScannerInfo());
    const { response, text, messages } = await follow(url);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    await until(() => messages().length === 2);
    expect(text()).toMatch(/^retry: 2000\n\n/);
    expect(messages().map(({ event }) => event)).toEqual(['point', 'health']);
  });

  it('tells events within a quarter of a second, and the minute each second', async () => {
    const { url, dashboard, clock } = await start();
    const stream = await follow(url);
    await until(() => stream.messages().length === 2);
    for (let n = 0; n < 3; n++) dashboard.onScan?.(blocked(clock, n));
    clock.advance(250);
    await until(() => stream.of('events').length === 1);
    expect(stream.of('events')[0]?.data).toMatchObject({
      skipped: 0,
      events: [{ scanId: buildScanId(2) }, { scanId: buildScanId(1) }, { scanId: buildScanId(0) }],
    });
    expect(stream.of('point')).toHaveLength(1);
    clock.advance(750);
    await until(() => stream.of('point').length === 2);
    expect(stream.of('point')[1]?.data).toMatchObject({ scans: 3, blocked: 3 });
    clock.advance(3_000);
    dashboard.onScan?.(blocked(clock, 3));
    clock.advance(1_000);
    await until(() => stream.of('point').length === 3);
  });

  it('tells the last state of a minute when the next has begun', async () => {
    const { url, dashboard, clock } = await start();
    const stream = await follow(url);
    await until(() => stream.of('point').length === 1);
    clock.advance(60_000 - (clock.now() % 60_000) - 1_001);
    dashboard.onScan?.(blocked(clock, 0));
    clock.advance(1_000);
    dashboard.onScan?.(blocked(clock, 1));
    clock.advance(2_000);
    await until(() => stream.of('events').length >= 1 && stream.of('point').length >= 3);
    const minute = Math.floor(clock.now() / 60_000) * 60_000;
    const before = stream.of('point').filter(({ data }) => (data as { time: number }).time === minute - 60_000);
    expect(before.at(-1)?.data).toMatchObject({ scans: 2 });
    expect(stream.of('point').at(-1)?.data).toMatchObject({ time: minute, scans: 0 });
  });

  it('tells of health and alerts only when they changed, looked at each five seconds', async () => {
    let status: 'ok' | 'failed' = 'ok';
    const { url, clock } = await start({ parts: () => [{ name: 'db', status }] });
    const stream = await follow(url);
    await until(() => stream.of('health').length === 1);
    clock.advance(20_000);
    status = 'failed';
    clock.advance(5_000);
    await until(() => stream.of('health').length === 2);
    expect(stream.of('health')[1]?.data).toMatchObject({ status: 'failed' });
    clock.advance(20_000);
    expect(stream.of('health')).toHaveLength(2);
  });

  it('goes on when what the application gave throws, and tells it', async () => {
    const errors: unknown[] = [];
    const alerts: AlertSource = {
      ...alertsOf('x'),
      alerts() {
        throw new Error('no alerts today');
      },
    };
    const { url, dashboard, clock } = await start({ alerts, onError: (error) => errors.push(error) });
    const stream = await follow(url);
    await until(() => stream.of('point').length === 1);
    dashboard.onScan?.(blocked(clock, 0));
    clock.advance(5_000);
    await until(() => stream.of('events').length === 1);
    expect(errors).toEqual([new Error('no alerts today'), new Error('no alerts today')]);
  });

  it('says that it is there when nothing happens', async () => {
    const { url, clock } = await start();
    const stream = await follow(url);
    await until(() => stream.messages().length === 2);
    clock.advance(15_250);
    await until(() => stream.text().includes(': still here\n\n'));
  });

  it('tells at most 50 events at once, and how many it left out', async () => {
    const { url, dashboard, clock } = await start();
    const stream = await follow(url);
    await until(() => stream.messages().length === 2);
    for (let n = 0; n < 120; n++) dashboard.onScan?.(blocked(clock, n));
    clock.advance(250);
    await until(() => stream.of('events').length === 1);
    const [message] = stream.of('events') as unknown as { data: { events: unknown[]; skipped: number } }[];
    expect([message?.data.events.length, message?.data.skipped]).toEqual([50, 70]);
  });

  it('tells again of an event that somebody judged', async () => {
    const { url, dashboard, clock } = await start();
    dashboard.onScan?.(blocked(clock, 0));
    const stream = await follow(url);
    await until(() => stream.messages().length === 2);
    const scanId = buildScanId(0);
    dashboard.onFeedback?.({ type: 'feedback', time: clock.now(), scanId, verdict: 'confirmed', threatType: null });
    clock.advance(250);
    await until(() => stream.of('events').length === 1);
    expect(stream.of('events')[0]?.data).toMatchObject({ events: [{ scanId, feedback: 'confirmed' }] });
  });

  it('goes on where it broke off, and begins anew after a restart', async () => {
    const { url, dashboard, clock } = await start();
    const first = await follow(url);
    await until(() => first.messages().length === 2);
    dashboard.onScan?.(blocked(clock, 0));
    clock.advance(250);
    await until(() => first.of('events').length === 1);
    const id = first.of('events')[0]?.id ?? '';
    await first.stop();
    dashboard.onScan?.(blocked(clock, 1));
    const second = await follow(url, { 'last-event-id': id });
    await until(() => second.messages().length === 3);
    expect(second.of('events')[0]?.data).toMatchObject({ skipped: 0, events: [{ scanId: buildScanId(1) }] });
    for (const stale of ['00000000-1', `${id}9`, 'x', '-', `${id.split('-')[0]}--1`]) {
      const other = await follow(url, { 'last-event-id': stale });
      await until(() => other.messages().length === 2);
      expect(other.of('events')).toEqual([]);
    }
  });

  it('sets no timer while nobody follows', async () => {
    const { url, clock } = await start();
    expect(clock.waiting).toBe(0);
    const stream = await follow(url);
    await until(() => stream.messages().length === 2);
    expect(clock.waiting).toBe(1);
    await stream.stop();
    await until(() => clock.waiting === 0);
  });

  it('is one timer and one message, however many follow', async () => {
    const { url, clock, dashboard } = await start();
    const streams = await Promise.all(Array.from({ length: 20 }, () => follow(url)));
    await until(() => streams.every((stream) => stream.messages().length === 2));
    expect(clock.waiting).toBe(1);
    dashboard.onScan?.(blocked(clock, 0));
    clock.advance(250);
    await until(() => streams.every((stream) => stream.of('events').length === 1));
  });

  it('takes as many clients as it may, and one more when one has gone', async () => {
    const { url } = await start({ maxStreams: 2 });
    const [first] = [await follow(url), await follow(url)];
    const refused = await fetch(`${url}api/stream`, { headers: bearer });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
    await first?.stop();
    await until(async () => {
      const { response, stop } = await follow(url);
      await stop();
      return response.status === 200;
    });
  });

  it('ends when the dashboard closes, and when the login is over', async () => {
    const { url, clock, dashboard } = await start({ sessionTtlMs: 60_000 });
    const login = await fetch(`${url}login`, { method: 'POST', headers: json, body: JSON.stringify({ token: TOKEN }) });
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    const byCookie = await follow(url, { cookie });
    const byToken = await follow(url);
    await until(() => byCookie.messages().length === 2 && byToken.messages().length === 2);
    clock.advance(60_000);
    await until(() => byCookie.isOver());
    expect(byToken.isOver()).toBe(false);
    await dashboard.close();
    await until(() => byToken.isOver());
    expect(clock.waiting).toBe(0);
  });
});

describe('a client that does not read', () => {
  async function silent(url: string): Promise<Socket> {
    const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' });
    afterThisTest(async () => socket.destroy());
    await once(socket, 'connect');
    socket.on('error', () => {});
    socket.write(`GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${TOKEN}\r\n\r\n`);
    await once(socket, 'readable');
    socket.pause();
    return socket;
  }

  /** So much that no buffer of the machine holds it: about 14 MB, in 50 seconds. Returns the id of the last event. */
  async function flood({ dashboard, clock }: Awaited<ReturnType<typeof start>>): Promise<string> {
    for (let n = 0; n < 10_000; n++) {
      dashboard.onScan?.(blocked(clock, n, 'x'.repeat(2_000)));
      if (n % 50 < 49) continue;
      clock.advance(250);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return buildScanId(9_999);
  }

  it('is told the newest state when it reads again, and not all that it missed', async () => {
    const started = await start({ maxEvents: 100 });
    const socket = await silent(started.url);
    const before = usedMegabytes();
    const last = await flood(started);
    // Of what was told, the part that the machine's own buffers took is not ours.
    expect(usedMegabytes() - before).toBeLessThan(8);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.resume();
    await until(() => {
      started.clock.advance(250);
      return text.includes(last);
    });
    const skipped = [...text.matchAll(/"skipped":(\d+)/g)].map(([, count]) => Number(count));
    expect(Math.max(...skipped)).toBeGreaterThan(1_000);
    expect(text.length).toBeLessThan(12e6);
  });

  it('is let go after a minute', async () => {
    const started = await start({ maxStreams: 1 });
    const { url, clock } = started;
    const socket = await silent(url);
    await flood(started);
    expect((await fetch(`${url}api/stream`, { headers: bearer })).status).toBe(503);
    clock.advance(61_000);
    await until(async () => {
      const { response, stop } = await follow(url);
      await stop();
      return response.status === 200;
    });
    socket.destroy();
  });
});
