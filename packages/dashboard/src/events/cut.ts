/**
 * The first characters of a text, not more than `max` of them, and not half of one. What is cut is copied: a part of a string keeps all
 * of it in memory.
 */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : copy(text.slice(0, wholeCharacter(text, max)));
}

export function copy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** The index, or the one before where that is between the halves of a surrogate pair. */
export function wholeCharacter(text: string, index: number): number {
  const isInside =
    index > 0 &&
    index < text.length &&
    /[\ud800-\udbff]/.test(text[index - 1]!) &&
    /[\udc00-\udfff]/.test(text[index]!);
  return isInside ? index - 1 : index;
}
