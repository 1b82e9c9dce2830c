import { createHash, randomUUID } from 'node:crypto';
import { invalidOption, oneOf } from './check.js';
import { clean } from './text.js';

/** How bad it is, from the mildest to the worst. */
export type AlertSeverity = 'info' | 'warning' | 'error' | 'critical';

/** From the mildest to the worst. */
export const SEVERITIES: readonly AlertSeverity[] = ['info', 'warning', 'error', 'critical'];

/** Something a person should know. Frozen, and safe to serialise. */
export interface Alert {
  /** Of this occurrence: the same condition gets another one when it comes back. */
  readonly id: string;
  /** SHA-256 over the sorted labels, in hex: two alerts with the same labels are the same alert. */
  readonly fingerprint: string;
  /** Whether it still holds. */
  readonly status: 'firing' | 'resolved';
  /** How bad it is; also the label `severity`. */
  readonly severity: AlertSeverity;
  /** One line, at most 1,000 characters. */
  readonly title: string;
  /** What happened, for a person. */
  readonly message: string;
  /** What the alert is about, to group, silence and route by. Always holds `alertname` and `severity`. */
  readonly labels: Readonly<Record<string, string>>;
  /** What may change while it fires: a value, a hint. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly startsAt: number;
  /** When it was over, in milliseconds since the epoch. */
  readonly endsAt?: number;
  /** Where it says what to do: an `http:` or `https:` address. */
  readonly runbookUrl?: string;
  /** Under which incident tools file it: the fingerprint, unless the application says otherwise. */
  readonly dedupKey: string;
}

/** What an application says to raise an alert. */
export interface AlertInput {
  /** One line. At most 1,000 characters are kept. */
  readonly title: string;
  /** How bad it is. @default 'warning' */
  readonly severity?: AlertSeverity;
  /** What happened, for a person. @default the title */
  readonly message?: string;
  /** Kind of alert, the label `alertname`. @default the title */
  readonly name?: string;
  /** At most 32; names of at most 128 characters, values of at most 1,024. @default {} */
  readonly labels?: Readonly<Record<string, string>>;
  /** At most 32; names of at most 128 characters, values of at most 4,096. @default {} */
  readonly annotations?: Readonly<Record<string, string>>;
  /** `http:` or `https:`; anything else is left out. */
  readonly runbookUrl?: string;
  /** Files it with other alerts of this key in incident tools, and apart from all others. @default the fingerprint */
  readonly dedupKey?: string;
}

const MAX = {
  title: 1_000,
  message: 10_000,
  labelValue: 1_024,
  annotation: 4_096,
  name: 128,
  entries: 32,
  dedupKey: 255,
};

/**
 * A new firing alert. Texts are made printable and cut to their limits, so that what is hostile or huge harms nobody.
 *
 * @throws SentinelError INVALID_OPTION when there is no title, or the severity is none.
 */
export function createAlert(input: AlertInput, now: number): Alert {
  if (typeof input !== 'object' || input === null || typeof input.title !== 'string' || input.title.trim() === '') {
    throw invalidOption('`title` of an alert must be a text.');
  }
  const severity = oneOf('severity', input.severity, SEVERITIES, 'warning');
  const title = line(input.title, MAX.title);
  const labels = Object.freeze({
    ...entries(input.labels, MAX.labelValue),
    alertname: line(input.name ?? title, MAX.labelValue),
    severity,
  });
  const fingerprint = fingerprintOf(labels);
  return Object.freeze({
    id: randomUUID(),
    fingerprint,
    status: 'firing',
    severity,
    title,
    message: clean(String(input.message ?? title)).slice(0, MAX.message),
    labels,
    annotations: Object.freeze(entries(input.annotations, MAX.annotation)),
    startsAt: now,
    ...(isWebAddress(input.runbookUrl) && { runbookUrl: input.runbookUrl }),
    dedupKey: input.dedupKey === undefined ? fingerprint : line(input.dedupKey, MAX.dedupKey),
  });
}

/** SHA-256 over the labels in the order of their names, in hex. JSON keeps a name and its value apart from their neighbours. */
function fingerprintOf(labels: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}

/** Which of two is worse, for sorting: negative when `a` is. */
export function worseFirst(a: AlertSeverity, b: AlertSeverity): number {
  return SEVERITIES.indexOf(b) - SEVERITIES.indexOf(a);
}

function line(value: unknown, max: number): string {
  return clean(String(value)).replaceAll('\n', ' ').slice(0, max);
}

function entries(given: Readonly<Record<string, string>> | undefined, maxChars: number): Record<string, string> {
  const kept = Object.entries(given ?? {}).slice(0, MAX.entries);
  return Object.fromEntries(
    kept.map(([name, value]) => [line(name, MAX.name), clean(String(value)).slice(0, maxChars)]),
  );
}

function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 2_048 && /^https?:\/\/[^\s<>"'|]+$/i.test(value);
}
