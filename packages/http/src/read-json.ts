import { limitOf } from './check.js';
import { refusal } from './refusal.js';

/** How large a body may be. */
export interface ReadJsonOptions {
  /** Bytes of a body at most, compressed ones aside: what runs before us unpacks. A larger one is answered with 413. @default 131_072 */
  readonly maxBytes?: number;
}

/**
 * Reads the body of a web-standard request, no more of it than allowed.
 *
 * @throws SentinelError INVALID_INPUT, which `problemOf` answers with 415 for another media type (a form of another site can send
 * only those), 413 for too many bytes, and 400 for what is not JSON in UTF-8.
 */
export async function readJson(request: Request, options: ReadJsonOptions = {}): Promise<unknown> {
  const maxBytes = limitOf('maxBytes', options.maxBytes, 131_072);
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json$/.test(mediaType)) throw refusal('The body must be application/json.', 415);
  const bytes = await readBytes(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refusal('The body must be JSON in UTF-8.');
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => refusal(`The body must have at most ${maxBytes} bytes.`, 413);
  // What it says of its length saves the work; what arrives is counted nevertheless.
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader !== undefined) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > maxBytes) {
      // Its failure would hide ours.
      await reader.cancel().catch(() => {});
      throw tooLarge();
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
