import type { Json } from './storable.js';

/** Of this layout. A later one gets the next number, and old entries stay as they are. */
export const SCHEMA_VERSION = 1;

/** One recorded event before it has a place in a chain. */
export interface EntryDraft {
  /** ISO 8601 in UTC, with milliseconds. */
  readonly ts: string;
  /** UUID. Of a scan its `scanId`; the same on every attempt to write it. */
  readonly event_id: string;
  readonly tenant: string;
  /** `scan`, `feedback`, `decision`, `gap`, `erasure`, `retention`, or what `record()` was given. */
  readonly event_type: string;
  /** Who it was about or who did it; pseudonymised unless the options say otherwise. */
  readonly actor: string | null;
  readonly request_id: string | null;
  readonly session_ref: string | null;
  readonly layer: string | null;
  /** `allowed`, `blocked`, `flagged`, `redacted`, `error`; of other events what was decided. */
  readonly result: string | null;
  readonly blocked: boolean;
  readonly risk_score: number | null;
  readonly threat_type: string | null;
  readonly severity: string | null;
  readonly pii_detected: boolean;
  readonly injection_detected: boolean;
  readonly findings: readonly Json[];
  readonly metadata: { readonly [name: string]: Json };
  readonly excerpt: string | null;
  /** Hexadecimal SHA-256 of salt and text, when the text is kept encrypted. */
  readonly content_commitment: string | null;
}

/**
 * One entry as its hash covers it. The names are those of the columns, so that table, hash, export and CSV agree.
 */
export interface AuditEntry extends EntryDraft {
  /** UUID of the chain: one for each process that writes. */
  readonly chain_id: string;
  /** Place in the chain, from 1 without gaps. */
  readonly seq: number;
  readonly schema_version: number;
}

/** An entry with its links, both hexadecimal SHA-256. */
export interface ChainedEntry extends AuditEntry {
  readonly prev_hash: string;
  readonly hash: string;
}
