import { createScanner, isSentinelError } from '@llm-sentinel/core';
import { stringify } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { ConfigError } from '../config/config-error.js';
import { keysFileOf, loadConfig } from '../config/load.js';
import type { Config } from '../config/schema.js';
import { withoutSecrets } from '../config/show.js';
import { startAlerting } from '../services/alerting.js';
import { scannerOptions } from '../services/scanner.js';
import { readArguments, USAGE } from './arguments.js';
import { keysCommand } from './keys.js';

export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

/** What is left to do, if anything: to serve, or to end with a code. */
export type Outcome = { readonly serve: Config } | { readonly exitCode: number };

/** Runs a command line up to where the service would start. Mistakes of the user are printed, each on a line. */
export function runCommandLine(args: readonly string[], { environment, out, error }: Terminal): Outcome {
  try {
    const given = readArguments(args);
    const [command = given.check ? 'config' : 'serve', action = given.check ? 'check' : undefined] = given.command;
    if (given.help) return done(out, USAGE);
    if (given.version) return done(out, manifest.version);
    if (!['serve', 'config', 'keys'].includes(command)) throw new ConfigError([`${command}: is no command.`, USAGE]);
    const config = loadConfig({ file: given.config, environment });
    if (command === 'keys') {
      keysCommand(keysFileOf(config), given, out);
      return { exitCode: 0 };
    }
    if (command === 'serve') return { serve: config };
    if (action === 'print') return done(out, stringify(withoutSecrets(config)).trimEnd());
    if (action === 'check') {
      checkParts(config);
      return done(out, 'The configuration is good.');
    }
    throw new ConfigError([`config ${action ?? ''}: must be check or print.`]);
  } catch (problem) {
    if (!(problem instanceof ConfigError) && !isSentinelError(problem) && !isMisspelled(problem)) throw problem;
    error((problem as Error).message);
    return { exitCode: 2 };
  }
}

/** What only the parts themselves know to be wrong, such as a rule that does not exist. They are made, and do nothing. */
function checkParts(config: Config): void {
  createScanner(scannerOptions(config));
  startAlerting(config, undefined);
}

function done(out: Terminal['out'], line: string): Outcome {
  out(line);
  return { exitCode: 0 };
}

function isMisspelled(problem: unknown): boolean {
  return String((problem as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}
