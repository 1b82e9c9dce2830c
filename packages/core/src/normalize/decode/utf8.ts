const decoder = new TextDecoder();

/** Bytes as UTF-8; what is not UTF-8 becomes U+FFFD. */
export function utf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** Bytes as text, or null when they are not: see `isText`. */
export function textOfBytes(bytes: Uint8Array): string | null {
  if (!isText(bytes)) return null;
  return decoder.decode(bytes.includes(0) ? withoutZeros(bytes) : bytes);
}

/**
 * True for valid UTF-8 (or UTF-16 with zero upper bytes, as PowerShell encodes), at most one byte in ten a control character, at
 * least one in four of a letter.
 */
export function isText(bytes: Uint8Array): boolean {
  let controls = 0;
  let zeros = 0;
  let letters = 0;
  let beyondAscii = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === 0) zeros++;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
    else if ((byte | 32) >= 97 && (byte | 32) <= 122) letters++;
    else if (byte >= 0x80) beyondAscii++;
  }
  if (controls * 10 > bytes.length || (letters + beyondAscii) * 4 < bytes.length) return false;
  const isUtf16 = zeros * 2 >= bytes.length - 1 && zeros * 2 <= bytes.length + 1;
  if (zeros > 0 && !isUtf16) return false;
  return beyondAscii === 0 || isUtf8(zeros > 0 ? withoutZeros(bytes) : bytes);
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte) => byte !== 0);
}

/** As a decoder that is `fatal` judges. One that throws takes ten times as long to say no, and no is what most tokens hear. */
function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i++] as number;
    if (lead < 0x80) continue;
    const size = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (lead < 0xc2 || lead > 0xf4 || i + size > bytes.length) return false;
    // Neither longer than need be, nor half a pair, nor beyond Unicode: the first byte behind the lead says so.
    const next = bytes[i] as number;
    if (next < (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80)) return false;
    if (next > (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf)) return false;
    for (const end = i + size; i < end; i++) if (((bytes[i] as number) & 0xc0) !== 0x80) return false;
  }
  return true;
}
