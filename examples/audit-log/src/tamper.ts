import { PGlite } from '@electric-sql/pglite';
import { type Checkpoint, createAuditLog, type Problem, type SqlClient } from '@llm-sentinel/postgres';

/** What one manipulation did, and what the verifier says of it. */
export interface Finding {
  readonly what: string;
  /** The row that was meant. */
  readonly seq: number;
  readonly problem: Problem | null;
}

/** What someone with all rights on the database may try. `$1` is the chain, `$2` the row. */
const MANIPULATIONS: readonly { readonly what: string; readonly sql: readonly string[] }[] = [
  {
    what: 'let a blocked text look allowed',
    sql: ["UPDATE audit_events SET blocked = NOT blocked, result = 'allowed' WHERE chain_id = $1 AND seq = $2"],
  },
  { what: 'deleted a row', sql: ['DELETE FROM audit_events WHERE chain_id = $1 AND seq = $2'] },
  {
    what: 'swapped two rows',
    sql: [
      'UPDATE audit_events SET seq = -$2::int WHERE chain_id = $1 AND seq = $2::int',
      'UPDATE audit_events SET seq = $2::int WHERE chain_id = $1 AND seq = $2::int + 1',
      'UPDATE audit_events SET seq = $2::int + 1 WHERE chain_id = $1 AND seq = -$2::int',
    ],
  },
  {
    what: 'cut off the end of the log, checkpoints in the database included',
    sql: ['DELETE FROM audit_events WHERE chain_id = $1 AND seq >= $2', 'DELETE FROM audit_checkpoints'],
  },
];

/**
 * Copies an exported log into a database in memory, tampers with the copy in one way after another, and asks the verifier.
 * The log itself is not touched.
 */
export async function tamperWithCopy(
  exported: AsyncIterable<string>,
  publicKey: string,
  checkpoints: readonly Checkpoint[],
): Promise<Finding[]> {
  const copy = await PGlite.create();
  try {
    const log = createAuditLog({ client: copy, publicKeys: [publicKey] });
    await log.migrate();
    await log.import(exported);
    const [chain, seq] = await someRow(copy);
    const findings: Finding[] = [];
    for (const { what, sql } of MANIPULATIONS) {
      findings.push(await attempt(copy, what, sql, chain, seq, publicKey, checkpoints));
    }
    return findings;
  } finally {
    await copy.close();
  }
}

/** In a transaction that is rolled back, so that each manipulation has an intact copy. */
async function attempt(
  copy: PGlite,
  what: string,
  sql: readonly string[],
  chain: string,
  seq: number,
  publicKey: string,
  checkpoints: readonly Checkpoint[],
): Promise<Finding> {
  return copy.transaction(async (transaction) => {
    // This is how a superuser goes past the triggers; roles of the package can't.
    await transaction.query('SET LOCAL session_replication_role = replica');
    for (const statement of sql) await transaction.query(statement, statement.includes('$1') ? [chain, seq] : []);
    const { first } = await createAuditLog({ client: transaction, publicKeys: [publicKey] }).verify({ checkpoints });
    await transaction.rollback();
    return { what, seq, problem: first };
  });
}

/** A blocked text in the middle of the longest chain. */
async function someRow(client: SqlClient): Promise<[chain: string, seq: number]> {
  const { rows } = await client.query(
    `SELECT chain_id::text AS chain, seq::int AS seq FROM audit_events WHERE blocked
     ORDER BY (SELECT count(*) FROM audit_events a WHERE a.chain_id = audit_events.chain_id) DESC, chain_id, seq LIMIT 1 OFFSET 3`,
  );
  const [row] = rows as { chain: string; seq: number }[];
  if (row === undefined) throw new Error('The log is too short: run "npm start" first.');
  return [row.chain, row.seq];
}
