import { type Checker, type OpenApiDocument, responseChecker } from './openapi.js';
import type { TestService } from './test-service.js';

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; an empty object when it is none. */
  readonly body: Body;
}

export interface CallOptions {
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is when it is a text. */
  readonly body?: unknown;
}

export interface Client {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  call<Body = any>(method: string, path: string, options?: CallOptions): Promise<Answer<Body>>;
  readonly document: OpenApiDocument;
  readonly checker: Checker;
}

/** Calls a service, and holds every answer against the document that the service itself serves. */
export async function createClient({ url }: TestService): Promise<Client> {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApiDocument;
  const checker = responseChecker(document);
  return {
    document,
    checker,
    async call(method, path, { key, headers = {}, body } = {}) {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
          ...(body !== undefined && typeof body !== 'string' && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      checker.check(method, path.split('?', 1)[0] as string, response, text);
      return { status: response.status, headers: response.headers, text, body: parsed(text) };
    },
  };
}

function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
