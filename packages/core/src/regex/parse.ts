/** A JavaScript regular expression as a tree. `start` and `end` are offsets in its source. */
export type Node =
  /** Anything that matches one character: a literal, an escape, a class, the dot. */
  | { readonly type: 'character'; readonly source: string; readonly flags: string }
  /** `^`, `$`, `\b`, `\B`, or `^m` and `$m` in multiline mode. */
  | { readonly type: 'assertion'; readonly kind: string }
  | { readonly type: 'sequence' | 'choice'; readonly parts: readonly Node[] }
  | Repeat
  | Group
  | { readonly type: 'look'; readonly body: Node; readonly behind: boolean; readonly negative: boolean }
  | { readonly type: 'reference'; readonly to: number | string };

export interface Repeat {
  readonly type: 'repeat';
  readonly body: Node;
  readonly min: number;
  readonly max: number;
  readonly lazy: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Group {
  readonly type: 'group';
  readonly body: Node;
  readonly index: number;
  readonly name: string | undefined;
}

export interface Syntax {
  readonly root: Node;
  /** Capturing groups, inner ones before outer ones. */
  readonly groups: readonly Group[];
}

/** The pattern, or the work it takes to judge it, is beyond this check. */
export class Unsupported extends Error {
  readonly at: string;

  constructor(at: string) {
    super('This check can not judge the pattern');
    this.at = at;
  }
}

/** Groups inside groups. Keeps the recursion here and in the construction of the automaton off the stack's end. */
const MAX_DEPTH = 250;

const OPEN = /\((?:\?(?:<(?![=!])([^>]*)>|(<?[=!])|([ims]*)(?:-([ims]*))?:))?/y;
const ASSERTION = /\\[bB]|[$^]/y;
const REFERENCE = /\\(?:([1-9]\d*)|k<([^>]*)>)/y;
const QUANTIFIER = /([*+?])(\??)|\{(\d+)(?:(,)(\d*))?\}(\??)/y;
const UNICODE_CHARACTER = /\\(?:u\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|x..|c.|[pP]\{[^}]*\}|.)|./suy;
const LEGACY_CHARACTER = /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|[0-3][0-7]{0,2}|[4-7][0-7]?|[^c])|[^\\]/y;
/** What a `v` class may hold that matches more than one character. */
const STRINGS = /\\q\{|\\p\{(?:Basic_Emoji|Emoji_Keycap|RGI_)/;

/**
 * Parses a pattern that the engine has already accepted, so it only has to tell the parts apart: what the grammar
 * forbids cannot occur. Covers the whole language, modes `u` and `v` and the legacy syntax of neither (Annex B)
 * included, but not classes that match strings.
 */
export function parsePattern(source: string, flags: string): Syntax {
  const nestedClasses = flags.includes('v');
  const unicode = nestedClasses || flags.includes('u');
  const strings = nestedClasses && STRINGS.exec(source);
  if (strings) throw new Unsupported(strings[0]);

  // The engine knows how many groups there are. Its empty alternative comes first, so that this runs no part of the
  // pattern.
  const empty = new RegExp(`|${source}`, flags).exec('');
  const groupCount = (empty?.length ?? 1) - 1;
  const namedGroups = unicode || empty?.groups !== undefined;

  const groups: Group[] = [];
  let mode = flags.replace(/[dgy]/g, '');
  let opened = 0;
  let depth = 0;
  let at = 0;

  const take = (token: RegExp): RegExpExecArray | null => {
    token.lastIndex = at;
    const found = token.exec(source);
    if (found) at += found[0].length;
    return found;
  };

  const choice = (): Node => {
    const parts = [sequence()];
    while (source[at] === '|') {
      at++;
      parts.push(sequence());
    }
    return { type: 'choice', parts };
  };

  const sequence = (): Node => {
    const parts: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const start = at;
      parts.push(quantified(group() ?? assertion() ?? reference() ?? character(), start));
    }
    return { type: 'sequence', parts };
  };

  const quantified = (body: Node, start: number): Node => {
    const found = take(QUANTIFIER);
    if (!found) return body;
    const [, symbol, lazySymbol, low, comma, high, lazyBraces] = found;
    const min = symbol ? Number(symbol === '+') : Number(low);
    const max = symbol ? (symbol === '?' ? 1 : Infinity) : comma ? Number(high || Infinity) : min;
    return { type: 'repeat', body, min, max, lazy: Boolean(lazySymbol || lazyBraces), start, end: at };
  };

  const group = (): Node | undefined => {
    const found = take(OPEN);
    if (!found) return undefined;
    const [text, name, look, on, off] = found;
    const outerMode = mode;
    const index = text === '(' || name !== undefined ? ++opened : 0;
    for (const flag of `${on ?? ''}${off ?? ''}`) mode = mode.replace(flag, '');
    mode += on ?? '';

    if (++depth > MAX_DEPTH) throw new Unsupported(source.slice(at));
    const body = choice();
    depth--;
    at++;
    mode = outerMode;

    if (look) return { type: 'look', body, behind: look.length > 1, negative: look.endsWith('!') };
    if (!index) return body;
    const captured: Group = { type: 'group', body, index, name };
    groups.push(captured);
    return captured;
  };

  const assertion = (): Node | undefined => {
    const found = take(ASSERTION);
    if (!found) return undefined;
    const [kind] = found;
    return { type: 'assertion', kind: kind.length === 1 && mode.includes('m') ? `${kind}m` : kind };
  };

  const reference = (): Node | undefined => {
    const start = at;
    const found = take(REFERENCE);
    if (found) {
      const [, digits, name] = found;
      // Without the `u` flag `\8` is an 8, `\12` a line feed and `\k` a k, unless there are such groups.
      if (digits ? unicode || Number(digits) <= groupCount : namedGroups) {
        return { type: 'reference', to: digits ? Number(digits) : name! };
      }
      at = start;
    }
    return undefined;
  };

  const character = (): Node => {
    const start = at;
    if (source[at] === '[') skipClass();
    else if (!take(unicode ? UNICODE_CHARACTER : LEGACY_CHARACTER)) throw new Unsupported(source.slice(at));
    return { type: 'character', source: source.slice(start, at), flags: mode };
  };

  const skipClass = (): void => {
    let open = 0;
    do {
      const escaped = source[at] === '\\';
      if (!escaped && source[at] === '[' && (nestedClasses || open === 0)) open++;
      if (!escaped && source[at] === ']') open--;
      at += escaped ? 2 : 1;
    } while (open > 0);
  };

  return { root: choice(), groups };
}
