// PostgreSQL and Redis as they are deployed, started privately.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createAuditLog } from '@llm-sentinel/postgres';
import { type RunningServer, startPostgres, startRedis } from '@llm-sentinel/servers';
import pg from 'pg';
import { deployFolder, textOf } from './files.js';

/** Of a login of the audit database. The private server asks for no password. */
export const auditUrl = ({ port }: RunningServer, user: string) => `postgres://${user}@127.0.0.1:${port}/sentinel`;

/** PostgreSQL with the roles of roles.sh, and the schema that its migrator has made. `secrets` is what init-secrets.sh filled. */
export async function startAuditDatabase(secrets: string): Promise<RunningServer> {
  const server = await startPostgres();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE DATABASE sentinel');
  await client.end();
  await makeRoles(server, secrets);
  await migrateAudit(server);
  return server;
}

/** Runs roles.sh as the image of PostgreSQL does. */
export const makeRoles = ({ port }: RunningServer, secrets: string) =>
  promisify(execFile)(join(deployFolder, 'postgres/roles.sh'), {
    env: {
      PATH: process.env.PATH,
      PGHOST: '127.0.0.1',
      PGPORT: String(port),
      POSTGRES_USER: 'postgres',
      POSTGRES_DB: 'sentinel',
      SECRETS: secrets,
    },
  });

/** Returns the names of the migrations that ran. */
export async function migrateAudit(server: RunningServer): Promise<readonly string[]> {
  const log = createAuditLog({ connectionString: auditUrl(server, 'sentinel_migrator') });
  const { applied } = await log.migrate();
  await log.close();
  return applied;
}

/** Redis with the settings of redis.conf and the users that init-secrets.sh has made. */
export function startLimitStore(secrets: string): Promise<RunningServer> {
  // As arguments: the launcher has its own port, address and folder.
  const settings = textOf('redis/redis.conf')
    .split('\n')
    .filter((line) => /^[a-z]/.test(line) && !/^(?:port|bind|dir|aclfile|save|appendonly) /.test(line))
    .flatMap((line) => `--${line}`.split(' '));
  return startRedis({ args: ['--aclfile', join(secrets, 'redis-users.acl'), ...settings] });
}

/** The address that the service is given, at the private server. */
export const limitStoreUrl = ({ port }: RunningServer, secrets: string) =>
  readFileSync(join(secrets, 'redis-url'), 'utf8').replace('@redis:6379', `@127.0.0.1:${port}`);
