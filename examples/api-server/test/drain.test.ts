// The built service, as a process of its own, and how it ends.
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type ServiceProcess, type ServiceProcessOptions, startServiceProcess } from './support/service-process.js';
import { LONG_TEXT } from './support/texts.js';

const started: ServiceProcess[] = [];
const start = async (options: ServiceProcessOptions = {}) => {
  const service = await startServiceProcess(options);
  started.push(service);
  return service;
};
afterEach(async () => {
  for (const service of started.splice(0)) await service.stop();
});

const scan = ({ url, key }: ServiceProcess, text: string) =>
  fetch(`${url}/v1/scan`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });

/** A stream of which the beginning has come back, and which stays open until `end`. */
async function openStream({ url, key }: ServiceProcess) {
  const call = request(`${url}/v1/scan/stream`, {
    method: 'POST',
    agent: false,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'text/plain', accept: 'application/x-ndjson' },
  });
  call.write(LONG_TEXT);
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  call.on('error', () => {});
  let text = '';
  const answer = new Promise<string>((resolve) => {
    response.setEncoding('utf8');
    response.on('data', (part: string) => {
      text += part;
    });
    response.once('end', () => resolve(text));
    response.once('error', () => resolve(text));
  });
  return { answer, end: (rest: string) => call.end(rest) };
}

describe('SIGTERM', () => {
  it('takes requests for a while, finishes what runs, records what was judged, and ends well', {
    timeout: 60_000,
  }, async () => {
    const service = await start({
      environment: { SENTINEL_SERVER__DRAIN_DELAY_MS: '1500', SENTINEL_SERVER__DRAIN_TIMEOUT_MS: '20000' },
    });
    const before = (await (await scan(service, 'Before the end.')).json()) as { scanId: string };
    const { answer, end } = await openStream(service);
    service.child.kill('SIGTERM');
    await expect.poll(async () => (await fetch(`${service.url}/readyz`)).status).toBe(503);
    const late = await scan(service, 'At the end.');
    expect(late.status).toBe(200);
    // Whoever keeps connections is sent elsewhere.
    expect(late.headers.get('connection')).toBe('close');
    const { scanId } = (await late.json()) as { scanId: string };
    end('And its end.');
    expect(await answer).toContain('"verdict"');
    expect(await service.exited).toBe(0);

    const next = await start({ folder: service.folder, key: service.key });
    const events = await fetch(`${next.url}/v1/events`, { headers: { authorization: `Bearer ${next.key}` } });
    const { entries } = (await events.json()) as { entries: { event_id: string }[] };
    const ids = entries.map(({ event_id }) => event_id);
    expect(ids).toHaveLength(3);
    expect(ids).toEqual(expect.arrayContaining([before.scanId, scanId]));
  });

  it('does not wait for ever, and records all the same', { timeout: 60_000 }, async () => {
    const service = await start({
      environment: { SENTINEL_SERVER__DRAIN_DELAY_MS: '0', SENTINEL_SERVER__DRAIN_TIMEOUT_MS: '4500' },
    });
    const { scanId } = (await (await scan(service, 'Before the end.')).json()) as { scanId: string };
    const { answer } = await openStream(service);
    service.child.kill('SIGTERM');
    expect(await service.exited).toBe(0);
    expect(await answer).not.toContain('"verdict"');
    const next = await start({ folder: service.folder, key: service.key });
    const events = await fetch(`${next.url}/v1/events?scanId=${scanId}`, {
      headers: { authorization: `Bearer ${next.key}` },
    });
    expect(((await events.json()) as { entries: unknown[] }).entries).toHaveLength(1);
  });

  it('twice ends at once', { timeout: 60_000 }, async () => {
    const service = await start({
      environment: { SENTINEL_AUDIT__ENABLED: 'false', SENTINEL_SERVER__DRAIN_TIMEOUT_MS: '60000' },
    });
    await openStream(service);
    service.child.kill('SIGTERM');
    await sleep(200);
    expect(service.child.exitCode).toBeNull();
    service.child.kill('SIGTERM');
    expect(await service.exited).toBe(1);
  });
});

describe('an error that nobody caught', () => {
  it.each(['Promise.reject(new Error("forgotten"))', '(() => { throw new Error("forgotten") })()'])(
    '%s is logged, and the process drains and ends for a new one to start',
    { timeout: 60_000 },
    async (failure) => {
      const code = `process.on("SIGWINCH",()=>{${failure}})`;
      const service = await start({
        environment: {
          SENTINEL_AUDIT__ENABLED: 'false',
          NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}`,
        },
      });
      service.child.kill('SIGWINCH');
      expect(await service.exited).toBe(1);
      expect(service.log()).toMatch(/"level":"fatal".*"event":"uncaught_error".*forgotten/);
      expect(service.log()).toContain('"event":"service_stopped"');
    },
  );
});

it('SIGHUP does not end it', { timeout: 60_000 }, async () => {
  const service = await start({ environment: { SENTINEL_AUDIT__ENABLED: 'false' } });
  service.child.kill('SIGHUP');
  await expect.poll(() => service.log()).toContain('"event":"keys_reloaded"');
  expect((await scan(service, 'Hello')).status).toBe(200);
});
