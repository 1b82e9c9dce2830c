import { configSchema } from './schema.js';

/** What is read of a JSON schema here. */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly format?: string;
  readonly secret?: boolean;
}

/** One option, found in the schema. */
export interface Option {
  /** As in the file: `['server', 'port']`. */
  readonly path: readonly string[];
  /** `SENTINEL_SERVER__PORT` */
  readonly variable: string;
  readonly schema: JsonSchema;
}

/** All options, in the order of the schema. */
export const OPTIONS: readonly Option[] = optionsOf(configSchema as JsonSchema, []);

function optionsOf(schema: JsonSchema, path: readonly string[]): Option[] {
  if (schema.properties === undefined) return [{ path, variable: variableOf(path), schema }];
  return Object.entries(schema.properties).flatMap(([name, part]) => optionsOf(part, [...path, name]));
}

/** `['server', 'adminPort']` → `SENTINEL_SERVER__ADMIN_PORT` */
function variableOf(path: readonly string[]): string {
  const words = path.map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase());
  return `SENTINEL_${words.join('__')}`;
}
