import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Arguments {
  /** Words before and between the options: `keys create`. */
  readonly command: readonly string[];
  readonly config: string | undefined;
  readonly check: boolean;
  readonly help: boolean;
  readonly version: boolean;
  readonly alias: string | undefined;
  readonly scopes: readonly string[];
  readonly expires: string | undefined;
  readonly perSecond: string | undefined;
  readonly perMinute: string | undefined;
}

export const USAGE = `Usage: node dist/main.js [command] [--config FILE]

  serve                       start the service (also without a command)
  config check                say what is wrong with the configuration, or nothing (also: --check)
  config print                show the configuration, secrets masked
  keys create --alias NAME --scope SCOPE [--scope …] [--expires 90d] [--per-second N] [--per-minute N]
                              make a key: it is shown once, its hash is kept
  keys list                   show ids, aliases, scopes and ends of all keys
  keys revoke ID              take a key away

  --config FILE               YAML or JSON; also SENTINEL_CONFIG. Each option is also a variable: SENTINEL_SERVER__PORT=8080
  --help, --version
`;

/** @throws TypeError for an option that is none. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      config: { type: 'string' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', short: 'v', default: false },
      alias: { type: 'string' },
      scope: { type: 'string', multiple: true, default: [] },
      expires: { type: 'string' },
      'per-second': { type: 'string' },
      'per-minute': { type: 'string' },
    },
  });
  return {
    command: positionals,
    config: values.config,
    check: values.check,
    help: values.help,
    version: values.version,
    alias: values.alias,
    scopes: values.scope.flatMap((scope) => scope.split(',')),
    expires: values.expires,
    perSecond: values['per-second'],
    perMinute: values['per-minute'],
  };
}
