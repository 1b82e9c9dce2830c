import { createHmac, timingSafeEqual } from 'node:crypto';
import { invalidOption, number, onlyKnown } from '../check.js';

/** The headers of a webhook, in any form in which servers pass them on. */
export type WebhookHeaders =
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | { get(name: string): string | null };

/** What a received webhook is checked against. */
export interface VerifyWebhookOptions {
  /** `whsec_` and base64. Several while a key is changed. */
  readonly secrets: string | readonly string[];
  /** How far the clocks of both sides may be apart, in milliseconds; 0 to 86,400,000. @default 300_000 */
  readonly toleranceMs?: number;
  /** The time to check against, in milliseconds since the epoch. @default Date.now() */
  readonly now?: number;
}

/** A request may be played again for so long; with more the check of its age would be none. */
const MAX_TOLERANCE_MS = 86_400_000;

// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md: 24 to 64 bytes.
const MIN_BYTES = 24;

/**
 * The keys behind the secrets.
 *
 * @throws SentinelError INVALID_OPTION for a secret that is none; it is not quoted.
 */
export function keysOf(secrets: string | readonly string[]): readonly Buffer[] {
  const given = typeof secrets === 'string' ? [secrets] : secrets;
  if (!Array.isArray(given) || given.length === 0) throw invalidOption('`secrets` must hold at least one secret.');
  return given.map((secret: unknown) => {
    const [, encoded] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(String(secret)) ?? [];
    const key = Buffer.from(encoded ?? '', 'base64');
    if (key.length >= MIN_BYTES) return key;
    throw invalidOption(`\`secrets\` must be \`whsec_\` and at least ${MIN_BYTES} bytes in base64.`);
  });
}

/** The value of `webhook-signature`: one signature for each key. */
export function signWebhook(keys: readonly Buffer[], id: string, seconds: number, body: string): string {
  return keys.map((key) => `v1,${signature(key, `${id}.${seconds}.`, body).toString('base64')}`).join(' ');
}

/**
 * Whether a request is one of ours: signed with a secret that both sides know, not changed, and not older than five minutes. A
 * request may come twice, when an answer was lost: drop those whose `webhook-id` you have seen.
 *
 * @param body Exactly as it came in, before JSON is parsed.
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be. For a request it never throws.
 * @example
 * if (!verifyWebhook(await request.text(), request.headers, { secrets })) return new Response(null, { status: 401 });
 */
export function verifyWebhook(
  body: string | Uint8Array,
  headers: WebhookHeaders,
  options: VerifyWebhookOptions,
): boolean {
  onlyKnown(options, ['secrets', 'toleranceMs', 'now'] satisfies (keyof VerifyWebhookOptions)[]);
  const keys = keysOf(options.secrets);
  const toleranceMs = number('toleranceMs', options.toleranceMs, 300_000, { min: 0, max: MAX_TOLERANCE_MS });
  const now = number('now', options.now, Date.now(), { min: 0 });
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    header(headers, `webhook-${name}`),
  );
  if (!id || !signatures || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (!(Math.abs(now - Number(timestamp) * 1_000) <= toleranceMs)) return false;
  const expected = keys.map((key) => signature(key, `${id}.${timestamp}.`, body));
  // More than any change of keys needs; each one costs a comparison.
  const given = signatures
    .split(' ', 20)
    .flatMap((each) => (each.startsWith('v1,') ? Buffer.from(each.slice(3), 'base64') : []));
  // No early end: how long it takes says nothing about which one was right.
  let isOurs = false;
  for (const each of given) {
    for (const right of expected) {
      if (each.length === right.length && timingSafeEqual(each, right)) isOurs = true;
    }
  }
  return isOurs;
}

function signature(key: Buffer, head: string, body: string | Uint8Array): Buffer {
  return createHmac('sha256', key).update(head).update(body).digest();
}

function header(headers: WebhookHeaders, name: string): string | undefined {
  if (typeof headers.get === 'function') return headers.get(name) ?? undefined;
  const value = (headers as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : undefined;
}
