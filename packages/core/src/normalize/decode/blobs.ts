// Encodings that turn a whole stretch of text into one long token: base64, base32, hexadecimal.
import type { Decoding } from '../../result.js';
import { isText, textOfBytes } from './utf8.js';

/** A stretch of the source and what it decodes to. */
export interface Blob {
  readonly decoding: Decoding;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Twelve bytes: shorter ones can't hold an instruction and would make every identifier a candidate. */
const MIN_CHARS = 16;

const NOT_IN_ALPHABET = 255;
const base64Value = alphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
base64Value[0x2d] = 62; // - and _ : the URL-safe alphabet
base64Value[0x5f] = 63;
const base32Value = alphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
const hexValue = alphabet('0123456789abcdef');
for (let digit = 10; digit < 16; digit++) hexValue[55 + digit] = digit;

function alphabet(characters: string): Uint8Array {
  const values = new Uint8Array(128).fill(NOT_IN_ALPHABET);
  for (let i = 0; i < characters.length; i++) values[characters.charCodeAt(i)] = i;
  return values;
}

/**
 * Finds encoded text inside `text[start, end)`, which is ASCII without white space, and adds it to `into`. Ordinary words, paths and
 * hashes are turned away after their first 24 characters. Answers where it stopped: past `end` when a blob goes on over line breaks.
 */
export function findBlobs(text: string, start: number, end: number, into: Blob[]): number {
  let i = start;
  while (i < end) {
    if (base64Value[text.charCodeAt(i)] === NOT_IN_ALPHABET) {
      i++;
      continue;
    }
    let stop = i;
    let unlikeAWord = false;
    for (; stop < end; stop++) {
      const unit = text.charCodeAt(stop);
      if (base64Value[unit] === NOT_IN_ALPHABET) break;
      if (unit < 91 && unit !== 45 && unit !== 47) unlikeAWord = true;
    }
    // Sixteen characters of encoded text without a capital or a digit are one in a million.
    if (stop - i >= MIN_CHARS && unlikeAWord) {
      const wrapped = stop === end ? endOfWrapped(text, i, stop) : stop;
      const blob = decodeRun(text, i, wrapped);
      if (blob !== null) {
        into.push(blob);
        stop = wrapped;
      } else if (wrapped !== stop) {
        // Only looked like one that goes on.
        const first = decodeRun(text, i, stop);
        if (first !== null) into.push(first);
      } else {
        findInPath(text, i, stop, into);
      }
    }
    i = stop;
  }
  return i;
}

/** MIME and PEM wrap base64 at 64 or 76 columns: the blob goes on in the next lines as long as these hold nothing else. */
function endOfWrapped(text: string, start: number, end: number): number {
  const width = end - start;
  if (width < 40) return end;
  let stop = end;
  for (;;) {
    let next = stop;
    if (text.charCodeAt(next) === 13) next++;
    if (text.charCodeAt(next) !== 10) return stop;
    const lineStart = ++next;
    while (next < text.length && base64Value[text.charCodeAt(next)] !== NOT_IN_ALPHABET && text.charCodeAt(next) < 128)
      next++;
    if (next === lineStart || next - lineStart > width) return stop;
    stop = next;
    if (next - lineStart < width) return stop;
  }
}

/** A URL path or an identifier joins parts with / - _ that are also base64 characters; one of the parts may be the blob. */
function findInPath(text: string, start: number, end: number, into: Blob[]): void {
  let partStart = start;
  for (let i = start; i <= end; i++) {
    const unit = i === end ? 47 : text.charCodeAt(i);
    if (unit !== 47 && unit !== 45 && unit !== 95) continue;
    if (i - partStart >= MIN_CHARS && (partStart !== start || i !== end)) {
      const blob = decodeRun(text, partStart, i);
      if (blob !== null) into.push(blob);
    }
    partStart = i + 1;
  }
}

function decodeRun(text: string, start: number, end: number): Blob | null {
  return (
    decodeAs('hex', 4, hexValue, text, start, end) ??
    decodeAs('base32', 5, base32Value, text, start, end) ??
    decodeAs('base64', 6, base64Value, text, start, end)
  );
}

const PROBE_CHARS = 24;

function decodeAs(
  decoding: Decoding,
  bits: number,
  values: Uint8Array,
  text: string,
  start: number,
  end: number,
): Blob | null {
  const probe = bytesOf(bits, values, text, start, Math.min(end, start + PROBE_CHARS));
  if (probe === null || !isText(completePrefix(probe))) return null;
  const bytes = end - start <= PROBE_CHARS ? probe : bytesOf(bits, values, text, start, end);
  const decoded = bytes === null ? null : textOfBytes(bytes);
  return decoded === null ? null : { decoding, text: decoded, start, end };
}

/** Without the last UTF-8 sequence of several bytes, which the probe may have cut off. */
function completePrefix(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && ((bytes[end - 1] as number) & 0xc0) === 0x80) end--;
  if (end > 0 && (bytes[end - 1] as number) >= 0xc0) end--;
  return bytes.subarray(0, end);
}

/** The bytes that `text[start, end)` spells with `bits` bits a character, line breaks left out; null at a foreign character. */
function bytesOf(bits: number, values: Uint8Array, text: string, start: number, end: number): Uint8Array | null {
  const bytes = new Uint8Array(((end - start) * bits) >> 3);
  let length = 0;
  let buffer = 0;
  let held = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13) continue;
    const value = values[unit] as number;
    if (value === NOT_IN_ALPHABET) return null;
    buffer = ((buffer << bits) | value) & 0xffff;
    held += bits;
    if (held >= 8) {
      held -= 8;
      bytes[length++] = (buffer >> held) & 255;
    }
  }
  return length === bytes.length ? bytes : bytes.subarray(0, length);
}
