import { PGlite } from '@electric-sql/pglite';
import type { ScanEvent } from '@llm-sentinel/core';
import { createAuditLog, postgresAdapter } from '@llm-sentinel/postgres';
import { buildFinding, buildScanEvent, buildScanId } from '@llm-sentinel/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AuditSource, type DashboardOptions, securityDashboard } from '../src/index.js';
import { createFakeClock, START } from './fake-clock.js';
import { bearer, serve } from './serve.js';

const HOUR = 3_600_000;
const HMAC_KEY = 'k'.repeat(32);
let client: PGlite;
let nextId = 0;

beforeAll(async () => {
  client = await PGlite.create();
  await createAuditLog({ client }).migrate();
}, 60_000);
afterAll(() => client.close());

/** A log with nothing in it but these scans. */
async function logOf(events: readonly ScanEvent[]) {
  // As no role of the log can.
  await client.exec('BEGIN; SET LOCAL session_replication_role = replica; TRUNCATE audit_events CASCADE; COMMIT');
  const writer = postgresAdapter({ client, hmacKey: HMAC_KEY, redactedExcerpt: true });
  const write = async (more: readonly ScanEvent[]) => writer.write?.(more, new AbortController().signal);
  await write(events);
  return { log: createAuditLog({ client }), writer, write };
}

function scan(ago: number, overrides: Parameters<typeof buildScanEvent>[0] = {}): ScanEvent {
  const { result, ...rest } = overrides;
  return buildScanEvent({ time: START - ago, ...rest, result: { scanId: buildScanId(nextId++), ...result } });
}

const traffic = () =>
  Array.from({ length: 60 }, (_, n) =>
    scan((60 - n) * 7 * 60_000, {
      context: { sessionId: `session ${n % 7}`, userId: `user ${n % 5}` },
      text: `Text number ${n} says IGNORE ME.`,
      result: {
        source: n % 3 === 0 ? 'document' : 'user',
        latencyMs: 0.1 * (n + 1),
        inputLength: `Text number ${n} says IGNORE ME.`.length,
        ...(n % 4 === 0 && { findings: [buildFinding({ start: `Text number ${n} says `.length, end: 28 })] }),
        ...(n % 8 === 0 && { action: 'flag' }),
        ...(n % 10 === 9 && { errors: [{ engine: 'attacks', code: 'TIMEOUT', type: 'Error' }] }),
      },
    }),
  );

const reading = (source: AuditSource, options: DashboardOptions = {}) =>
  securityDashboard({ clock: createFakeClock(), source, ...options });

