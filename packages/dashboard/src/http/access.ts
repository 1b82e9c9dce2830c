import type { Credentials, LoginKind } from './credentials.js';
import { errorReply, type HttpReply, type HttpRequest, jsonReply, refused } from './exchange.js';
import type { GuessLimit } from './guess-limit.js';
import { isKnownHost, isSameOrigin } from './origin.js';
import type { Sessions } from './sessions.js';

export interface AccessOptions {
  readonly credentials: Credentials;
  readonly sessions: Sessions;
  readonly guesses: GuessLimit;
  /** Names in lower case. */
  readonly allowedHosts: readonly string[];
  readonly allowedOrigins: readonly string[];
}

/** Who may do what. */
export interface Access {
  /** Null when the request was made to a host of ours. */
  refuseHost(request: HttpRequest): HttpReply | null;
  /** Lets in who has credentials or a login, until `endsAt`; or says why not. */
  enter(request: HttpRequest): { readonly endsAt: number } | { readonly reply: HttpReply };
  /** @throws SentinelError INVALID_INPUT for a request that another site may have made the browser send. */
  requireSameOrigin(request: HttpRequest): void;
  login(request: HttpRequest, maxBytes: number): Promise<HttpReply>;
  logout(request: HttpRequest): HttpReply;
}

export function createAccess(options: AccessOptions): Access {
  const { credentials, sessions, guesses, allowedHosts, allowedOrigins } = options;
  const isOpen = credentials.kind === 'none';

  function requireSameOrigin(request: HttpRequest): void {
    const hasCookie = request.header('cookie') !== undefined && request.header('authorization') === undefined;
    if (!isSameOrigin(request, hasCookie, allowedOrigins)) throw refused(403, 'This must come from the page itself.');
    // A form of another site can send anything but JSON.
    if (request.method !== 'DELETE' && !/^application\/json\b/i.test(request.header('content-type') ?? '')) {
      throw refused(415, 'The body must be sent as application/json.');
    }
  }

  return {
    refuseHost(request) {
      if (isKnownHost(request.header('host'), isOpen, allowedHosts)) return null;
      return errorReply(421, 'This host is not known here: name it in `allowedHosts`.');
    },
    enter(request) {
      if (isOpen) return { endsAt: Number.POSITIVE_INFINITY };
      const endsAt = sessions.expiryOf(request.header('cookie'));
      if (endsAt !== null) return { endsAt };
      const given = credentials.fromHeader(request.header('authorization'));
      if (given === null) return { reply: unauthenticated(request, credentials) };
      const wait = guesses.waitMs(request.clientAddress);
      if (wait > 0) return { reply: tooMany(wait) };
      if (credentials.areRight(given)) return { endsAt: Number.POSITIVE_INFINITY };
      guesses.failed(request.clientAddress, given);
      return { reply: unauthenticated(request, credentials) };
    },
    requireSameOrigin,
    async login(request, maxBytes) {
      if (request.method !== 'POST') return errorReply(405, 'This address takes POST.', { allow: 'POST' });
      requireSameOrigin(request);
      if (isOpen) return jsonReply({});
      const wait = guesses.waitMs(request.clientAddress);
      if (wait > 0) return tooMany(wait);
      const given = credentials.fromForm(await request.json(maxBytes));
      if (given === null) {
        const fields = credentials.kind === 'token' ? '`token`' : '`username` and `password`';
        return errorReply(400, `A login needs ${fields}.`);
      }
      if (!credentials.areRight(given)) {
        guesses.failed(request.clientAddress, given);
        return errorReply(401, 'That is not right.', {}, loginHint(credentials.kind));
      }
      guesses.succeeded(request.clientAddress);
      return jsonReply({}, 200, { 'set-cookie': sessions.begin(request.isSecure) });
    },
    logout(request) {
      if (request.method !== 'POST') return errorReply(405, 'This address takes POST.', { allow: 'POST' });
      requireSameOrigin(request);
      return jsonReply({}, 200, { 'set-cookie': sessions.end(request.header('cookie'), request.isSecure) });
    },
  };
}

function unauthenticated(request: HttpRequest, { kind, challenge }: Credentials): HttpReply {
  // A browser would open a dialogue of its own over the page's form. All of them begin their names like this.
  const isBrowser = /^mozilla\//i.test(request.header('user-agent') ?? '');
  return errorReply(401, 'Log in first.', isBrowser ? {} : { 'www-authenticate': challenge }, loginHint(kind));
}

function loginHint(login: LoginKind) {
  return { login };
}

function tooMany(waitMs: number): HttpReply {
  return errorReply(429, 'Too many wrong logins from this address: wait a little.', {
    'retry-after': String(Math.ceil(waitMs / 1_000)),
  });
}
