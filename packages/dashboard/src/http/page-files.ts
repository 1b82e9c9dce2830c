import { gunzipSync } from 'node:zlib';
import { pageFiles } from '../page-bundle.js';
import type { HttpReply, HttpRequest } from './exchange.js';
import { PAGE_HEADERS } from './security-headers.js';

/** A file of the page, as it is served. */
export interface PageFile {
  /** Below the page; the empty one is the page itself. */
  readonly name: string;
  readonly type: string;
  /** Compressed by gzip, in base64. */
  readonly gzip: string;
  /** Of its content, in quotes as in a header. */
  readonly etag: string;
}

interface Served extends Omit<PageFile, 'gzip'> {
  readonly content: Uint8Array;
  readonly gzip: Uint8Array;
}

const HASHED = /-[0-9a-f]{16}\./;

let files: Promise<ReadonlyMap<string, Served>> | undefined;

/** A file of the page, or undefined where the path is none. */
export async function pageReply(request: HttpRequest): Promise<HttpReply | undefined> {
  if (request.path.startsWith('/api/')) return undefined;
  files ??= load();
  const file = (await files).get(request.path.slice(1));
  if (file === undefined) return undefined;
  const headers = {
    ...PAGE_HEADERS,
    etag: file.etag,
    vary: 'accept-encoding',
    // What a hash names stays what it is; the page itself says which names are the newest.
    'cache-control': HASHED.test(file.name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (request.header('if-none-match') === file.etag) return { status: 304, headers };
  const isCompressed = /\bgzip\b/.test(request.header('accept-encoding') ?? '');
  return {
    status: 200,
    headers: { ...headers, 'content-type': file.type, ...(isCompressed && { 'content-encoding': 'gzip' }) },
    body: isCompressed ? file.gzip : file.content,
  };
}

async function load(): Promise<ReadonlyMap<string, Served>> {
  const served = (await pageFiles()).map((file): Served => {
    const gzip = Buffer.from(file.gzip, 'base64');
    return { ...file, gzip, content: gunzipSync(gzip) };
  });
  return new Map(served.map((file) => [file.name, file]));
}
