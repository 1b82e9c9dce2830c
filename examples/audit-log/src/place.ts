import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateCheckpointKeys } from '@llm-sentinel/postgres';

/** Where the log is, and what it needs beside the database. */
export interface Place {
  /** For `postgresAdapter` and `createAuditLog`: a server when AUDIT_DATABASE_URL is set, else a folder. */
  readonly database: { readonly connectionString: string } | { readonly dataDir: string };
  /** What to call it. */
  readonly name: string;
  /** Where checkpoints go. In production: on another system than the database. */
  readonly checkpointFile: string;
  readonly spoolDir: string;
  readonly privateKey: string;
  readonly publicKey: string;
  readonly hmacKey: string;
}

/** Keys are made at the first run. In production they come from your secret store. */
export function openPlace(folder: string, env: Readonly<Record<string, string | undefined>>): Place {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const url = env.AUDIT_DATABASE_URL;
  const keyFile = join(folder, 'keys.json');
  if (!existsSync(keyFile)) {
    const keys = { ...generateCheckpointKeys(), hmacKey: randomBytes(32).toString('hex') };
    writeFileSync(keyFile, JSON.stringify(keys), { mode: 0o600 });
  }
  const keys = JSON.parse(readFileSync(keyFile, 'utf8')) as Pick<Place, 'privateKey' | 'publicKey' | 'hmacKey'>;
  const dataDir = join(folder, 'audit');
  return {
    ...keys,
    database: url === undefined ? { dataDir } : { connectionString: url },
    name: url === undefined ? dataDir : 'the server of AUDIT_DATABASE_URL',
    checkpointFile: join(folder, 'checkpoints.jsonl'),
    spoolDir: join(folder, 'spool'),
  };
}
