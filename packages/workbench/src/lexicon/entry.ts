/** The inflection classes of a language: endings by name. */
export type Inflections = ReadonlyMap<string, readonly string[]>;

/** More forms than this of one entry are a slip of the pen. */
const MAX_FORMS = 20_000;

/**
 * All rows of words that an entry stands for. In an entry `(a|b c)` are alternatives, `(a)?` may be left out, `stem+class` takes each
 * ending of an inflection class; a final `*` (any ending) stays as it is.
 *
 * @throws RangeError for an unknown inflection class, unbalanced brackets, or an entry with too many forms.
 */
export function expandEntry(entry: string, inflections: Inflections): string[] {
  const forms: string[] = [];
  for (const row of chooseAlternatives(entry)) {
    let rows = [''];
    for (const word of row.split(/\s+/)) {
      if (word === '') continue;
      rows = cross(rows, inflect(word, inflections), ' ');
    }
    for (const form of rows) if (form !== '') forms.push(form);
  }
  return [...new Set(forms)];
}

function chooseAlternatives(entry: string): string[] {
  let rows = [''];
  let rest = entry;
  for (let group = /\(([^()]*)\)(\?)?/.exec(rest); group !== null; group = /\(([^()]*)\)(\?)?/.exec(rest)) {
    const alternatives = (group[1] as string).split('|').map((words) => words.trim());
    if (group[2] === '?') alternatives.push('');
    rows = cross(cross(rows, [rest.slice(0, group.index)], ''), alternatives, '');
    rest = rest.slice(group.index + group[0].length);
  }
  if (/[()|]/.test(rest)) throw new RangeError(`Unbalanced brackets in the entry '${entry}'.`);
  return cross(rows, [rest], '');
}

function inflect(word: string, inflections: Inflections): readonly string[] {
  const plus = word.lastIndexOf('+');
  if (plus <= 0 || plus === word.length - 1) return [word];
  const endings = inflections.get(word.slice(plus + 1));
  if (endings === undefined) throw new RangeError(`No inflection class '${word.slice(plus + 1)}' for '${word}'.`);
  return endings.map((ending) => word.slice(0, plus) + ending);
}

function cross(left: readonly string[], right: readonly string[], between: string): string[] {
  if (left.length * right.length > MAX_FORMS) throw new RangeError(`More than ${MAX_FORMS} forms.`);
  return left.flatMap((a) => right.map((b) => (a === '' || between === '' ? a + b : a + between + b)));
}
