import { parseArgs } from 'node:util';

export interface DemoOptions {
  readonly help: boolean;
  readonly json: boolean;
  readonly serve: boolean;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly rounds: number;
}

/** The command line is wrong; the message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = `Usage: npm run demo [-- options]

  --rounds N   how often the traffic is replayed, 1 to 1000 (default 3)
  --json       print the summary as JSON
  --serve      stay up, serve /metrics and a live page, and keep replaying slowly until Ctrl+C
  --port N     port of /metrics, with --serve; the page has the next one (default 9464; 0 for free ones)
  --help       print this`;

/**
 * Reads the command line.
 *
 * @throws UsageError
 */
export function parseOptions(argv: readonly string[]): DemoOptions {
  // `npm run demo -- --serve` hands the two dashes on.
  const args = argv[0] === '--' ? argv.slice(1) : [...argv];
  const values = parseFlags(args);
  if (values.port !== undefined && values.serve !== true) throw new UsageError('--port only makes sense with --serve.');
  return {
    help: values.help ?? false,
    json: values.json ?? false,
    serve: values.serve ?? false,
    port: wholeNumber('--port', values.port ?? '9464', 0, 65_534),
    rounds: wholeNumber('--rounds', values.rounds ?? '3', 1, 1_000),
  };
}

function parseFlags(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
        serve: { type: 'boolean' },
        port: { type: 'string' },
        rounds: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function wholeNumber(flag: string, given: string, min: number, max: number): number {
  const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw new UsageError(`${flag} must be a whole number from ${min} to ${max}, got "${given}".`);
  }
  return value;
}
