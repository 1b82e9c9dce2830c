import { isSentinelError, SentinelError } from '@llm-sentinel/core';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { selfSigned } from '../../test/certificate.js';
import { type Answer, type Receiver, startReceiver } from '../../test/receiver.js';
import { discordSchema, pagerDutySchema, slackSchema, webhookSchema } from '../../test/schemas.js';
import { channelChecks, sampleNotification } from '../channel-checks.js';
import type { Channel } from '../notification.js';
import { createSender } from '../routing/sender.js';
import { discordChannel } from './discord.js';
import { pagerDutyChannel } from './pagerduty.js';
import { slackChannel } from './slack.js';
import { verifyWebhook } from './standard-webhook.js';
import { webhookChannel } from './webhook.js';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const TOKEN = 'T0KEN-b7e1c2';
const network = { allowHttp: true, allowPrivateAddresses: true };
const never = new AbortController().signal;

const kinds = {
  slack: {
    create: (url: string) => slackChannel({ url: `${url}/services/${TOKEN}`, network }),
    success: { status: 200, body: 'ok' },
    schema: slackSchema,
  },
  discord: {
    create: (url: string) => discordChannel({ url: `${url}/api/webhooks/1/${TOKEN}`, network }),
    success: { status: 200, body: '{}' },
    schema: discordSchema,
  },
  pagerduty: {
    create: (url: string) => pagerDutyChannel({ routingKey: TOKEN, url: `${url}/v2/enqueue`, network }),
    success: { status: 202, body: '{"status":"success"}' },
    schema: pagerDutySchema,
  },
  webhook: {
    create: (url: string) =>
      webhookChannel({ url: `${url}/hook?token=${TOKEN}`, secrets: SECRET, headers: { 'x-token': TOKEN }, network }),
    success: { status: 204 },
    schema: webhookSchema,
  },
} satisfies Record<string, { create: (url: string) => Channel; success: Answer; schema: object }>;

describe.each(Object.entries(kinds))('%s', (name, { create, success, schema }) => {
  let receiver: Receiver;
  let hanging: Receiver;
  const isValid = new Ajv({ allErrors: true }).compile(schema);
  beforeAll(async () => {
    receiver = await startReceiver(success);
    hanging = await startReceiver('hang');
  });
  afterAll(async () => {
    await receiver.close();
    await hanging.close();
  });
  beforeEach(() => {
    receiver.requests.length = 0;
    receiver.answers.length = 0;
  });

  /** Sends as the manager does, with short waits. */
  const send = (channel: Channel, attempts = 3, timeoutMs = 2_000) =>
    createSender({ attempts, minDelayMs: 1, timeoutMs })(channel, sampleNotification(), never);

  const contract = channelChecks({
    create: () => create(receiver.url),
    received: () => receiver.requests.length,
    failing: () => create('http://127.0.0.1:1'),
    hanging: () => create(hanging.url),
    secrets: [TOKEN, SECRET],
  });
  for (const check of contract) {
    it(check.name, async () => {
      await check.run();
      for (const { body } of receiver.requests) {
        expect(isValid(JSON.parse(body)), JSON.stringify(isValid.errors?.slice(0, 3))).toBe(true);
        expect(body).not.toMatch(/\\ud[89ab]..(?!\\ud)/i);
      }
    });
  }

  it.each<[string, Answer[]]>([
    ['500', [{ status: 500 }, { status: 503 }]],
    ['429', [{ status: 429, headers: { 'retry-after': '0.01' } }]],
    ['408', [{ status: 408 }]],
    ['a reset connection', ['reset', 'reset']],
  ])('is tried again after %s, and arrives once', async (_, answers) => {
    receiver.answers.push(...answers);
    await send(create(receiver.url));
    expect(receiver.requests).toHaveLength(answers.length + 1);
    expect(new Set(receiver.requests.map(({ body }) => body)).size).toBe(1);
  });

  it.each([400, 401, 403, 404, 410, 413])('is not tried again after %i', async (status) => {
    receiver.answers.push({ status, body: 'no' });
    await expect(send(create(receiver.url))).rejects.toMatchObject({ code: 'ADAPTER_FAILED', details: { status } });
    expect(receiver.requests).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    receiver.answers.push({ status: 307, headers: { location: `${receiver.url}/elsewhere` } });
    await expect(send(create(receiver.url))).rejects.toMatchObject({ details: { status: 307 } });
    expect(receiver.requests).toHaveLength(1);
  });

  it('passes on how long the other side asks to wait', async () => {
    receiver.answers.push({ status: 429, headers: { 'retry-after': '7' } });
    await expect(create(receiver.url).send(sampleNotification(), never)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      details: { retryAfterMs: 7_000 },
    });
  });

  it('gives up an answer that never ends, without keeping it', async () => {
    receiver.answers.push('endless');
    const sent = send(create(receiver.url));
    if (name === 'slack') await expect(sent).rejects.toMatchObject({ code: 'ADAPTER_FAILED' });
    else await sent;
  });

  it('gives up an answer that never begins', async () => {
    const error = await send(create(hanging.url), 2, 50).catch((cause: unknown) => cause);
    expect(isSentinelError(error, 'TIMEOUT')).toBe(true);
  });

  it('connects to no private address and no plain http unless told so', async () => {
    const withNetwork = (url: string, given: object) => {
      if (name === 'slack') return slackChannel({ url, network: given });
      if (name === 'discord') return discordChannel({ url, network: given });
      if (name === 'pagerduty') return pagerDutyChannel({ routingKey: TOKEN, url, network: given });
      return webhookChannel({ url, secrets: SECRET, network: given });
    };
    for (const host of [
      '127.0.0.1',
      '10.1.2.3',
      '169.254.169.254',
      '[::1]',
      '[::ffff:10.0.0.1]',
      '2130706433',
      '0x7f.1',
    ]) {
      expect(() => withNetwork(`https://${host}/`, {})).toThrow(/private address/);
    }
    expect(() => withNetwork('http://example.com/', {})).toThrow(/https/);
    expect(() => withNetwork('https://user:pass@example.com/', {})).toThrow(/no user and password/);
    expect(() => withNetwork(`not an address ${TOKEN}`, {})).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(TOKEN) }),
    );
    // A name is only known to be private when it is looked up, at the moment of connecting.
    const named = withNetwork(`http://localhost:${new URL(receiver.url).port}/`, { allowHttp: true });
    await expect(named.send(sampleNotification(), never)).rejects.toThrow(/private address/);
    expect(receiver.requests).toEqual([]);
  });
});

