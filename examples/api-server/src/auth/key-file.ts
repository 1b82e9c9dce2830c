import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { type Static, Type } from 'typebox';
import { parse, stringify } from 'yaml';
import { ConfigError } from '../config/config-error.js';
import { quotaSchema } from '../config/schema.js';
import { SCOPES } from './scopes.js';

/** One key as the file has it. Several of one alias are good at the same time: that is how keys are rotated. */
const keyRecordSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9]{12}$' }),
    /** Who has the key: the name in logs, metrics and the audit log, and what quotas count by. */
    alias: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,63}$' }),
    /** SHA-256 of the key, hexadecimal. */
    hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    scopes: Type.Array(Type.Enum([...SCOPES]), { minItems: 1, uniqueItems: true }),
    createdAt: Type.Optional(Type.String({ format: 'date-time' })),
    expiresAt: Type.Optional(Type.String({ format: 'date-time' })),
    /** In place of the limits of the configuration. */
    quota: Type.Optional(quotaSchema),
  },
  { additionalProperties: false },
);
export type KeyRecord = Static<typeof keyRecordSchema>;

const fileSchema = Type.Object({ keys: Type.Array(keyRecordSchema) }, { additionalProperties: false });
const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const check = ajv.compile<Static<typeof fileSchema>>(fileSchema);
const checkRecord = ajv.compile(keyRecordSchema);

/** What is wrong with a record, in words; undefined when nothing is. */
export function keyProblem(record: KeyRecord): string | undefined {
  if (checkRecord(record)) return undefined;
  const [{ instancePath, message, params } = { instancePath: '', message: '', params: {} }] = checkRecord.errors ?? [];
  const { allowedValues } = params as { allowedValues?: readonly string[] };
  const allowed = allowedValues === undefined ? '' : `: ${allowedValues.join(', ')}`;
  return `${instancePath.slice(1).replaceAll('/', '.')} ${message}${allowed}.`;
}

/**
 * The records of a file; none when it does not exist.
 *
 * @throws ConfigError when it can't be read, or is no file of keys.
 */
export function readKeys(path: string): readonly KeyRecord[] {
  let content: unknown;
  try {
    content = parse(readFileSync(path, 'utf8')) ?? { keys: [] };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new ConfigError([`${path}: ${code?.startsWith('E') ? `can't be read: ${code}.` : message}`]);
  }
  if (!check(content)) {
    const [error] = check.errors ?? [];
    throw new ConfigError([
      `${path}: ${error?.instancePath.slice(1).replaceAll('/', '.') || 'the file'} ${error?.message}.`,
    ]);
  }
  const ids = content.keys.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new ConfigError([`${path}: the id ${twice} is there twice.`]);
  return content.keys;
}

const HEADER = '# API keys of LLM Sentinel. Hashes only: a lost key is replaced, not recovered.\n';

/** Replaces the file in one step, readable by its owner only: who reads it while it is written sees the old one. */
export function writeKeys(path: string, keys: readonly KeyRecord[]): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, `${HEADER}${stringify({ keys })}`, { mode: 0o600 });
  renameSync(draft, path);
}
