import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ConfigError } from './config-error.js';
import { CONFIG_VARIABLE, fromEnvironment } from './environment.js';
import type { Config } from './schema.js';
import { validate } from './validate.js';

export interface ConfigSources {
  /** The file, YAML or JSON. @default the environment's SENTINEL_CONFIG, else none */
  readonly file?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The configuration: defaults, over them the file, over it the environment.
 *
 * @throws ConfigError that names each problem.
 */
export function loadConfig({ file, environment }: ConfigSources): Config {
  const path = file ?? environment[CONFIG_VARIABLE];
  return validate(merged(path === undefined ? {} : readConfig(path), fromEnvironment(environment)));
}

/** Where the hashes of the keys are. */
export function keysFileOf({ keysFile, dataDir }: Config): string {
  return keysFile ?? join(dataDir, 'keys.yaml');
}

function readConfig(path: string): Record<string, unknown> {
  let values: unknown;
  try {
    // JSON is YAML.
    values = parse(readFileSync(path, 'utf8')) ?? {};
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigError([`${path}: ${code?.startsWith('E') ? `can't be read: ${code}.` : message}`]);
  }
  if (!isGroup(values)) throw new ConfigError([`${path}: must hold options, such as "server: { port: 8080 }".`]);
  // A group of which all options are commented out.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/** `over` wins, option by option. Lists are options: they are replaced, not joined. */
function merged(values: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const result = { ...values };
  for (const [name, value] of Object.entries(over)) {
    const below = result[name];
    result[name] = isGroup(below) && isGroup(value) ? merged(below, value) : value;
  }
  return result;
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