const certificate = selfSigned();
describe.skipIf(certificate === null)('over TLS', () => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await startReceiver({ status: 200, body: 'ok' }, certificate!);
  });
  afterAll(() => receiver.close());

  it('delivers to a certificate that is trusted', async () => {
    const channel = slackChannel({
      url: receiver.url,
      network: { allowPrivateAddresses: true, ca: certificate!.cert },
    });
    await channel.send(sampleNotification(), never);
    expect(receiver.requests).toHaveLength(1);
  });

  it('delivers nothing to one that is not', async () => {
    const before = receiver.requests.length;
    const channel = slackChannel({ url: receiver.url, network: { allowPrivateAddresses: true } });
    const sent = createSender({ attempts: 3, minDelayMs: 1 })(channel, sampleNotification(), never);
    await expect(sent).rejects.toMatchObject({
      code: 'ADAPTER_FAILED',
      details: { reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    expect(receiver.requests).toHaveLength(before);
  });
});

describe('what vendors do in their own way', () => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await startReceiver({ status: 200, body: 'ok' });
  });
  afterAll(() => receiver.close());
  beforeEach(() => {
    receiver.requests.length = 0;
  });

  it('Slack: 200 without ok is no success', async () => {
    receiver.answers.push({ status: 200, body: '<html>Please log in</html>' });
    await expect(kinds.slack.create(receiver.url).send(sampleNotification(), never)).rejects.toThrow(
      /did not answer ok/,
    );
  });

  it('Discord: waits for the message to be looked at, and reads the pause from the body', async () => {
    const body = JSON.stringify({ message: 'limited', retry_after: 0.32, global: true });
    receiver.answers.push({ status: 429, body, headers: { 'retry-after': '1' } });
    await expect(kinds.discord.create(receiver.url).send(sampleNotification(), never)).rejects.toMatchObject({
      details: { retryAfterMs: 320 },
    });
    expect(receiver.requests[0]?.path).toBe(`/api/webhooks/1/${TOKEN}?wait=true`);
  });

  it('PagerDuty: one incident from its beginning to its end', async () => {
    receiver.fallback = { status: 202 };
    const channel = kinds.pagerduty.create(receiver.url);
    for (const kind of ['firing', 'acknowledged', 'resolved'] as const) {
      await channel.send(sampleNotification({ kind }), never);
    }
    const events = receiver.requests.map(({ body }) => JSON.parse(body));
    expect(events.map(({ event_action: action }) => action)).toEqual(['trigger', 'acknowledge', 'resolve']);
    expect(new Set(events.map(({ dedup_key: key }) => key)).size).toBe(1);
    expect(Object.keys(events[2])).toEqual(['routing_key', 'event_action', 'dedup_key']);
  });

  it('PagerDuty: knows both regions and no other', () => {
    pagerDutyChannel({ routingKey: TOKEN, region: 'eu' });
    expect(() => pagerDutyChannel({ routingKey: TOKEN, region: 'mars' as never })).toThrow(/`region`/);
    expect(() => pagerDutyChannel({ routingKey: '' })).toThrow(/`routingKey`/);
  });

  it('webhook: is signed with each secret, under one id for all attempts', async () => {
    receiver.answers.push({ status: 500 });
    receiver.fallback = { status: 200 };
    const other = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;
    const channel = webhookChannel({ url: receiver.url, secrets: [SECRET, other], network });
    await createSender({ minDelayMs: 1 })(channel, sampleNotification(), never);
    expect(receiver.requests).toHaveLength(2);
    for (const { body, headers } of receiver.requests) {
      expect(headers['webhook-id']).toBe(sampleNotification().id);
      expect(verifyWebhook(body, headers, { secrets: other })).toBe(true);
      expect(verifyWebhook(body, headers, { secrets: SECRET })).toBe(true);
      expect(verifyWebhook(`${body} `, headers, { secrets: SECRET })).toBe(false);
    }
  });

  it('webhook: a receiver that is gone is not called again', async () => {
    receiver.answers.push({ status: 410 });
    const channel = kinds.webhook.create(receiver.url);
    await expect(channel.send(sampleNotification(), never)).rejects.toBeInstanceOf(SentinelError);
    await expect(channel.send(sampleNotification(), never)).rejects.toMatchObject({ details: { status: 410 } });
    expect(receiver.requests).toHaveLength(1);
  });

  it('webhook: refuses headers that would break out of their line', () => {
    const options = { url: receiver.url, secrets: SECRET, network };
    expect(() => webhookChannel({ ...options, headers: { a: 'b\r\nc: d' } })).toThrow(/`headers`/);
    expect(() => webhookChannel({ ...options, headers: { 'a b': 'c' } })).toThrow(/`headers`/);
  });
});
