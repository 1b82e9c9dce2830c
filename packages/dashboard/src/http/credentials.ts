import { createHash, timingSafeEqual } from 'node:crypto';
import { invalidOption } from '../check.js';

/**
 * Who may see the dashboard: who has the bearer token (or one of several, while one replaces another), or a name and password.
 * Everybody, when `'none'` is spelled out.
 */
export type DashboardAuth =
  | 'none'
  | { readonly bearer: string | readonly string[] }
  | { readonly username: string; readonly password: string };

/** What a form of login asks for. */
export type LoginKind = 'none' | 'token' | 'password';

/** Compares what a client gives with what is expected, in the same time for any wrong value. */
export interface Credentials {
  readonly kind: LoginKind;
  /** What an `Authorization` header gives; null without one of the right scheme. */
  fromHeader(authorization: string | undefined): string | null;
  /** What a form gives; null when a field is missing. */
  fromForm(form: unknown): string | null;
  areRight(given: string): boolean;
  /** Value for `WWW-Authenticate`. */
  readonly challenge: string;
}

// What a header can carry. A token read from a file often ends in a line break, and then matches no request ever.
const TOKEN = /^[\x21-\x7e]+$/;

/** @throws SentinelError INVALID_OPTION for what is no `DashboardAuth`. */
export function createCredentials(auth: DashboardAuth): Credentials {
  if (auth === 'none') {
    return { kind: 'none', fromHeader: () => null, fromForm: () => null, areRight: () => true, challenge: '' };
  }
  if (typeof auth !== 'object' || auth === null) {
    throw invalidOption("`auth` must be { bearer } or { username, password }, or 'none' to let everybody see it.");
  }
  return 'bearer' in auth ? ofTokens([auth.bearer].flat()) : ofPassword(auth.username, auth.password);
}

function ofTokens(tokens: readonly string[]): Credentials {
  if (tokens.length === 0 || !tokens.every((token) => typeof token === 'string' && TOKEN.test(token))) {
    throw invalidOption('`auth.bearer` must be printable ASCII without blanks or line breaks, and not empty.');
  }
  return {
    kind: 'token',
    fromHeader: (authorization) => /^bearer +(.+)$/i.exec(authorization ?? '')?.[1] ?? null,
    fromForm: (form) => field(form, 'token'),
    areRight: matcher(tokens),
    challenge: 'Bearer realm="dashboard"',
  };
}

function ofPassword(username: string, password: string): Credentials {
  const isGiven = [username, password].every((part) => typeof part === 'string' && part !== '');
  if (!isGiven || username.includes(':')) {
    throw invalidOption('`auth` needs a `username` without colon and a `password`, or a `bearer` token.');
  }
  return {
    kind: 'password',
    fromHeader(authorization) {
      const encoded = /^basic +(.+)$/i.exec(authorization ?? '')?.[1];
      return encoded === undefined ? null : Buffer.from(encoded, 'base64').toString();
    },
    fromForm(form) {
      const [name, word] = [field(form, 'username'), field(form, 'password')];
      return name === null || word === null ? null : `${name}:${word}`;
    },
    areRight: matcher([`${username}:${password}`]),
    challenge: 'Basic realm="dashboard", charset="UTF-8"',
  };
}

function field(form: unknown, name: string): string | null {
  const value = typeof form === 'object' && form !== null ? (form as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}

function matcher(accepted: readonly string[]): (given: string) => boolean {
  const digests = accepted.map(digest);
  // All are compared, and by digest: neither the length nor the place of a match shows in the time it takes.
  return (given) => digests.map((expected) => timingSafeEqual(expected, digest(given))).includes(true);
}

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
