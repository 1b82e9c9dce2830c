import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysOf, signWebhook, verifyWebhook } from './standard-webhook.js';

// The test vector of the Standard Webhooks reference libraries.
const vector = {
  secrets: ['whsec', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'].join('_'),
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  seconds: 1_614_265_330,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const now = vector.seconds * 1_000;
const { secrets } = vector;
const headers = {
  'webhook-id': vector.id,
  'webhook-timestamp': String(vector.seconds),
  'webhook-signature': vector.signature,
};

describe('a signature', () => {
  it('is that of the reference libraries', () => {
    expect(signWebhook(keysOf(secrets), vector.id, vector.seconds, vector.body)).toBe(vector.signature);
    expect(verifyWebhook(vector.body, headers, { secrets, now })).toBe(true);
    expect(verifyWebhook(new TextEncoder().encode(vector.body), new Headers(headers), { secrets, now })).toBe(true);
  });

  it('is accepted among others, also of versions that are unknown', () => {
    const among = { ...headers, 'webhook-signature': `v2,abc v1,AAAA ${vector.signature} v1a,x` };
    expect(verifyWebhook(vector.body, among, { secrets, now })).toBe(true);
  });

  it.each([-300_001, 300_001])('is refused %i ms away', (offset) => {
    expect(verifyWebhook(vector.body, headers, { secrets, now: now + offset })).toBe(false);
    expect(verifyWebhook(vector.body, headers, { secrets, now: now + Math.sign(offset) * 299_000 })).toBe(true);
  });

  it.each<[string, Record<string, string | undefined>]>([
    ['no id', { 'webhook-id': undefined }],
    ['another id', { 'webhook-id': 'msg_other' }],
    ['no timestamp', { 'webhook-timestamp': undefined }],
    ['a timestamp that is none', { 'webhook-timestamp': 'NaN' }],
    ['another timestamp', { 'webhook-timestamp': String(vector.seconds + 1) }],
    ['no signature', { 'webhook-signature': '' }],
    ['a signature without version', { 'webhook-signature': vector.signature.slice(3) }],
    ['a shorter signature', { 'webhook-signature': vector.signature.slice(0, 20) }],
  ])('is refused with %s', (_, changed) => {
    expect(verifyWebhook(vector.body, { ...headers, ...changed }, { secrets, now })).toBe(false);
  });

  it.each<[object, string]>([
    [{ toleranceMs: Number.NaN }, '`toleranceMs` must be a number from 0 to 86400000, got NaN.'],
    [{ toleranceMs: -1 }, '`toleranceMs` must be a number from 0 to 86400000, got -1.'],
    [{ toleranceMs: '5m' }, '`toleranceMs` must be a number from 0 to 86400000, got string.'],
    [{ toleranceMs: Number.POSITIVE_INFINITY }, '`toleranceMs` must be a number from 0 to 86400000, got Infinity.'],
    [{ now: new Date(now) }, '`now` must be a number of at least 0, got object.'],
    [{ tolerance: 1 }, 'Unknown option `tolerance`. Did you mean `toleranceMs`?'],
  ])('says what is wrong with %o instead of refusing each request', (options, message) => {
    expect(() => verifyWebhook(vector.body, headers, { secrets, ...options })).toThrow(
      `[@llm-sentinel/alerting] ${message}`,
    );
  });

  it('is valid for what was signed and for nothing else, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 100 }),
        fc.string({ unit: 'binary', maxLength: 100 }),
        fc.uuid(),
        (body, other, id) => {
          const signature = signWebhook(keysOf(secrets), id, vector.seconds, body);
          const signed = { ...headers, 'webhook-id': id, 'webhook-signature': signature };
          expect(verifyWebhook(body, signed, { secrets, now })).toBe(true);
          // Lone surrogates become the same replacement character in UTF-8.
          if (Buffer.from(other).equals(Buffer.from(body))) return;
          expect(verifyWebhook(other, signed, { secrets, now })).toBe(false);
        },
      ),
    );
  });

  it('check throws for no request, however odd', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (id, timestamp, signature) => {
        const odd = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
        expect(verifyWebhook('{}', odd, { secrets, now })).toBe(false);
      }),
    );
  });
});

it.each(['', 'secret', 'whsec_', 'whsec_c2hvcnQ=', 'whsec_!!!!', []])(
  'the secret %j is refused and not quoted',
  (given) => {
    const error = (() => {
      try {
        return keysOf(given);
      } catch (cause) {
        return cause as Error;
      }
    })();
    expect(error).toMatchObject({ code: 'INVALID_OPTION' });
    if (typeof given === 'string' && given.length > 6) expect((error as Error).message).not.toContain(given);
  },
);
