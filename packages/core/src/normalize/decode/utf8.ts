const lenient = new TextDecoder();
const strict = new TextDecoder('utf-8', { fatal: true });

/** Bytes as UTF-8; what is not UTF-8 becomes U+FFFD. */
export function utf8(bytes: Uint8Array): string {
  // One letter is what most escapes spell, and a call of the decoder costs as much as fifty of these.
  if (bytes.length === 1 && (bytes[0] as number) < 0x80) return String.fromCharCode(bytes[0] as number);
  return lenient.decode(bytes);
}

/**
 * Bytes as text, or null when they are not: valid UTF-8 (or UTF-16 with zero upper bytes, as PowerShell encodes), at most one
 * byte in ten a control character, at least one in four of a letter.
 */
export function textOfBytes(bytes: Uint8Array): string | null {
  let controls = 0;
  let zeros = 0;
  let letters = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === 0) zeros++;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
    else if ((byte | 32) >= 97 && (byte | 32) <= 122) letters++;
    else if (byte >= 0x80) letters++;
  }
  if (controls * 10 > bytes.length || letters * 4 < bytes.length) return null;
  const isUtf16 = zeros * 2 >= bytes.length - 1 && zeros * 2 <= bytes.length + 1;
  if (zeros > 0 && !isUtf16) return null;
  try {
    return strict.decode(isUtf16 ? bytes.filter((byte) => byte !== 0) : bytes);
  } catch {
    return null;
  }
}
