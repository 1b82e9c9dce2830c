import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.js';
import { type JsonSchema, OPTIONS, type Option } from './options.js';
import { closest } from './suggest.js';

/** Names the file itself, so it is no option of it. */
export const CONFIG_VARIABLE = 'SENTINEL_CONFIG';

// What Kubernetes sets in every pod for a service named `sentinel`: no option, and nobody's mistake.
const OF_KUBERNETES = /^SENTINEL_(?:SERVICE_(?:HOST|PORT)|PORT(?:_|$))/;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The options that the environment sets, nested as in the file. Secrets may be in files of their own: `…_FILE` names one, as
 * Docker and Kubernetes mount them.
 *
 * @throws ConfigError for variables that no option has, for files that can't be read, and for one option set twice.
 */
export function fromEnvironment(environment: Environment): Record<string, unknown> {
  const problems = unknownVariables(environment);
  const values: Record<string, unknown> = {};
  for (const option of OPTIONS) {
    try {
      const text = textOf(option, environment);
      if (text !== undefined) setAt(values, option.path, parsedValue(text, option.schema));
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return values;
}

function textOf({ variable, schema }: Option, environment: Environment): string | undefined {
  const direct = environment[variable];
  const file = schema.secret === true ? environment[`${variable}_FILE`] : undefined;
  if (file === undefined) return direct;
  if (direct !== undefined) throw new Error(`${variable}: is set, and so is ${variable}_FILE. Only one may be.`);
  try {
    // Editors and `kubectl create secret` end files with a line break.
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new Error(`${variable}_FILE: ${file} can't be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}.`);
  }
}

/** What is no value of the option's type stays a text, which validation then tells of. */
function parsedValue(text: string, { type }: JsonSchema): unknown {
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (type === 'integer' || type === 'number')
    return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
  if (type === 'array' && !text.trimStart().startsWith('['))
    return text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  if (type === 'array' || type === 'object') return parsedJson(text);
  return text;
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function setAt(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  target[name] ??= {};
  setAt(target[name] as Record<string, unknown>, rest, value);
}

function unknownVariables(environment: Environment): string[] {
  const known = new Set([CONFIG_VARIABLE]);
  for (const { variable, schema } of OPTIONS) {
    known.add(variable);
    if (schema.secret === true) known.add(`${variable}_FILE`);
  }
  return Object.keys(environment)
    .filter((name) => name.startsWith('SENTINEL_') && !known.has(name) && !OF_KUBERNETES.test(name))
    .map((name) => {
      const meant = closest(name, known);
      return `${name}: is the variable of no option.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
    });
}
