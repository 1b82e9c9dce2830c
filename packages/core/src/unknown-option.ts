/** What is wrong with the first key that is not known, with the one it looks like; undefined when all are known. */
export function unknownOption(options: object, known: readonly string[], prefix = ''): string | undefined {
  const key = Object.keys(options).find((name) => !known.includes(name));
  if (key === undefined) return undefined;
  const meant = known.find((name) => looksLike(name, key));
  const hint = meant === undefined ? `Known options: ${known.join(', ')}.` : `Did you mean \`${prefix}${meant}\`?`;
  return `Unknown option \`${prefix}${key.slice(0, 60)}\`. ${hint}`;
}

/** The same letters but for case and two edits: enough for slips of the finger. */
function looksLike(name: string, key: string): boolean {
  const [a, b] = [name.toLowerCase(), key.toLowerCase()];
  if (Math.abs(a.length - b.length) > 2) return false;
  // Levenshtein distance, one row at a time.
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, substituted));
    }
    row = next;
  }
  return (row[b.length] as number) <= 2;
}
