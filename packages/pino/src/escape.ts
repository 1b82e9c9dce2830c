// Cc: C0 and C1 controls, which move the cursor or start a new line in a terminal or a log viewer. Bidi_Control and
// U+2028/9: what is shown is not what is there. Cs: lone surrogates, which many JSON parsers reject. ASVS 5.0, 16.4.1.
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\p{Cs}]/gu;

// Printable ASCII without the two characters that JSON escapes: most names and ids are nothing else.
const PLAIN = /^[ !#-[\]-~]*$/;

/** Names that are remembered in their quoted form. Rules and engines are some hundreds; custom names may be more. */
export const MAX_REMEMBERED = 2_000;

/** Makes a string from outside fit for a log: characters that deceive are shown as `\u202e`, and the end is cut off. */
export function escapeForLog(value: string, maxLength: number): string {
  // Cutting first bounds the work; half of a pair that the cut leaves behind is then escaped like any lone surrogate.
  const cut = value.length > maxLength ? `${value.slice(0, maxLength)}…` : value;
  return cut.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A string from outside as a JSON string: escaped, and cut off after `maxLength` characters. */
export function quote(value: string, maxLength: number): string {
  if (value.length <= maxLength && PLAIN.test(value)) return `"${value}"`;
  return JSON.stringify(escapeForLog(value, maxLength));
}

/**
 * `quote` for names that come back, such as rule ids: most scans are logged while the code and data of quoting are out
 * of the processor's caches, and one look-up is then several times faster than quoting again.
 */
export function createNameQuoter(maxLength: number): (name: string) => string {
  const remembered = new Map<string, string>();
  return (name) => {
    const known = remembered.get(name);
    if (known !== undefined) return known;
    const quoted = quote(name, maxLength);
    // Names are few, unless an engine makes them up; then it is not worth to know which was used last.
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    if (name.length <= maxLength) remembered.set(name, quoted);
    return quoted;
  };
}
