import { deepStrictEqual, ok, rejects } from 'node:assert/strict';
import { isSentinelError } from '@llm-sentinel/core';
import { type AlertInput, createAlert } from './alert.js';
import type { Channel, Notification } from './notification.js';

/** How to reach an implementation of `Channel`. */
export interface ChannelContract {
  /** Makes a channel whose messages arrive. */
  readonly create: () => Channel;
  /** How many messages arrived at the other end. */
  readonly received: () => number | Promise<number>;
  /** A channel whose other end is away. */
  readonly failing: () => Channel;
  /** A channel whose other end takes the message and never answers. Leave it out when nobody answers anyway. */
  readonly hanging?: () => Channel;
  /** Addresses and keys that must show in no error. @default [] */
  readonly secrets?: readonly string[];
}

/** One thing that is expected of a channel. Throws when it does not hold. */
export interface ChannelCheck {
  /** What is expected, as the name of a test. */
  readonly name: string;
  /** Resolves when it holds, else rejects with what does not. */
  run(): Promise<void>;
}

/**
 * The contract of a channel, for any test runner.
 *
 * @example
 * describe('my channel', () => {
 *   for (const { name, run } of channelChecks({ create, received, failing })) it(name, run);
 * });
 */
export function channelChecks(contract: ChannelContract): readonly ChannelCheck[] {
  const { create, received, failing, hanging, secrets = [] } = contract;
  const never = new AbortController().signal;
  const checks: ChannelCheck[] = [
    {
      name: 'is named in kebab-case, the same each time',
      async run() {
        ok(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(create().name));
        deepStrictEqual(create().name, create().name);
      },
    },
    ...sampleNotifications().map(([name, notification]) => ({
      name: `delivers ${name}, as one message`,
      async run() {
        const channel = create();
        if (notification.kind === 'digest' && channel.digests === false) return;
        if (notification.kind === 'acknowledged' && channel.acknowledgements !== true) return;
        const before = await received();
        await channel.send(notification, never);
        deepStrictEqual((await received()) - before, 1);
      },
    })),
    {
      name: 'rejects with a SentinelError when the other end is away, and tells no secret',
      async run() {
        await rejects(failing().send(sampleNotification(), never), (error) => {
          ok(isSentinelError(error), 'no SentinelError');
          requireNone(error, secrets);
          return true;
        });
      },
    },
    {
      name: 'sends nothing when it was aborted before',
      async run() {
        const before = await received();
        await rejects(create().send(sampleNotification(), AbortSignal.abort(new Error('aborted'))));
        deepStrictEqual(await received(), before);
      },
    },
  ];
  if (hanging !== undefined) {
    checks.push({
      name: 'stops waiting when it is aborted',
      async run() {
        const controller = new AbortController();
        const sent = hanging().send(sampleNotification(), controller.signal);
        setTimeout(() => controller.abort(new Error('aborted')), 50);
        await rejects(sent);
      },
    });
  }
  return checks;
}

/** Every form in which an error may be shown. */
function requireNone(error: unknown, secrets: readonly string[]): void {
  const { message, stack, details, cause } = error as Error & { details?: unknown };
  const shown = [message, stack, JSON.stringify(details), String(cause), JSON.stringify(cause)].join('\n');
  for (const secret of secrets) ok(!shown.includes(secret), 'a secret shows in the error');
}

const TIME = Date.UTC(2026, 0, 15, 10, 30);
const HOSTILE =
  '<!channel> <script>alert(1)</script> @everyone <@123> [x](http://evil.example) *b* `c` &amp; "q" \'s\'\r\nBcc: a@b.c\u202E\u0000\uD800';

function alertOf(input: Partial<AlertInput> = {}) {
  return createAlert({ title: 'Many texts are blocked', message: '42 % of 100 scans were blocked.', ...input }, TIME);
}

/** A notification of one alert, in which a test may change what it needs. */
export function sampleNotification(overrides: Partial<Notification> = {}): Notification {
  const { alerts = [alertOf()] } = overrides;
  return Object.freeze({
    id: 'ntf_0123456789abcdef0123456789abcdef',
    kind: 'firing',
    time: TIME,
    severity: alerts[0]?.severity ?? 'warning',
    dedupKey: '0123456789abcdef',
    groupLabels: { alertname: alerts[0]?.labels.alertname ?? '' },
    alerts,
    suppressed: [],
    escalated: false,
    ...overrides,
  });
}

function sampleNotifications(): readonly (readonly [name: string, notification: Notification])[] {
  const over = Object.freeze({ ...alertOf(), status: 'resolved' as const, endsAt: TIME + 60_000 });
  const many = Array.from({ length: 300 }, (_, i) => alertOf({ title: `Alert ${i}`, labels: { number: String(i) } }));
  const megabyte = HOSTILE.repeat(8_000);
  const labels = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`label ${i} ${HOSTILE}`, HOSTILE.repeat(10)]),
  );
  const suppressed = [
    { fingerprint: 'f', title: alertOf({ title: HOSTILE }).title, severity: 'error', reason: 'silence', count: 2 },
    { fingerprint: 'g', title: 'Other', severity: 'info', reason: 'dedup', count: 7 },
  ] as const;
  return [
    ['an alert', sampleNotification()],
    [
      'an alert with all there is',
      sampleNotification({
        alerts: [
          alertOf({
            severity: 'critical',
            labels: { a: 'b' },
            annotations: { c: 'd' },
            runbookUrl: 'https://example.com/?a=1&b=2',
          }),
        ],
        escalated: true,
        insteadOf: 'other',
        suppressed,
      }),
    ],
    ['an end', sampleNotification({ kind: 'resolved', alerts: [over] })],
    ['an acknowledgement', sampleNotification({ kind: 'acknowledged' })],
    ['a group of 300 alerts', sampleNotification({ alerts: many })],
    ['a digest', sampleNotification({ kind: 'digest', alerts: [], suppressed, groupLabels: {} })],
    ['hostile characters', sampleNotification({ alerts: [alertOf({ title: HOSTILE, message: HOSTILE, labels })] })],
    ['a megabyte', sampleNotification({ alerts: [alertOf({ title: megabyte, message: megabyte, labels })] })],
    ['empty labels', sampleNotification({ alerts: [alertOf({ labels: { empty: '' } })], groupLabels: { empty: '' } })],
  ];
}
