import type { SummaryQuery } from '../api.js';
import { onlyKnown, wholeNumber } from '../check.js';
import { drawDashboard } from './draw-dashboard.js';
import { type DashboardReader, readView } from './view.js';

/** Where is printed: `process.stdout`, or anything else that takes text. */
export interface PrintTarget {
  /** Takes text. */
  write(text: string): unknown;
  /** It is a terminal: colours are on, and watching prints in place. */
  readonly isTTY?: boolean;
  /** Columns of the terminal. */
  readonly columns?: number;
}

/** Where, how wide and how often to print. */
export interface PrintOptions {
  /** Where to print. @default process.stdout */
  readonly stream?: PrintTarget;
  /** Columns. @default those of the terminal, or 80 */
  readonly width?: number;
  /** Colours, as ANSI escape sequences. @default on a terminal, unless NO_COLOR is set */
  readonly color?: boolean;
  /** Part of the scans, the same as of `summary()`. A range of time is that of the first print. @default the last 24 hours */
  readonly query?: SummaryQuery;
  /** Prints again and again, in place on a terminal, until `signal` or Ctrl-C ends it. @default false */
  readonly watch?: boolean;
  /** Between two prints, in milliseconds; 100 to 3,600,000. @default 2_000 */
  readonly intervalMs?: number;
  /** Ends watching. @default SIGINT and SIGTERM do */
  readonly signal?: AbortSignal;
  /** Told what failed while watching; the next print is tried all the same. @default watching ends with the error */
  readonly onError?: (error: unknown) => void;
}

const SCREEN = {
  // The other screen, so that what stood in the terminal is there again afterwards; and no cursor.
  enter: '\u001b[?1049h\u001b[?25l',
  leave: '\u001b[?25h\u001b[?1049l',
  home: '\u001b[H',
  clearLine: '\u001b[K',
  clearBelow: '\u001b[J',
} as const;

/**
 * Draws a dashboard in a terminal.
 *
 * @example
 * await printDashboard(dashboard);
 * await printDashboard(dashboard, { watch: true });
 */
export async function printDashboard(dashboard: DashboardReader, options: PrintOptions = {}): Promise<void> {
  onlyKnown(options, ['stream', 'width', 'color', 'query', 'watch', 'intervalMs', 'signal', 'onError']);
  const { stream = process.stdout, query = {}, watch = false } = options;
  const intervalMs = wholeNumber('intervalMs', options.intervalMs, 2_000, 100, 3_600_000);
  const color = options.color ?? hasColor(stream);
  const draw = async () =>
    drawDashboard(await readView(dashboard, query), { width: options.width ?? stream.columns ?? 80, color });
  if (!watch) {
    stream.write(await draw());
    return;
  }
  await withSignal(options.signal, async (signal) => {
    const isTerminal = stream.isTTY === true;
    if (isTerminal) stream.write(SCREEN.enter);
    try {
      while (!signal.aborted) {
        try {
          const text = await draw();
          if (!signal.aborted) stream.write(isTerminal ? inPlace(text) : `${text}\n`);
        } catch (error) {
          if (options.onError === undefined) throw error;
          options.onError(error);
        }
        await pause(intervalMs, signal);
      }
    } finally {
      if (isTerminal) stream.write(SCREEN.leave);
    }
  });
}

/** Over what stands there, without a moment in which the screen is empty. */
function inPlace(text: string): string {
  return `${SCREEN.home}${text.replaceAll('\n', `${SCREEN.clearLine}\n`)}${SCREEN.clearBelow}`;
}

function hasColor({ isTTY }: PrintTarget): boolean {
  const { NO_COLOR, TERM } = process.env;
  // https://no-color.org: set, and not empty.
  return isTTY === true && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb';
}

async function withSignal(given: AbortSignal | undefined, run: (signal: AbortSignal) => Promise<void>): Promise<void> {
  if (given !== undefined) return run(given);
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await run(stopping.signal);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