describe('a dashboard that reads the audit log', () => {
  it('says the same as one that saw the scans', async () => {
    const events = traffic();
    const seeing = securityDashboard({ clock: createFakeClock() });
    for (const event of events) seeing.onScan?.(event);
    const { log } = await logOf(events);
    const dashboard = reading(log);
    for (const query of [
      {},
      { source: 'document' } as const,
      { threatType: 'injection' },
      { from: START - 72 * HOUR },
    ]) {
      expect(await dashboard.summary(query)).toEqual(await seeing.summary(query));
    }
    const [ours, theirs] = [await dashboard.recentEvents(), await seeing.recentEvents()];
    expect(ours.events.map(({ scanId }) => scanId)).toEqual(theirs.events.map(({ scanId }) => scanId));
    expect(ours.events[0]).toEqual({
      ...theirs.events[0],
      user: expect.stringMatching(/^[0-9a-f]{16}$/),
      session: expect.stringMatching(/^[0-9a-f]{16}$/),
      // The log keeps no sentences.
      findings: theirs.events[0]?.findings.map((finding) => ({ ...finding, message: '' })),
    });
  });

  it('shows no identifier that the log keeps plain, unless it is told to', async () => {
    const events = [scan(1_000, { context: { userId: 'ada@example.com' }, result: { findings: [buildFinding()] } })];
    await logOf([]);
    const plain = postgresAdapter({ client, userId: 'plain' });
    await plain.write?.(events, new AbortController().signal);
    const log = createAuditLog({ client });
    const userOf = async (options: DashboardOptions) => (await reading(log, options).recentEvents()).events[0]?.user;
    expect(await userOf({})).toMatch(/^[0-9a-f]{16}$/);
    expect(await userOf({ identifiers: 'plain' })).toBe('ada@example.com');
    expect(await userOf({ identifiers: 'omit' })).toBeUndefined();
  });

  it('is no listener of scans: they would count twice', async () => {
    const { log } = await logOf([]);
    expect('onScan' in reading(log)).toBe(false);
  });

  it('sees what other processes write, also what comes late, each once', async () => {
    const { log, write } = await logOf([scan(10_000)]);
    const clock = createFakeClock();
    const dashboard = reading(log, { clock });
    expect((await dashboard.summary()).scans).toBe(1);
    await write([scan(-1_000), scan(60_000)]);
    clock.advance(2_000);
    expect((await dashboard.summary()).scans).toBe(3);
    clock.advance(2_000);
    expect((await dashboard.summary()).scans).toBe(3);
  });

  it('asks the log once for questions that come together, and at most once a second', async () => {
    const { log } = await logOf(traffic());
    let searches = 0;
    const counting: AuditSource = {
      search(query) {
        searches += 1;
        return log.search(query);
      },
      summary: (range) => log.summary(range),
    };
    const clock = createFakeClock();
    const dashboard = reading(counting, { clock });
    await Promise.all([dashboard.summary(), dashboard.recentEvents(), dashboard.summary()]);
    await dashboard.summary();
    expect(searches).toBe(1);
    clock.advance(1_000);
    await dashboard.summary();
    expect(searches).toBe(2);
  });

  it('tells who follows live of what others write', async () => {
    const { log, write } = await logOf([]);
    const clock = createFakeClock();
    const { url } = await serve({ clock, source: log });
    const response = await fetch(`${url}api/stream`, { headers: bearer });
    let text = '';
    void (async () => {
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(chunk);
    })().catch(() => {});
    const event = scan(0, { result: { findings: [buildFinding()] } });
    await write([event]);
    await vi.waitUntil(
      () => {
        clock.advance(250);
        return text.includes(event.result.scanId);
      },
      { timeout: 20_000 },
    );
  });

  it('takes judgements from the log', async () => {
    const event = scan(1_000, { result: { findings: [buildFinding()] } });
    const { log, writer } = await logOf([event]);
    const { scanId } = event.result;
    writer.onFeedback?.({ type: 'feedback', time: START, scanId, verdict: 'false_positive', threatType: 'injection' });
    await writer.close?.();
    const { events } = await reading(log).recentEvents();
    expect(events).toMatchObject([{ scanId, feedback: 'false_positive' }]);
  });

  it('counts by the database where there are more entries than it reads', async () => {
    const events = Array.from({ length: 2_500 }, (_, n) =>
      scan((2_500 - n) * 20_000, n % 2 === 0 ? { result: { findings: [buildFinding()] } } : {}),
    );
    const { log } = await logOf(events);
    const dashboard = reading(log, { maxLogEntries: 1_500 });
    const summary = await dashboard.summary({ from: START - 20 * HOUR });
    expect(summary).toMatchObject({ scans: 2_500, blocked: 1_250, blockRate: 0.5 });
    expect(summary.topThreats).toEqual([{ threatType: 'injection', scans: 1_250, blocked: 1_250 }]);
    expect(summary.hourly.reduce((sum, { scans }) => sum + scans, 0)).toBe(2_500);
    // The rest is of the entries that were read: whole pages of a thousand.
    expect(summary.sources).toEqual([{ source: 'user', scans: 2_000, blocked: 1_000 }]);
    expect((await dashboard.summary({ from: START - 2 * HOUR })).sources[0]?.scans).toBe(
      (await dashboard.summary({ from: START - 2 * HOUR })).scans,
    );
  });

  it('finds an event that it does not keep', async () => {
    const events = [
      scan(3_000, { result: { findings: [buildFinding()] } }),
      scan(2_000, { result: { findings: [buildFinding()] } }),
    ];
    const { log } = await logOf(events);
    const dashboard = reading(log, { maxEvents: 1 });
    expect((await dashboard.recentEvents()).events).toHaveLength(1);
    const scanId = events[0]?.result.scanId ?? '';
    expect(await dashboard.event(scanId)).toMatchObject({ scanId, action: 'block' });
    expect(await dashboard.event(buildScanId(999_999))).toBeUndefined();
    expect(await dashboard.event('no uuid')).toBeUndefined();
  });

  it('goes on with what it has when the log is away, says so, and comes back', async () => {
    const { log, write } = await logOf([scan(10_000)]);
    let isAway = true;
    const errors: unknown[] = [];
    const clock = createFakeClock();
    const flaky: AuditSource = {
      search: (query) => (isAway ? Promise.reject(new Error('connection refused')) : log.search(query)),
      summary: (range) => log.summary(range),
    };
    const dashboard = reading(flaky, { clock, onError: (error) => errors.push(error) });
    await expect(dashboard.summary()).rejects.toThrow('connection refused');
    expect(dashboard.health?.()).toEqual({ status: 'failed', detail: 'The audit log cannot be read.' });
    isAway = false;
    expect((await dashboard.summary()).scans).toBe(1);
    expect(dashboard.health?.()).toEqual({ status: 'ok' });
    isAway = true;
    clock.advance(2_000);
    expect((await dashboard.summary()).scans).toBe(1);
    clock.advance(2_000);
    expect((await dashboard.summary()).scans).toBe(1);
    expect(dashboard.health?.().status).toBe('degraded');
    expect(errors).toHaveLength(2);
    isAway = false;
    await write([scan(-4_000)]);
    clock.advance(2_000);
    expect((await dashboard.summary()).scans).toBe(2);
  });
});
