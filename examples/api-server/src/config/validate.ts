import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { ConfigError } from './config-error.js';
import { type JsonSchema, OPTIONS } from './options.js';
import { type Config, configSchema } from './schema.js';
import { closest } from './suggest.js';

/** Kept of the time to stop for what must be recorded, however long requests take. */
export const FLUSH_MS = 1_500;

const ajv = new Ajv({ allErrors: true, useDefaults: true, verbose: true, strict: false });
addFormats.default(ajv);
const check = ajv.compile<Config>(configSchema);

/**
 * The configuration with all defaults.
 *
 * @throws ConfigError that names for each problem the option, what it must be and what was given; never a secret.
 */
export function validate(values: unknown): Config {
  const config: unknown = structuredClone(values);
  if (check(config)) return consistent(config);
  // Of one option the first problem is enough: a value of the wrong type has no length either.
  const problems = new Map<string, string>();
  for (const error of check.errors ?? []) {
    const { path, message } = problemOf(error);
    if (!problems.has(path)) problems.set(path, message);
  }
  throw new ConfigError([...problems].map(([path, message]) => `${path}: ${message}`));
}

/** What no option can be judged by alone. */
function consistent(config: Config): Config {
  const { drainDelayMs, drainTimeoutMs } = config.server;
  if (drainTimeoutMs >= drainDelayMs + FLUSH_MS) return config;
  throw new ConfigError([
    `server.drainTimeoutMs: must be at least ${FLUSH_MS} more than server.drainDelayMs, got ${drainTimeoutMs} and ${drainDelayMs}.`,
  ]);
}

function problemOf(error: ErrorObject): { readonly path: string; readonly message: string } {
  const path = error.instancePath.split('/').slice(1).map(unescaped);
  if (error.keyword === 'additionalProperties') {
    const name = String(error.params.additionalProperty);
    const known = Object.keys((error.parentSchema as JsonSchema).properties ?? {});
    const meant = closest(name, known);
    const hint = meant === undefined ? `Known are ${known.join(', ')}.` : `Did you mean ${[...path, meant].join('.')}?`;
    return { path: [...path, name].join('.'), message: `is no option. ${hint}` };
  }
  if (error.keyword === 'required') {
    return { path: [...path, String(error.params.missingProperty)].join('.'), message: 'is missing.' };
  }
  const schema = error.parentSchema as JsonSchema;
  const variable = OPTIONS.find((option) => option.path.join('/') === path.join('/'))?.variable;
  const where = path.join('.') || 'The configuration';
  return {
    path: variable === undefined ? where : `${where} (${variable})`,
    message: `must be ${expectation(schema, error)}, got ${shown(error.data, schema)}.`,
  };
}

/** What a value of the schema is, in words. */
function expectation(schema: JsonSchema, error: ErrorObject): string {
  const { type, minimum, exclusiveMinimum, maximum, minLength, format } = schema;
  if (schema.enum !== undefined) return `one of ${schema.enum.join(', ')}`;
  if (type === 'integer' || type === 'number') {
    const kind = type === 'integer' ? 'a whole number' : 'a number';
    const from =
      minimum === undefined ? (exclusiveMinimum === undefined ? '' : ` above ${exclusiveMinimum}`) : ` from ${minimum}`;
    return `${kind}${from}${maximum === undefined ? '' : ` to ${maximum}`}`;
  }
  if (type === 'boolean') return 'true or false';
  if (type === 'array') return 'a list';
  if (type === 'object') return 'an object';
  if (error.keyword === 'pattern') return `a text that matches ${String(error.params.pattern)}`;
  if (format !== undefined && error.keyword === 'format') return `a ${format === 'uri' ? 'URL' : format}`;
  return minLength === undefined || minLength === 1 ? 'a text' : `a text of at least ${minLength} characters`;
}

function shown(value: unknown, { secret }: JsonSchema): string {
  if (secret === true) return 'another (not shown, it may be secret)';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return String(value);
}

/** A name within a JSON pointer. */
function unescaped(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}
