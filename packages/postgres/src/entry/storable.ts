/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Deeper values are stored as text: PostgreSQL parses JSON recursively and refuses what would exhaust its stack. */
const MAX_DEPTH = 32;

// PostgreSQL has no U+0000 in text, and attackers send it.
const NUL = /\0/g;

/**
 * The text as both servers can store it: U+0000 and lone surrogates become U+FFFD. Idempotent. Hashes are taken over the
 * result, so what is read back hashes alike.
 */
export function storableText(text: string): string {
  const wellFormed = (text as string & { toWellFormed(): string }).toWellFormed();
  return wellFormed.includes('\0') ? wellFormed.replace(NUL, '\uFFFD') : wellFormed;
}

/** The start of a text, without half a surrogate pair at the cut, as both servers can store it. */
export function storablePrefix(text: string, maxLength: number): string {
  return storableText(text.length > maxLength ? text.slice(0, maxLength) : text);
}

/**
 * A value as JSON that comes back from `jsonb` as it went in. What JSON has no word for becomes null; integers that a
 * double cannot hold, and bigints, become strings; of two names that become one the later counts.
 */
export function storableJson(value: unknown, depth = 0): Json {
  if (typeof value === 'string') return storableText(value);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return storableNumber(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (depth >= MAX_DEPTH) return '[too deep]';
  if (Array.isArray(value)) return Array.from(value, (item) => storableJson(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [storableText(name), storableJson(item, depth + 1)]),
  );
}

function storableNumber(value: number): Json {
  if (!Number.isFinite(value)) return null;
  // Minus zero is zero in JSON of RFC 8785.
  if (value === 0) return 0;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value).toString() : value;
}
