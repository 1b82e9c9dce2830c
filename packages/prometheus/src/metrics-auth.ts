import { createHash, timingSafeEqual } from 'node:crypto';
import { invalidOption } from './check.js';

/**
 * Who may read the metrics: who has the bearer token (or one of several, while one replaces another), or a name and
 * password. Everybody, when `'none'` is spelled out.
 */
export type MetricsAuth =
  | 'none'
  | { readonly bearer: string | readonly string[] }
  | { readonly username: string; readonly password: string };

interface Authorizer {
  /** Whether the value of an `Authorization` header will do. Takes the same time for any wrong value of one length. */
  allows(authorization: string | undefined): boolean;
  /** Value for `WWW-Authenticate`. */
  readonly challenge: string;
}

// What a header can carry. A token read from a file often ends in a line break, and then matches no request ever.
const TOKEN = /^[\x21-\x7e]+$/;

export function createAuthorizer(auth: MetricsAuth): Authorizer {
  if (auth === 'none') return { allows: () => true, challenge: '' };
  if (typeof auth !== 'object' || auth === null) {
    throw invalidOption("`auth` is required: { bearer } or { username, password }, or 'none' to let everybody read.");
  }
  return 'bearer' in auth ? bearer([auth.bearer].flat()) : basic(auth.username, auth.password);
}

function bearer(tokens: readonly string[]): Authorizer {
  if (tokens.length === 0 || !tokens.every((token) => typeof token === 'string' && TOKEN.test(token))) {
    throw invalidOption('`auth.bearer` must be printable ASCII without blanks or line breaks, and not empty.');
  }
  return {
    allows: matcher(/^bearer +(.+)$/i, tokens, (credentials) => credentials),
    challenge: 'Bearer realm="metrics"',
  };
}

function basic(username: string, password: string): Authorizer {
  const isGiven = [username, password].every((part) => typeof part === 'string' && part !== '');
  if (!isGiven || username.includes(':')) {
    throw invalidOption('`auth` needs a `username` without colon and a `password`, or a `bearer` token.');
  }
  return {
    allows: matcher(/^basic +(.+)$/i, [`${username}:${password}`], (credentials) =>
      Buffer.from(credentials, 'base64').toString(),
    ),
    challenge: 'Basic realm="metrics", charset="UTF-8"',
  };
}

function matcher(scheme: RegExp, accepted: readonly string[], decode: (credentials: string) => string) {
  const digests = accepted.map(digest);
  return (authorization: string | undefined): boolean => {
    const given = digest(decode(scheme.exec(authorization ?? '')?.[1] ?? ''));
    // All are compared, and by digest: neither the length nor the place of a match shows in the time it takes.
    return digests.map((expected) => timingSafeEqual(expected, given)).includes(true);
  };
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
