/** What is needed of a database: a `pg` pool or client, or a PGlite, fits as it is. */
export interface SqlClient {
  /** Sends one statement with its values, and resolves to its rows. */
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** PGlite: one session; it runs several statements with `exec`, and transactions with a function. */
interface EmbeddedClient extends SqlClient {
  exec(script: string): Promise<unknown>;
  transaction<T>(run: (transaction: SqlClient) => Promise<T>): Promise<T>;
}

/** A pool lends clients. `totalCount` tells it from a single client, which has a `connect` too. */
interface PoolClient extends SqlClient {
  readonly totalCount: number;
  connect(): Promise<SqlClient & { release(destroy?: boolean): void }>;
}

/** Several statements without values. */
export async function runScript(client: SqlClient, script: string): Promise<void> {
  await ('exec' in client ? (client as EmbeddedClient).exec(script) : client.query(script));
}

/** Runs all of `work` in one transaction, or none of it. */
export async function inTransaction<T>(client: SqlClient, work: (session: SqlClient) => Promise<T>): Promise<T> {
  if ('transaction' in client) return (client as EmbeddedClient).transaction(work);
  if (!('totalCount' in client)) return between(client, work);
  const session = await (client as PoolClient).connect();
  let isBroken = true;
  try {
    const result = await between(session, work);
    isBroken = false;
    return result;
  } finally {
    // A session that may still be in a transaction is not lent again.
    session.release(isBroken);
  }
}

async function between<T>(session: SqlClient, work: (session: SqlClient) => Promise<T>): Promise<T> {
  await session.query('BEGIN');
  try {
    const result = await work(session);
    await session.query('COMMIT');
    return result;
  } catch (error) {
    // The first error says what happened; a lost connection cannot roll back, and need not.
    await session.query('ROLLBACK').catch(() => {});
    throw error;
  }
}
