import type { Json } from './storable.js';

/** Of this layout. A later one gets the next number, and old entries stay as they are. */
export const SCHEMA_VERSION = 1;

/** One recorded event before it has a place in a chain. */
export interface EntryDraft {
  /** ISO 8601 in UTC, with milliseconds. */
  readonly ts: string;
  /** UUID. Of a scan its `scanId`; the same on every attempt to write it. */
  readonly event_id: string;
  /** Whose entry it is, in a log that several share. */
  readonly tenant: string;
  /** `scan`, `feedback`, `decision`, `gap`, `erasure`, `retention`, or what `record()` was given. */
  readonly event_type: string;
  /** Who it was about or who did it; pseudonymised unless the options say otherwise. */
  readonly actor: string | null;
  /** `requestId` of the context, as given; null without one. */
  readonly request_id: string | null;
  /** The session, pseudonymised unless the options say otherwise. */
  readonly session_ref: string | null;
  /** Where the scanned text came from: `input_guard`, `output_guard`, `tool_guard`, `retrieval_guard`, `system_guard`. Null of other events. */
  readonly layer: string | null;
  /** `allowed`, `blocked`, `flagged`, `redacted`, `error`; of other events what was decided. */
  readonly result: string | null;
  /** Whether something was stopped. */
  readonly blocked: boolean;
  /** 0 to 1; null of what is no scan. */
  readonly risk_score: number | null;
  /** The threat that decided, or null. */
  readonly threat_type: string | null;
  /** The worst of the findings, `none` without any; null of what is no scan and was not said. */
  readonly severity: string | null;
  /** Personal data was found. */
  readonly pii_detected: boolean;
  /** An injection or a jailbreak was found. */
  readonly injection_detected: boolean;
  /** Findings as JSON, without their messages; the first 200. */
  readonly findings: readonly Json[];
  /** What else is known of the event: labels, errors of engines, `metadata` of `record()`. No text that was scanned. */
  readonly metadata: { readonly [name: string]: Json };
  /** `event.text`, where the options keep it; at most 2,000 characters. */
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
  /** Version of the fields, 1. */
  readonly schema_version: number;
}

/** An entry with its links, both hexadecimal SHA-256. */
export interface ChainedEntry extends AuditEntry {
  /** `hash` of the entry before it; of the first one SHA-256("sentinel-audit-v1" ‖ chain id). */
  readonly prev_hash: string;
  /**
   * SHA-256(0x01 ‖ `prev_hash` ‖ `seq` as 64 bits, big-endian ‖ SHA-256(0x00 ‖ the entry as JSON of RFC 8785)). The first bytes keep an entry
   * from passing for a link, as in RFC 6962.
   */
  readonly hash: string;
}
