import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { SummaryQuery } from '../api.js';
import { SOURCES } from '../series/cell.js';
import { type PrintTarget, printDashboard } from '../terminal/print-dashboard.js';
import { safeText } from '../terminal/safe-text.js';
import type { DashboardReader } from '../terminal/view.js';
import { VERSION } from '../version.js';
import { remoteDashboard } from './remote-dashboard.js';

/** What a command line works with. */
export interface CliIo {
  readonly stdout: PrintTarget;
  readonly stderr: { write(text: string): unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

interface Flags {
  readonly url: URL;
  readonly token?: string;
  readonly user?: string;
  readonly last: number;
  readonly source?: SummaryQuery['source'];
  readonly threat?: string;
  readonly watch?: boolean;
  readonly interval: number;
  readonly json?: boolean;
  readonly width?: number;
  readonly color: boolean;
}

const EXIT = { well: 0, failure: 1, usage: 2 } as const;
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Runs a command line and resolves with its exit code: 0 well, 1 the dashboard did not answer, 2 wrong usage. */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  const program = buildProgram(io);
  try {
    program.parse(args, { from: 'user' });
    const flags = program.opts<Flags>();
    const dashboard = await remoteDashboard({
      url: flags.url,
      authorization: authorizationOf(flags, io.env),
      signal: io.signal,
    });
    await show(rolling(dashboard, flags), flags, io);
    return EXIT.well;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.well : EXIT.usage;
    if (io.signal.aborted) return EXIT.well;
    io.stderr.write(`llm-sentinel-dashboard: ${explain(error)}\n`);
    return EXIT.failure;
  }
}

function buildProgram(io: CliIo): Command {
  return new Command('llm-sentinel-dashboard')
    .description('Draws the dashboard of a running process in the terminal.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void io.stdout.write(text), writeErr: (text) => void io.stderr.write(text) })
    .showHelpAfterError('(--help shows what can be given)')
    .requiredOption('--url <address>', 'where the page is', readUrl)
    .option('--token <token>', 'better given as LLM_SENTINEL_DASHBOARD_TOKEN, which other users cannot see')
    .option('--user <name:password>', 'better given as LLM_SENTINEL_DASHBOARD_USER')
    .option('--last <time>', 'how far back, such as 90m, 24h or 7d', readDuration, UNITS.d)
    .addOption(new Option('--source <source>', 'only scans of this source').choices(SOURCES))
    .option('--threat <type>', 'only scans of this threat type')
    .option('--watch', 'draw it again and again, until Ctrl-C')
    .option('--interval <seconds>', 'between two drawings', readSeconds, 2_000)
    .option('--json', 'print the summary as JSON')
    .option('--width <columns>', 'default: as wide as the terminal', readWidth)
    .option('--no-color', 'as with NO_COLOR in the environment')
    .addHelpText('after', '\nExit codes: 0 well, 1 the dashboard did not answer, 2 wrong usage.');
}

/** Asks anew for the last hours each time. */
function rolling(dashboard: DashboardReader, { last, source, threat }: Flags): DashboardReader {
  const range = () => ({
    from: Date.now() - last,
    ...(source !== undefined && { source }),
    ...(threat !== undefined && { threatType: threat }),
  });
  return {
    ...dashboard,
    summary: () => dashboard.summary(range()),
    recentEvents: ({ limit = 10 } = {}) => dashboard.recentEvents({ ...range(), limit }),
  };
}

async function show(dashboard: DashboardReader, flags: Flags, io: CliIo): Promise<void> {
  if (flags.json === true) {
    io.stdout.write(`${JSON.stringify(await dashboard.summary(), null, 2)}\n`);
    return;
  }
  await printDashboard(dashboard, {
    stream: io.stdout,
    signal: io.signal,
    watch: flags.watch ?? false,
    intervalMs: flags.interval,
    ...(flags.width !== undefined && { width: flags.width }),
    ...(!flags.color && { color: false }),
    // A restart of the process is no reason to stop watching it.
    onError: (error) => io.stderr.write(`llm-sentinel-dashboard: ${explain(error)}\n`),
  });
}

function authorizationOf(flags: Flags, env: CliIo['env']): string | undefined {
  const token = flags.token ?? env.LLM_SENTINEL_DASHBOARD_TOKEN;
  if (token !== undefined && token !== '') return `Bearer ${token}`;
  const user = flags.user ?? env.LLM_SENTINEL_DASHBOARD_USER;
  return user === undefined || user === '' ? undefined : `Basic ${Buffer.from(user).toString('base64')}`;
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
  throw new InvalidArgumentError('It must be an address with http: or https:.');
}

function readDuration(text: string): number {
  const [, amount, unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  if (amount !== undefined && unit !== undefined && Number(amount) > 0) return Number(amount) * (UNITS[unit] ?? 0);
  throw new InvalidArgumentError('It must be a number with m, h or d.');
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (seconds >= 0.1 && seconds <= 3_600) return Math.round(seconds * 1_000);
  throw new InvalidArgumentError('It must be a number from 0.1 to 3600.');
}

function readWidth(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('It must be a number of columns.');
}

function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return safeText(message.replace(/^\[@llm-sentinel\/[\w-]+\] /, ''));
}
