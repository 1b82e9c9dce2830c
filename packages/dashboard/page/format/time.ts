const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY_OF_MONTH = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const WHOLE = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

/** `14:03`. */
export function formatClock(time: number): string {
  return CLOCK.format(time);
}

/** `4 Mar`. */
export function formatDay(time: number): string {
  return DAY_OF_MONTH.format(time);
}

/** `4 Mar 14:03`. */
export function formatMoment(time: number): string {
  return `${formatDay(time)} ${formatClock(time)}`;
}

/** Everything that can be said of a moment, for tooltips and details. */
export function formatWhole(time: number): string {
  return WHOLE.format(time);
}

/** `14:03 – 15:03`, with days where they differ or the day is not today's. */
export function formatSpan(from: number, to: number, now: number): string {
  if (formatDay(from) !== formatDay(to - 1)) return `${formatMoment(from)} – ${formatMoment(to)}`;
  const clocks = `${formatClock(from)} – ${formatClock(to)}`;
  return formatDay(from) === formatDay(now) && now - from < DAY ? clocks : `${formatDay(from)} ${clocks}`;
}

/** Whole units of a duration: `45 s`, `90 min`, `3 h`, `2 d`. */
export function formatDuration(ms: number): string {
  if (ms < MINUTE) return `${Math.max(0, Math.floor(ms / SECOND))} s`;
  if (ms < 2 * HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)} h`;
  return `${Math.floor(ms / DAY)} d`;
}

/** `12 min ago`, `just now`. */
export function formatAgo(time: number, now: number): string {
  const passed = now - time;
  return passed < 5 * SECOND ? 'just now' : `${formatDuration(passed)} ago`;
}

/** `2026-03-04T14:03`, the local time that an input of type datetime-local takes. */
export function toLocalInput(time: number): string {
  const date = new Date(time);
  const pad = (part: number) => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}
