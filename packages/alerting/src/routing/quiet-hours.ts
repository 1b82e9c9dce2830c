import type { AlertSeverity } from '../alert.js';
import { invalidOption, onlyKnown } from '../check.js';

/** A time of day in which a channel is only told of what can't wait; the rest comes when it is over. */
export interface QuietHours {
  /** `HH:MM`, 24 hours. */
  readonly from: string;
  /** `HH:MM`; the next day when it is not after `from`. */
  readonly to: string;
  /** IANA name, such as `Europe/Berlin`. @default 'UTC' */
  readonly timeZone?: string;
  /** Severities that are told nevertheless. @default ['critical'] */
  readonly except?: readonly AlertSeverity[];
}

/**
 * Says whether an alert has to wait at a moment. Goes by the clock on the wall, so the change to summer time needs no care.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function createQuietHours(options: QuietHours | undefined): (severity: AlertSeverity, time: number) => boolean {
  if (options === undefined) return () => false;
  onlyKnown(options, ['from', 'to', 'timeZone', 'except'] satisfies (keyof QuietHours)[]);
  const { timeZone = 'UTC', except = ['critical'] } = options;
  const from = minutes('quietHours.from', options.from);
  const to = minutes('quietHours.to', options.to);
  const wall = wallClock(timeZone);
  return (severity, time) => {
    if (except.includes(severity)) return false;
    const now = wall(time);
    return from < to ? from <= now && now < to : now >= from || now < to;
  };
}

function minutes(option: string, value: unknown): number {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(String(value)) ?? [];
  if (hour === undefined || minute === undefined) throw invalidOption(`\`${option}\` must be a time such as 22:30.`);
  return Number(hour) * 60 + Number(minute);
}

/** Minutes since midnight, in a time zone. */
function wallClock(timeZone: string): (time: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  } catch {
    throw invalidOption('`quietHours.timeZone` must be a time zone such as Europe/Berlin.');
  }
  return (time) => {
    const parts = format.formatToParts(time);
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
    return part('hour') * 60 + part('minute');
  };
}
