import canonicalize from 'canonicalize';
import type { AuditEntry } from '../entry/audit-entry.js';

/** RFC 8785 (JCS): the one text of a JSON value that is hashed and signed. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('There is no JSON for this value.');
  return text;
}

/**
 * RFC 8785 of an entry, hashes excluded. The same as `canonicalJson` over the same names, but several times faster, since
 * the names and their order are known. A value that is missing or of another kind than its column, which only a changed
 * export has, gives another text.
 */
export function canonicalEntry(entry: AuditEntry): string {
  return (
    `{"actor":${text(entry.actor)},"blocked":${word(entry.blocked)},"chain_id":${text(entry.chain_id)}` +
    `,"content_commitment":${text(entry.content_commitment)},"event_id":${text(entry.event_id)}` +
    `,"event_type":${text(entry.event_type)},"excerpt":${text(entry.excerpt)}` +
    `,"findings":${json(entry.findings)}` +
    `,"injection_detected":${word(entry.injection_detected)},"layer":${text(entry.layer)}` +
    `,"metadata":${json(entry.metadata)},"pii_detected":${word(entry.pii_detected)}` +
    `,"request_id":${text(entry.request_id)},"result":${text(entry.result)},"risk_score":${word(entry.risk_score)}` +
    `,"schema_version":${word(entry.schema_version)},"seq":${word(entry.seq)},"session_ref":${text(entry.session_ref)}` +
    `,"severity":${text(entry.severity)},"tenant":${text(entry.tenant)},"threat_type":${text(entry.threat_type)}` +
    `,"ts":${text(entry.ts)}}`
  );
}

// To see that a text has nothing to escape is cheaper than to escape it, and ids, names, times and hashes have nothing.
const PLAIN = /^[\w .:+-]*$/;

function text(value: string | null): string {
  if (value === null) return 'null';
  return typeof value === 'string' && PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}

/** A number or a truth, as which no text and no list passes that only looks like one. */
function word(value: number | boolean | null): string {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

function json(value: unknown): string {
  // Of most entries the findings are empty.
  if (Array.isArray(value) && value.length === 0) return '[]';
  return canonicalize(value) ?? 'undefined';
}
