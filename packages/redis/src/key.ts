import { createHash } from 'node:crypto';

const MAX_ID_LENGTH = 64;
/** Braces would end the hash tag early, and a lone surrogate is sent as the same bytes as any other. */
const UNSAFE = /[{}\p{Cs}\p{Cc}]/u;

/**
 * A key whose id is its hash tag: all keys of one id are in one slot of a cluster, so that one script may use them together. An id
 * that is long or odd is hashed, so that no caller chooses the slot or the size of a key.
 *
 * @example
 * keyFor('sentinel', 'u:42', 'rl:api:perSecond'); // 'sentinel:{u:42}:rl:api:perSecond'
 */
export function keyFor(prefix: string, id: string, kind: string): string {
  return `${prefix}:{${safeId(id)}}:${kind}`;
}

/** The keys of several kinds of one id. */
export function keysFor(prefix: string, id: string, kinds: readonly string[]): string[] {
  const begin = `${prefix}:{${safeId(id)}}:`;
  return kinds.map((kind) => begin + kind);
}

function safeId(id: string): string {
  if (id !== '' && id.length <= MAX_ID_LENGTH && !UNSAFE.test(id)) return id;
  // UTF-16, where lone surrogates stay apart, which UTF-8 writes as one and the same replacement.
  return createHash('sha256').update(Buffer.from(id, 'utf16le')).digest('base64url');
}
