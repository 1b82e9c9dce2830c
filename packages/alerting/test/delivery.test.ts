// The manager and its channels against real servers that fail in all ways.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  alertManager,
  consoleChannel,
  discordChannel,
  pagerDutyChannel,
  slackChannel,
  verifyWebhook,
  webhookChannel,
} from '../src/index.js';
import type { AlertManagerOptions } from '../src/manager-options.js';
import { type Answer, type Receiver, startReceiver } from './receiver.js';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const network = { allowHttp: true, allowPrivateAddresses: true };

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver({ status: 200, body: 'ok' });
});
afterAll(() => receiver.close());
beforeEach(() => {
  receiver.requests.length = 0;
  receiver.answers.length = 0;
  receiver.fallback = { status: 200, body: 'ok' };
});

function setUp(options: Partial<AlertManagerOptions> = {}) {
  return alertManager({
    channels: [webhookChannel({ url: receiver.url, secrets: SECRET, network })],
    rules: [],
    groupWaitMs: 0,
    retry: { attempts: 4, minDelayMs: 1, timeoutMs: 200 },
    ...options,
  });
}

const arrived = () => receiver.requests.map(({ body }) => JSON.parse(body).type as string);

describe('an alert', () => {
  it.each<[string, Answer[]]>([
    ['errors of the server', [{ status: 500 }, { status: 502 }, { status: 503 }]],
    ['a rate limit', [{ status: 429, headers: { 'retry-after': '0.05' } }]],
    ['a connection that is reset', ['reset']],
    ['a server that hangs', ['hang']],
  ])('gets through %s, accepted once and under one id', async (_, answers) => {
    receiver.answers.push(...answers);
    const manager = setUp();
    manager.notify({ title: 'A' });
    await manager.flush();
    expect(receiver.requests).toHaveLength(answers.length + 1);
    expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    for (const { body, headers } of receiver.requests)
      expect(verifyWebhook(body, headers, { secrets: SECRET })).toBe(true);
    await manager.flush();
    await manager.close();
    expect(receiver.requests).toHaveLength(answers.length + 1);
    expect(manager.history({ event: 'sent' })).toHaveLength(1);
  });

  it('that was refused is kept, and arrives after a restart', async () => {
    receiver.fallback = { status: 400 };
    const first = setUp();
    first.notify({ title: 'A' });
    await first.flush();
    await first.close();
    expect(first.history({ event: 'failed' })[0]).toMatchObject({ reason: 'ADAPTER_FAILED 400' });
    const refused = receiver.requests.length;

    receiver.fallback = { status: 200 };
    const second = setUp({ restore: JSON.parse(JSON.stringify(first.snapshot())) });
    await second.flush();
    await second.close();
    expect(receiver.requests).toHaveLength(refused + 1);
    expect(new Set(receiver.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('whose answer is lost in a crash is sent again under its id, so that the receiver can drop it', async () => {
    receiver.answers.push('hang');
    const first = setUp({ retry: { attempts: 1, timeoutMs: 60_000 }, closeTimeoutMs: 50 });
    first.notify({ title: 'A' });
    void first.flush();
    while (receiver.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const second = setUp({ restore: first.snapshot() });
    await second.flush();
    expect(arrived()).toEqual(['sentinel.alert.firing', 'sentinel.alert.firing']);
    expect(receiver.requests[0]?.headers['webhook-id']).toBe(receiver.requests[1]?.headers['webhook-id']);
    await Promise.all([first.close(), second.close()]);
  });

  it('goes to all kinds of channels at once, grouped, and again when it is over', async () => {
    const lines: string[] = [];
    const manager = setUp({
      channels: [
        slackChannel({ url: `${receiver.url}/slack`, network }),
        discordChannel({ url: `${receiver.url}/discord`, network }),
        pagerDutyChannel({ routingKey: 'key', url: `${receiver.url}/pagerduty`, network }),
        webhookChannel({ url: `${receiver.url}/webhook`, secrets: SECRET, network }),
        consoleChannel({ write: (line) => lines.push(line) }),
      ],
      groupBy: [],
    });
    const raised = ['A', 'B', 'A'].map((title) => manager.notify({ title }));
    await manager.flush();
    for (const { fingerprint } of raised) manager.resolve(fingerprint);
    await manager.flush();
    await manager.close();
    const paths = receiver.requests.map(({ path }) => path.split('?')[0]).sort();
    const kinds = ['/discord', '/pagerduty', '/slack', '/webhook'];
    expect(paths).toEqual([...kinds, ...kinds].sort());
    expect(lines.filter((line) => /^\d/.test(line)).map((line) => line.slice(25))).toEqual([
      'WARNING Firing: A (and 1 more)',
      'WARNING Resolved: A (and 1 more)',
    ]);
  });

  it('shows no secret in history, health or snapshot when it fails', async () => {
    receiver.fallback = { status: 403, body: 'invalid_token TOKEN-b7e1c2' };
    const manager = setUp({ channels: [slackChannel({ url: `${receiver.url}/TOKEN-b7e1c2`, network })] });
    manager.notify({ title: 'A' });
    await manager.flush();
    const shown = JSON.stringify([manager.history(), manager.health?.(), manager.snapshot()]);
    expect(shown).toContain('ADAPTER_FAILED 403');
    expect(shown).not.toContain('TOKEN-b7e1c2');
    await manager.close();
  });
});
