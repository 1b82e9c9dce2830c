/** What an address is used for: only a public one can lead to a person. */
type AddressKind = 'public' | 'private' | 'reserved';

/** Kind of a dotted IPv4 address (IANA special-purpose registry, RFC 6890); null when it is none. */
export function ipv4Kind(text: string): AddressKind | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return null;
  const [a = 0, b = 0, c = 0, d = 0] = parts.map(Number);
  if (a === 0 || a === 127 || a >= 224) return 'reserved';
  if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return 'private';
  if ((a === 169 && b === 254) || (a === 100 && b >= 64 && b < 128)) return 'private';
  // Documentation (TEST-NET-1 to 3) and benchmarks.
  if ((a === 192 && b === 0 && (c === 0 || c === 2)) || (a === 198 && b === 51 && c === 100)) return 'private';
  if ((a === 203 && b === 0 && c === 113) || (a === 198 && (b === 18 || b === 19))) return 'private';
  // A network's own address is nobody's.
  return d === 0 && c === 0 ? 'reserved' : 'public';
}

/** Kind of an IPv6 address; null when it is none. */
export function ipv6Kind(text: string): AddressKind | null {
  const groups = expandIpv6(text);
  if (groups === null) return null;
  const [first = 0, second = 0] = groups;
  if (groups.slice(0, 7).every((group) => group === 0)) return 'reserved';
  if ((first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80) return 'private';
  if (first === 0x2001 && second === 0xdb8) return 'private';
  return first >= 0xff00 ? 'reserved' : 'public';
}

function expandIpv6(text: string): number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...new Array<string>(missing).fill('0'), ...tail];
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null;
}
