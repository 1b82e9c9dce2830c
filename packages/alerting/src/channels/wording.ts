import type { Alert } from '../alert.js';
import type { Notification } from '../notification.js';

const WORDS = { firing: 'Firing', resolved: 'Resolved', acknowledged: 'Acknowledged', digest: 'Digest' } as const;
const REASONS = {
  dedup: 'raised again',
  silence: 'silenced',
  inhibit: 'inhibited by another alert',
  rate_limit: 'held back by the rate limit',
  quiet_hours: 'held back in quiet hours',
} as const;

/** One line that says it all: `Firing: Many texts are blocked (and 2 more)`. */
export function headline({ kind, alerts, suppressed }: Notification): string {
  const [first] = alerts;
  if (first === undefined) return `${WORDS[kind]}: ${suppressed.length} alerts were not told`;
  const more = alerts.length > 1 ? ` (and ${alerts.length - 1} more)` : '';
  return `${WORDS[kind]}: ${first.title}${more}`;
}

/** One line of an alert: `[critical] Title`, and that it is over where others in the group are not. */
export function titleOf({ severity, status, title }: Alert): string {
  return `[${status === 'resolved' ? 'resolved' : severity}] ${title}`;
}

/** What to know besides: that others did not react, that another channel failed, what was suppressed. */
export function footnotes({ escalated, insteadOf, kind, suppressed }: Notification): string[] {
  const notes: string[] = [];
  if (escalated && kind === 'firing') notes.push('Nobody has acknowledged this in time.');
  if (insteadOf !== undefined) notes.push(`Sent because ${insteadOf} could not be reached.`);
  if (kind !== 'digest' && suppressed.length > 0) {
    const counts = new Map<keyof typeof REASONS, number>();
    for (const { reason, count } of suppressed) counts.set(reason, (counts.get(reason) ?? 0) + count);
    notes.push(`Not told: ${[...counts].map(([reason, count]) => `${count} ${REASONS[reason]}`).join(', ')}.`);
  }
  return notes;
}

/** The lines of a digest. */
export function digestLines({ suppressed }: Notification): string[] {
  return suppressed.map(
    ({ title, severity, reason, count }) => `[${severity}] ${title}: ${count} × ${REASONS[reason]}`,
  );
}

/** Labels worth showing: `alertname` and `severity` stand in the headline already. */
export function shownLabels({ labels }: Alert): [name: string, value: string][] {
  return Object.entries(labels).filter(([name]) => name !== 'alertname' && name !== 'severity');
}

/** When it began, and when it ended. */
export function timesOf({ startsAt, endsAt }: Alert): string {
  const started = new Date(startsAt).toISOString();
  return endsAt === undefined ? started : `${started} to ${new Date(endsAt).toISOString()}`;
}
