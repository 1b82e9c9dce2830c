import { onlyKnown } from '../check.js';
import type { Channel, Notification } from '../notification.js';
import { fit } from '../text.js';
import { deliveryError } from './delivery-error.js';
import { httpTarget, type NetworkOptions, requireSuccess } from './http-target.js';
import { digestLines, footnotes, headline, shownLabels, timesOf, titleOf } from './wording.js';

/** Which webhook of Slack to post to, and how to reach it. */
export interface SlackChannelOptions {
  /** Address of the incoming webhook. A secret. */
  readonly url: string;
  /** Name of the channel in routes, history and metrics. @default 'slack' */
  readonly name?: string;
  /** How requests are made, and which addresses they may reach. @default only public addresses over HTTPS, as `NetworkOptions` says */
  readonly network?: NetworkOptions;
}

type Block = Readonly<Record<string, unknown>>;

// https://docs.slack.dev/reference/block-kit/blocks; a message as a whole is refused (`msg_blocks_too_long`) from about 13,000 on.
const MAX = { header: 150, section: 3_000, field: 2_000, fields: 10, message: 12_000, alerts: 10, digest: 40 };

/**
 * Posts to an incoming webhook of Slack. What alerts say is shown as it is: it can mention nobody, and hides no link.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function slackChannel(options: SlackChannelOptions): Channel {
  onlyKnown(options, ['url', 'name', 'network']);
  const { name = 'slack' } = options;
  const target = httpTarget(name, 'url', options.url, options.network);
  return {
    name,
    async send(notification, signal) {
      const answer = await target.post(JSON.stringify(slackMessage(notification)), {}, signal);
      requireSuccess(name, answer);
      // A proxy or a page to log in to answers 200 as well.
      if (answer.body.trim() === 'ok') return;
      throw deliveryError(name, 'did not answer ok.', { status: answer.status, isTransient: false });
    },
  };
}

/** The message of a notification. Alerts for which there is no room are counted. */
export function slackMessage(notification: Notification): { readonly text: string; readonly blocks: readonly Block[] } {
  const text = fit(headline(notification), MAX.header, escapeMrkdwn);
  for (let shown = Math.min(notification.alerts.length, MAX.alerts); ; shown--) {
    const blocks = blocksOf(notification, shown, MAX.section);
    if (JSON.stringify(blocks).length < MAX.message) return { text, blocks };
    // Even one alert alone may be too long, when all its labels are.
    if (shown <= 1) return { text, blocks: blocksOf(notification, shown, MAX.section / 10) };
  }
}

function blocksOf(notification: Notification, shown: number, maxText: number): Block[] {
  const { alerts } = notification;
  const blocks: Block[] = [
    { type: 'header', text: { type: 'plain_text', text: fit(headline(notification), MAX.header), emoji: false } },
  ];
  const [first] = alerts;
  for (const alert of alerts.slice(0, shown)) {
    const title = alerts.length > 1 ? `*${fit(titleOf(alert), maxText / 10, escapeMrkdwn)}*\n` : '';
    const runbook = alert.runbookUrl === undefined ? '' : `\n<${escapeMrkdwn(alert.runbookUrl)}|Runbook>`;
    const room = maxText - title.length - runbook.length;
    blocks.push(
      section(`${title}${fit(alert.message, Math.max(100, room), escapeMrkdwn)}${room < 100 ? '' : runbook}`),
    );
  }
  if (alerts.length > shown) blocks.push(section(`and ${alerts.length - shown} more`));
  if (notification.kind === 'digest') {
    const lines = digestLines(notification).slice(0, MAX.digest).join('\n');
    blocks.push(section(fit(lines, maxText, escapeMrkdwn)));
  }
  if (first !== undefined) {
    const labels = alerts.length === 1 ? shownLabels(first) : Object.entries(notification.groupLabels);
    const facts: [string, string][] = [['severity', notification.severity], ['time', timesOf(first)], ...labels];
    const fields = facts.slice(0, MAX.fields).map(([label, value]) => {
      const bold = `*${fit(label, 100, escapeMrkdwn)}*\n`;
      return mrkdwn(bold + fit(value === '' ? '–' : value, Math.min(maxText, MAX.field) - bold.length, escapeMrkdwn));
    });
    blocks.push({ type: 'section', fields });
  }
  const notes = ['LLM Sentinel', ...footnotes(notification)].join(' · ');
  blocks.push({ type: 'context', elements: [mrkdwn(fit(notes, MAX.field, escapeMrkdwn))] });
  return blocks;
}

function section(text: string): Block {
  return { type: 'section', text: mrkdwn(text === '' ? '–' : text) };
}

/** `verbatim`: nothing in it becomes a link or a mention by itself. */
function mrkdwn(text: string) {
  return { type: 'mrkdwn', text, verbatim: true };
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping: mentions and links all begin with `<`. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
