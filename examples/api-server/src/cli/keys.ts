import { newKey } from '../auth/api-key.js';
import { type KeyRecord, keyProblem, readKeys, writeKeys } from '../auth/key-file.js';
import type { Scope } from '../auth/scopes.js';
import { ConfigError } from '../config/config-error.js';
import type { Quota } from '../config/schema.js';
import type { Arguments } from './arguments.js';

type Print = (line: string) => void;

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * `keys create | list | revoke`. A running service takes up the change within seconds.
 *
 * @throws ConfigError for what can't be a key.
 */
export function keysCommand(file: string, { command, ...options }: Arguments, print: Print, now = Date.now()): void {
  const [, action, id] = command;
  if (action === 'create') create(file, options, print, now);
  else if (action === 'list') list(readKeys(file), print, now);
  else if (action === 'revoke') revoke(file, id, print);
  else throw new ConfigError([`keys ${action ?? ''}: must be create, list or revoke.`]);
}

function create(file: string, options: Omit<Arguments, 'command'>, print: Print, now: number): void {
  const { alias = '', scopes, expires } = options;
  const { id, secret, hash } = newKey();
  const quota = quotaOf(options);
  const record: KeyRecord = {
    id,
    alias,
    hash,
    scopes: scopes as Scope[],
    createdAt: new Date(now).toISOString(),
    ...(expires !== undefined && { expiresAt: new Date(now + durationOf(expires)).toISOString() }),
    ...(quota !== undefined && { quota }),
  };
  const problem = keyProblem(record);
  if (problem !== undefined) throw new ConfigError([`keys create: ${problem}`]);
  writeKeys(file, [...readKeys(file), record]);
  print(secret);
}

function list(records: readonly KeyRecord[], print: Print, now: number): void {
  for (const { id, alias, scopes, expiresAt } of records) {
    const end =
      expiresAt === undefined ? 'never expires' : `${now < Date.parse(expiresAt) ? 'until' : 'EXPIRED'} ${expiresAt}`;
    print(`${id}  ${alias}  ${scopes.join(',')}  ${end}`);
  }
}

function revoke(file: string, id: string | undefined, print: Print): void {
  const records = readKeys(file);
  const left = records.filter((record) => record.id !== id);
  if (left.length === records.length) throw new ConfigError([`keys revoke: there is no key with the id ${id ?? ''}.`]);
  writeKeys(file, left);
  print(`Revoked ${id}.`);
}

function quotaOf({ perSecond, perMinute }: Pick<Arguments, 'perSecond' | 'perMinute'>): Quota | undefined {
  if (perSecond === undefined && perMinute === undefined) return undefined;
  return {
    ...(perSecond !== undefined && { perSecond: Number(perSecond) }),
    ...(perMinute !== undefined && { perMinute: Number(perMinute) }),
  };
}

/** `90d`, `12h` or `30m` in milliseconds. */
function durationOf(text: string): number {
  const [, count, unit] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
  if (count === undefined || unit === undefined) {
    throw new ConfigError([`--expires: must be like 90d, 12h or 30m, got ${JSON.stringify(text)}.`]);
  }
  return Number(count) * UNIT_MS[unit]!;
}
