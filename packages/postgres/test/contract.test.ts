import { testAdapter } from '@llm-sentinel/testing';
import { beforeEach } from 'vitest';
import { postgresAdapter } from '../src/postgres-adapter.js';
import { describeOnBoth } from './databases.js';

describeOnBoth('postgres', (database) => {
  beforeEach(() => database.reset());
  const rows = async (): Promise<unknown> =>
    (await database.client.query('SELECT to_json(e)::text AS row FROM audit_events e ORDER BY chain_id, seq')).rows;

  testAdapter('without identifiers', {
    create: () => postgresAdapter({ client: database.client }),
    recorded: rows,
    failing: () => postgresAdapter({ client: { query: () => Promise.reject(new Error('away')) } }),
  });

  testAdapter('with pseudonyms', {
    create: () => postgresAdapter({ client: database.client, hmacKey: 'a key of enough bytes' }),
    recorded: rows,
  });

  testAdapter('with excerpts and plain identifiers', {
    create: () =>
      postgresAdapter({ client: database.client, redactedExcerpt: true, userId: 'plain', sessionId: 'plain' }),
    recorded: rows,
    recordsText: true,
    recordsIdentifiers: true,
  });

  testAdapter('with encrypted content', {
    create: () =>
      postgresAdapter({
        client: database.client,
        hmacKey: 'a key of enough bytes',
        content: { current: 'k1', keys: { k1: new Uint8Array(32).fill(7) } },
      }),
    recorded: async () => {
      const { rows: contents } = await database.client.query('SELECT to_json(c)::text AS row FROM audit_content c');
      return [await rows(), contents];
    },
  });
});
