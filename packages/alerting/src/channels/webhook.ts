import type { Alert } from '../alert.js';
import { invalidOption, onlyKnown } from '../check.js';
import type { Channel, Notification } from '../notification.js';
import { deliveryError } from './delivery-error.js';
import { httpTarget, type NetworkOptions, requireSuccess } from './http-target.js';
import { keysOf, signWebhook } from './standard-webhook.js';

/** Where to post notifications, how they are signed, and how to reach the address. */
export interface WebhookChannelOptions {
  /** Where to post. */
  readonly url: string;
  /** `whsec_` and at least 24 bytes in base64. Several while a key is changed: each signs. */
  readonly secrets: string | readonly string[];
  /** More headers, for instance for a gateway. Secrets. @default {} */
  readonly headers?: Readonly<Record<string, string>>;
  /** Name of the channel in routes, history and metrics. @default 'webhook' */
  readonly name?: string;
  /** How requests are made, and which addresses they may reach. @default only public addresses over HTTPS, as `NetworkOptions` says */
  readonly network?: NetworkOptions;
}

const MAX_ALERTS = 100;

/**
 * Posts JSON, signed as https://www.standardwebhooks.com describes. `webhook-id` is the same for each attempt. A receiver that
 * answers 410 is not called again.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function webhookChannel(options: WebhookChannelOptions): Channel {
  onlyKnown(options, ['url', 'secrets', 'headers', 'name', 'network']);
  const { name = 'webhook', headers = {} } = options;
  const keys = keysOf(options.secrets);
  const target = httpTarget(name, 'url', options.url, options.network);
  for (const header of Object.keys(headers)) {
    if (!/^[\w-]+$/.test(header) || /[^\t\x20-\x7E]/.test(String(headers[header]))) {
      throw invalidOption('`headers` must hold names and values of HTTP headers.');
    }
  }
  let isGone = false;
  return {
    name,
    async send(notification, signal) {
      if (isGone) throw deliveryError(name, 'is gone: it answered 410 before.', { status: 410, isTransient: false });
      const body = webhookBody(notification);
      const seconds = Math.floor(Date.now() / 1_000);
      const answer = await target.post(
        body,
        {
          ...headers,
          'webhook-id': notification.id,
          'webhook-timestamp': String(seconds),
          'webhook-signature': signWebhook(keys, notification.id, seconds, body),
        },
        signal,
      );
      isGone = answer.status === 410;
      requireSuccess(name, answer);
    },
  };
}

/** The body: the worst alert as `data`, with the group it is told with. */
function webhookBody(notification: Notification): string {
  const { alerts, kind, time, groupLabels, dedupKey, suppressed, escalated } = notification;
  const [first] = alerts;
  return JSON.stringify({
    type: `sentinel.alert.${kind}`,
    timestamp: new Date(time).toISOString(),
    data: {
      ...(first !== undefined && alertBody(first)),
      group: {
        key: dedupKey,
        labels: groupLabels,
        alerts: alerts.slice(0, MAX_ALERTS).map(alertBody),
        total: alerts.length,
      },
      suppressed,
      escalated,
    },
  });
}

function alertBody({ startsAt, endsAt, ...alert }: Alert) {
  return {
    ...alert,
    startsAt: new Date(startsAt).toISOString(),
    ...(endsAt !== undefined && { endsAt: new Date(endsAt).toISOString() }),
  };
}
