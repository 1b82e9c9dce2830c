import { oneOf, onlyKnown, text } from '../check.js';
import type { Channel, Notification } from '../notification.js';
import { fit } from '../text.js';
import { httpTarget, type NetworkOptions, requireSuccess } from './http-target.js';
import { footnotes, headline, titleOf } from './wording.js';

/** Which service of PagerDuty to report to, and as whom. */
export interface PagerDutyChannelOptions {
  /** Integration key of an Events API v2 integration: 32 characters. A secret. */
  readonly routingKey: string;
  /** Where the account lives. @default 'us' */
  readonly region?: 'us' | 'eu';
  /** What is affected, for instance a host. @default 'llm-sentinel' */
  readonly source?: string;
  /** Name and address of the application, shown in the incident. @default not shown */
  readonly client?: string;
  /** Where the application is seen, as a link in the incident. @default no link */
  readonly clientUrl?: string;
  /** Name of the channel in routes, history and metrics. @default 'pagerduty' */
  readonly name?: string;
  /** Address of the events API, for a proxy. @default that of the region */
  readonly url?: string;
  /** How requests are made, and which addresses they may reach. @default only public addresses over HTTPS, as `NetworkOptions` says */
  readonly network?: NetworkOptions;
}

const KNOWN = ['routingKey', 'region', 'source', 'client', 'clientUrl', 'name', 'url', 'network'];
const URLS = {
  us: 'https://events.pagerduty.com/v2/enqueue',
  eu: 'https://events.eu.pagerduty.com/v2/enqueue',
} as const;
// https://developer.pagerduty.com/docs/send-alert-event: a longer summary is refused, and the alert lost.
const MAX = { summary: 1_024, dedupKey: 255, bytes: 512_000, alerts: 50, field: 1_000 };

/**
 * Opens, acknowledges and resolves incidents through the Events API v2: one incident for each group of alerts.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function pagerDutyChannel(options: PagerDutyChannelOptions): Channel {
  onlyKnown(options, KNOWN);
  const { name = 'pagerduty' } = options;
  const region = oneOf('region', options.region, ['us', 'eu'], 'us');
  text('routingKey', options.routingKey, 255);
  const target = httpTarget(name, 'url', options.url ?? URLS[region], options.network);
  return {
    name,
    acknowledgements: true,
    // An incident for what was not important enough to tell would wake people up.
    digests: false,
    async send(notification, signal) {
      requireSuccess(name, await target.post(pagerDutyEvent(notification, options), {}, signal));
    },
  };
}

/** The event of a notification, as JSON. Details give way when it would be too large. */
function pagerDutyEvent(notification: Notification, options: PagerDutyChannelOptions): string {
  const event = {
    routing_key: options.routingKey,
    event_action: ACTIONS[notification.kind],
    dedup_key: notification.dedupKey.slice(0, MAX.dedupKey),
  };
  if (notification.kind === 'resolved' || notification.kind === 'acknowledged') return JSON.stringify(event);
  const { payload, ...rest } = triggerOf(notification, options);
  const whole = JSON.stringify({ ...event, payload, ...rest });
  if (Buffer.byteLength(whole) < MAX.bytes) return whole;
  return JSON.stringify({
    ...event,
    payload: { ...payload, custom_details: { note: 'The details were too large.' } },
    ...rest,
  });
}

const ACTIONS = { firing: 'trigger', digest: 'trigger', resolved: 'resolve', acknowledged: 'acknowledge' } as const;

function triggerOf(
  notification: Notification,
  { source = 'llm-sentinel', client, clientUrl }: PagerDutyChannelOptions,
) {
  const { alerts, severity, groupLabels } = notification;
  const [first] = alerts;
  const links = alerts.flatMap(({ runbookUrl }) => runbookUrl ?? []);
  return {
    payload: {
      summary: fit(headline(notification).replace(/^Firing: /, ''), MAX.summary),
      source: fit(source, MAX.field),
      severity,
      ...(first !== undefined && {
        timestamp: new Date(first.startsAt).toISOString(),
        class: first.labels.alertname,
      }),
      component: 'llm-sentinel',
      group: fit(Object.values(groupLabels).filter(Boolean).join(', '), MAX.field),
      custom_details: {
        alerts: alerts.slice(0, MAX.alerts).map((alert) => ({
          title: titleOf(alert),
          message: alert.message,
          labels: alert.labels,
          annotations: alert.annotations,
        })),
        ...(alerts.length > MAX.alerts && { more: alerts.length - MAX.alerts }),
        ...(footnotes(notification).length > 0 && { notes: footnotes(notification) }),
      },
    },
    ...(client !== undefined && { client }),
    ...(clientUrl !== undefined && { client_url: clientUrl }),
    links: [...new Set(links)].slice(0, 10).map((href) => ({ href, text: 'Runbook' })),
  };
}
