import { createHash, randomUUID } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID of version 7 (RFC 9562): sorts by time. PostgreSQL has `uuidv7()` only from 18. */
export function uuidV7(time: number): string {
  const stamp = time.toString(16).padStart(12, '0');
  // Version 4 has the same random bits behind its version; only the first 48 become the time.
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${randomUUID().slice(15)}`;
}

/** The id itself when it is a UUID, else a UUID (version 8, RFC 9562) that is the same for the same id. */
export function asUuid(id: string): string {
  return UUID.test(id) ? id : hashedUuid(id);
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

function hashedUuid(id: string): string {
  const bytes = createHash('sha256').update(id).digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
