import type { AlertSeverity } from '../alert.js';
import { onlyKnown } from '../check.js';
import type { Channel, Notification } from '../notification.js';
import { fit } from '../text.js';
import { type HttpAnswer, httpTarget, type NetworkOptions, requireSuccess } from './http-target.js';
import { digestLines, footnotes, headline, shownLabels, timesOf, titleOf } from './wording.js';

/** Which webhook of Discord to post to, and how to reach it. */
export interface DiscordChannelOptions {
  /** Address of the webhook. A secret. */
  readonly url: string;
  /** Name of the channel in routes, history and metrics. @default 'discord' */
  readonly name?: string;
  /** How requests are made, and which addresses they may reach. @default only public addresses over HTTPS, as `NetworkOptions` says */
  readonly network?: NetworkOptions;
}

// https://discord.com/developers/docs/resources/message#embed-object-embed-limits
const MAX = {
  title: 256,
  description: 4_096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1_024,
  footer: 2_048,
  total: 6_000,
};
const COLOURS: Readonly<Record<AlertSeverity | 'over', number>> = {
  info: 0x3b82f6,
  warning: 0xf59e0b,
  error: 0xea580c,
  critical: 0xdc2626,
  over: 0x16a34a,
};

/**
 * Posts to a webhook of Discord. Nobody is mentioned, whatever an alert says, and its Markdown is shown as it is written.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function discordChannel(options: DiscordChannelOptions): Channel {
  onlyKnown(options, ['url', 'name', 'network']);
  const { name = 'discord' } = options;
  const target = httpTarget(name, 'url', withWait(options.url), options.network);
  return {
    name,
    async send(notification, signal) {
      const answer = await target.post(JSON.stringify(discordMessage(notification)), {}, signal);
      requireSuccess(name, answer, retryAfterMs(answer));
    },
  };
}

/** Without `wait` Discord answers before it has looked at the message. */
function withWait(address: unknown): unknown {
  if (typeof address !== 'string' || !URL.canParse(address)) return address;
  const url = new URL(address);
  url.searchParams.set('wait', 'true');
  return url.href;
}

/** In the body of a 429, in seconds and exactly; the header is rounded up. */
function retryAfterMs({ status, body }: HttpAnswer): number | undefined {
  if (status !== 429) return undefined;
  try {
    const { retry_after: seconds } = JSON.parse(body) as { retry_after?: unknown };
    return typeof seconds === 'number' && seconds >= 0 ? seconds * 1_000 : undefined;
  } catch {
    return undefined;
  }
}

/** The message of a notification: one embed, which stays within 6,000 characters as a whole. */
export function discordMessage(notification: Notification) {
  const { alerts, kind, severity, time } = notification;
  const [first] = alerts;
  const title = fit(headline(notification), MAX.title, escapeMarkdown);
  const footer = fit(['LLM Sentinel', ...footnotes(notification)].join(' · '), 500);
  let left = MAX.total - title.length - footer.length;
  const description = fit(textOf(notification), Math.min(MAX.description, left), escapeMarkdown);
  left -= description.length;

  const labels =
    first === undefined ? [] : alerts.length === 1 ? shownLabels(first) : Object.entries(notification.groupLabels);
  const facts: [string, string][] = [
    ['severity', severity],
    ...(first === undefined ? [] : [['time', timesOf(first)] as [string, string]]),
    ...labels,
  ];
  const fields = [];
  for (const [label, text] of facts.slice(0, MAX.fields)) {
    const field = {
      name: fit(label, MAX.fieldName, escapeMarkdown) || '–',
      value: fit(text, MAX.fieldValue, escapeMarkdown) || '–',
      inline: true,
    };
    left -= field.name.length + field.value.length;
    if (left < 0) break;
    fields.push(field);
  }
  const isOver = kind === 'resolved' || kind === 'acknowledged';
  return {
    embeds: [
      {
        title,
        description,
        ...(first?.runbookUrl !== undefined && { url: first.runbookUrl }),
        color: COLOURS[isOver ? 'over' : severity],
        fields,
        timestamp: new Date(time).toISOString(),
        footer: { text: footer },
      },
    ],
    allowed_mentions: { parse: [] },
  };
}

function textOf(notification: Notification): string {
  const { alerts, kind } = notification;
  if (kind === 'digest') return digestLines(notification).join('\n');
  if (alerts.length === 1) return alerts[0]?.message ?? '';
  return alerts.map((alert) => `${titleOf(alert)}\n${fit(alert.message, 300)}`).join('\n\n');
}

/** Markdown is shown as written; `://` and `@` are broken up, so that a message makes no link and names nobody. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_~`|>#[\]()<:-]/g, '\\$&').replaceAll('@', '@\u200B');
}
