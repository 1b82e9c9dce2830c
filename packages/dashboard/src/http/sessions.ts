import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { invalidOption } from '../check.js';

/** Browsers that have logged in: each has a signed cookie, and nothing is kept for it here but that it logged out. */
export interface Sessions {
  /** Value for `Set-Cookie`. */
  begin(isSecure: boolean): string;
  /** When the session of a `Cookie` header ends, in milliseconds since the epoch; null when there is none. */
  expiryOf(cookies: string | undefined): number | null;
  /** Ends the session of a `Cookie` header. Returns the `Set-Cookie` that makes the browser forget it. */
  end(cookies: string | undefined, isSecure: boolean): string;
}

const MIN_KEY_BYTES = 32;
/** Logins that ended before their time and are remembered as such. */
const MAX_ENDED = 10_000;

/**
 * Without a key of its own each process makes one: a login is good for that process, until it ends.
 *
 * @throws SentinelError INVALID_OPTION for a key that is too short.
 */
export function createSessions(now: () => number, ttlMs: number, key?: string | Uint8Array): Sessions {
  const given = typeof key === 'string' ? Buffer.from(key) : key;
  if (given !== undefined && !(given instanceof Uint8Array && given.byteLength >= MIN_KEY_BYTES)) {
    throw invalidOption(`\`sessionKey\` must have at least ${MIN_KEY_BYTES} bytes.`);
  }
  let own: { readonly secret: Uint8Array; readonly name: string } | undefined;
  const ended = new LRUCache<string, true>({ max: MAX_ENDED });

  /** Made when it is first needed. */
  function keys() {
    if (own !== undefined) return own;
    const secret = given ?? randomBytes(32);
    // Browsers keep no cookies apart by port: two dashboards of one machine would log each other out.
    const digest = createHash('sha256').update('cookie name').update(secret).digest('hex');
    own = { secret, name: `llm-sentinel-${digest.slice(0, 8)}` };
    return own;
  }

  const sign = (payload: string) => createHmac('sha256', keys().secret).update(payload).digest();

  function payloadOf(cookies: string | undefined): string | null {
    const { name } = keys();
    const value = (cookies ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1);
    const [expiry, nonce, signature] = value?.split('.') ?? [];
    if (expiry === undefined || nonce === undefined || signature === undefined) return null;
    const payload = `${expiry}.${nonce}`;
    const claimed = Buffer.from(signature, 'base64url');
    const expected = sign(payload);
    return claimed.length === expected.length && timingSafeEqual(claimed, expected) ? payload : null;
  }

  function cookie(value: string, maxAgeSeconds: number, isSecure: boolean): string {
    // Without a path: the browser takes the folder of the login's own address, also behind a proxy that has moved it.
    return `${keys().name}=${value}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  }

  return {
    begin(isSecure) {
      const payload = `${now() + ttlMs}.${randomBytes(16).toString('base64url')}`;
      return cookie(`${payload}.${sign(payload).toString('base64url')}`, Math.floor(ttlMs / 1_000), isSecure);
    },
    expiryOf(cookies) {
      const payload = payloadOf(cookies);
      if (payload === null || ended.has(payload)) return null;
      const expiry = Number(payload.split('.')[0]);
      return expiry > now() ? expiry : null;
    },
    end(cookies, isSecure) {
      const payload = payloadOf(cookies);
      if (payload !== null) ended.set(payload, true);
      return cookie('', 0, isSecure);
    },
  };
}
