import { afterEach, expect, it, vi } from 'vitest';
import { createClient } from './support/client.js';
import { startTestService, type TestService } from './support/test-service.js';

// Nothing listens there, and the spool takes a few hundred entries.
const FULL = {
  SENTINEL_AUDIT__ENABLED: 'true',
  SENTINEL_POSTGRES__URL: 'postgres://127.0.0.1:9/audit',
  SENTINEL_AUDIT__SPOOL_BYTES: '65536',
};
const PATIENCE = { timeout: 20_000, interval: 20 };

let service: TestService;
afterEach(() => service.stop());

async function start(environment: Record<string, string>) {
  service = await startTestService(environment);
  const { call } = await createClient(service);
  const key = service.key({ scopes: ['scan'], quota: { perMinute: 1e6 } });
  return {
    scan: () => call('POST', '/v1/scan', { key, body: { text: 'When do you open?' } }),
    ready: () => call('GET', '/readyz'),
  };
}

it('with `audit.onFailure: refuse` no text is judged whose verdict cannot be recorded', {
  timeout: 30_000,
}, async () => {
  const { scan, ready } = await start({ ...FULL, SENTINEL_AUDIT__ON_FAILURE: 'refuse' });
  expect((await scan()).status).toBe(200);
  const refused = await vi.waitFor(async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, scan));
    const answer = answers.find(({ status }) => status !== 200);
    expect(answer).toBeDefined();
    return answer;
  }, PATIENCE);
  expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
  expect(refused?.headers.get('retry-after')).toBe('1');
  expect(await ready()).toMatchObject({
    status: 503,
    body: { status: 'failed', parts: { postgres: { status: 'failed' } } },
  });
});

it('otherwise scans go on, and what is lost is told', { timeout: 30_000 }, async () => {
  const { scan, ready } = await start(FULL);
  await vi.waitFor(async () => {
    for (const { status } of await Promise.all(Array.from({ length: 20 }, scan))) expect(status).toBe(200);
    expect((await ready()).body.parts.postgres.status).toBe('failed');
  }, PATIENCE);
  expect(await ready()).toMatchObject({ status: 200, body: { status: 'degraded' } });
  await vi.waitFor(async () => {
    await scan();
    const page = await service.services.prometheus?.registry.metrics();
    expect(page?.match(/^sentinel_audit_dropped_total\{[^}]+\} [1-9]/m)).not.toBeNull();
  }, PATIENCE);
});
