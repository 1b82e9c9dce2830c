import { Problem } from '../server/problem.js';

export const INPUT_TYPES = ['text/plain', 'application/x-ndjson'] as const;
export type InputType = (typeof INPUT_TYPES)[number];

/** A piece of a text in NDJSON. */
interface Piece {
  readonly text: string;
}

/** No piece of a model's answer is longer. */
const MAX_LINE_CHARS = 1_048_576;

/**
 * The text of a streamed body, piece by piece. A character whose bytes come in two chunks is put together.
 *
 * @throws Problem payload_too_large, or invalid_request for a line that is no piece.
 */
export async function* textPieces(
  body: AsyncIterable<Buffer>,
  type: InputType,
  maxBytes: number,
): AsyncGenerator<string> {
  const text = decoded(body, maxBytes);
  yield* type === 'text/plain' ? text : piecesOf(text);
}

async function* decoded(body: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Problem('payload_too_large', `A stream may have ${maxBytes} bytes.`);
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

async function* piecesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const part of text) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() as string;
    if (rest.length > MAX_LINE_CHARS) throw notAPiece();
    for (const line of lines) if (line.trim() !== '') yield pieceOf(line).text;
  }
  if (rest.trim() !== '') yield pieceOf(rest).text;
}

function pieceOf(line: string): Piece {
  try {
    const piece: unknown = JSON.parse(line);
    if (typeof (piece as Piece | null)?.text === 'string') return piece as Piece;
  } catch {
    // Told below.
  }
  throw notAPiece();
}

function notAPiece(): Problem {
  return new Problem('invalid_request', 'Each line must be {"text": "…"}.');
}
