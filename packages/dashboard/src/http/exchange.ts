import { SentinelError } from '@llm-sentinel/core';

/** A request as both kinds of server give it: Node's, and the web's `Request`. */
export interface HttpRequest {
  readonly method: string;
  /** Below the address of the page; begins with `/`. */
  readonly path: string;
  /** The page was asked for without the slash at its end, so that what it names would be looked for beside it. */
  readonly lacksSlash: boolean;
  readonly query: URLSearchParams;
  /** By its name in small letters. */
  header(name: string): string | undefined;
  readonly clientAddress: string;
  readonly isSecure: boolean;
  /** What came in JSON. @throws SentinelError INVALID_INPUT when it is none, or is larger than `maxBytes`. */
  json(maxBytes: number): Promise<unknown>;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Instead of a body: is given where to write, and returns what to do when the client has gone. */
  readonly stream?: (sink: StreamSink) => () => void;
}

/** Where a stream writes to one client. */
export interface StreamSink {
  /** False when the client does not keep up: write no more until `onRoom` calls. */
  write(chunk: Uint8Array): boolean;
  /** Called whenever a client that did not keep up can take more. */
  onRoom(callback: () => void): void;
  end(): void;
}

const CODES: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  421: 'MISDIRECTED',
  429: 'TOO_MANY_ATTEMPTS',
  500: 'FAILED',
  503: 'UNAVAILABLE',
};

export function jsonReply(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): HttpReply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: toJson(value) };
}

export function errorReply(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, unknown>> = {},
): HttpReply {
  return jsonReply({ error: { code: CODES[status] ?? 'FAILED', message, ...more } }, status, headers);
}

/** What a route throws to be answered with a status of its own. */
export function refused(status: number, message: string): SentinelError {
  return new SentinelError('INVALID_INPUT', `[@llm-sentinel/dashboard] ${message}`, { details: { status } });
}

/** JSON that is harmless also where somebody pastes it into a page: no tag and no line of script can end in it. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused(400, 'The body must be JSON.');
  }
}
