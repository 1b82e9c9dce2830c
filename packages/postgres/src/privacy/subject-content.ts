import type { SqlClient } from '../sql/client.js';
import type { ContentRow } from '../sql/insert.js';
import { type ContentKeys, openContent } from './content-vault.js';

/** The text of an entry, as it was kept encrypted. */
export interface Content {
  /** The text, decrypted. */
  readonly text: string;
  /** It is the text that the entry in the chain vouches for. */
  readonly isAuthentic: boolean;
}

/** Null when there is no text: none was kept, or it was erased. */
export async function readContent(client: SqlClient, keys: ContentKeys, eventId: string): Promise<Content | null> {
  const { rows } = await client.query(
    `SELECT json_build_object('event_id', c.event_id, 'subject_ref', c.subject_ref, 'key_id', c.key_id,
         'nonce', encode(c.nonce, 'hex'), 'ciphertext', encode(c.ciphertext, 'hex'), 'salt', encode(c.salt, 'hex'),
         'wrapped_key', encode(k.wrapped_key, 'hex'))::text AS content,
       (SELECT encode(e.content_commitment, 'hex') FROM audit_events e WHERE e.event_id = c.event_id LIMIT 1) AS commitment
     FROM audit_content c JOIN audit_subject_keys k USING (key_id)
     WHERE c.event_id = $1::text::uuid AND k.wrapped_key IS NOT NULL`,
    [eventId],
  );
  const [row] = rows as { content: string; commitment: string | null }[];
  if (row === undefined) return null;
  const { text, commitment } = openContent(keys, JSON.parse(row.content) as ContentRow);
  return { text, isAuthentic: commitment === row.commitment };
}

/** Destroys the keys of a person and deletes what they encrypted. */
export async function eraseContent(
  client: SqlClient,
  subjectRef: string,
): Promise<{ readonly keys: number; readonly contents: number }> {
  const { rows } = await client.query(
    'SELECT keys::float8 AS keys, contents::float8 AS contents FROM audit_erase_subject($1)',
    [subjectRef],
  );
  return rows[0] as { keys: number; contents: number };
}

/** What is left of a person's content. */
export async function remainingContent(
  client: SqlClient,
  subjectRef: string,
): Promise<{ readonly keys: number; readonly contents: number }> {
  const { rows } = await client.query(
    `SELECT (SELECT count(*) FROM audit_subject_keys WHERE subject_ref = $1 AND wrapped_key IS NOT NULL)::float8 AS keys,
       (SELECT count(*) FROM audit_content WHERE subject_ref = $1)::float8 AS contents`,
    [subjectRef],
  );
  return rows[0] as { keys: number; contents: number };
}
