/** Text of base 64 in either alphabet, padded or not; empty when it is none. */
export function decodeBase64Url(encoded: string): string {
  try {
    return atob(encoded.replace(/-/g, '+').replace(/_/g, '/'));
  } catch {
    return '';
  }
}

/** True when the first part decodes to a JSON object with `alg`, which every token has (RFC 7515, 7516). */
export function hasJwtHeader(token: string): boolean {
  try {
    const header: unknown = JSON.parse(decodeBase64Url(token.slice(0, token.indexOf('.'))));
    return typeof header === 'object' && header !== null && 'alg' in header;
  } catch {
    return false;
  }
}
