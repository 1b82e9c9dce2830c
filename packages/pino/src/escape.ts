// Cc: C0 and C1 controls, which move the cursor or start a new line in a terminal or a log viewer. Bidi_Control and
// U+2028/9: what is shown is not what is there. Cs: lone surrogates, which many JSON parsers reject. ASVS 5.0, 16.4.1.
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\p{Cs}]/gu;

/** Makes a string from outside fit for a log: characters that deceive are shown as `\u202e`, and the end is cut off. */
export function escapeForLog(value: string, maxLength: number): string {
  // Cutting first bounds the work; half of a pair that the cut leaves behind is then escaped like any lone surrogate.
  const cut = value.length > maxLength ? `${value.slice(0, maxLength)}…` : value;
  return cut.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
