import type { CharactersOf } from './alphabet.js';
import { type Node, type Repeat, type Syntax, Unsupported } from './parse.js';

/** A repetition that became a cycle of the automaton. */
export interface Loop {
  readonly start: number;
  readonly end: number;
  /** The most characters it can consume. */
  readonly span: number;
}

/**
 * The position automaton (Glushkov 1961): a state for each character of the pattern, entered by reading that
 * character, and no empty moves. State 0 is the start of an attempt.
 */
export interface Nfa {
  /** What a state reads when it is entered. */
  readonly sets: readonly bigint[];
  /** States that may follow, and whether there is one way to get there or (2) more. */
  readonly next: readonly ReadonlyMap<number, number>[];
  /** The outermost loop around a state. */
  readonly loops: readonly (Loop | undefined)[];
  /** States from which the attempt succeeds whatever follows. */
  readonly settled: ReadonlySet<number>;
}

/**
 * Kinds of characters as bits: 1 the edge of the text, 2 a line terminator, 4 a word character, 8 another one. A gap
 * is a set of places between characters: four such bits for what stands after, for each kind that may stand before. So
 * `\b` and `^` inside a loop close the ways that the engine can't take either.
 */
type Gap = number;

const ANYWHERE: Gap = 0xffff;
/** One more bit for what passes for certain, which a way beside a lookaround or a back-reference may not. */
const ALWAYS: Gap = 0x1ffff;

const GAPS: Readonly<Record<string, Gap>> = {
  '^': 0x000f,
  '^m': 0x00ff,
  $: 0x1111,
  $m: 0x3333,
  '\\b': 0x4b44,
  '\\B': 0xb4bb,
};

/** A way into, out of or (without a state) past a part of the pattern, and the gap it has to pass. */
interface Way {
  readonly state: number;
  readonly gap: Gap;
}

interface Fragment {
  readonly empty: readonly Way[];
  readonly first: readonly Way[];
  readonly last: readonly Way[];
  /** The most characters it can match. */
  readonly length: number;
}

const past = (gap: Gap): Fragment => ({ empty: [{ state: 0, gap }], first: [], last: [], length: 0 });
const NOTHING = past(ALWAYS);
const PERHAPS_NOTHING = past(ANYWHERE);

/** States that copies of one repeated part may add. Allows for a SHA-512 in hexadecimal digits. */
const MAX_COPIED = 128;
/** Optional copies that are better tried than taken for a loop, as in `\d{1,4}`. */
const FEW = 3;

/**
 * Every path of the backtracking engine through a text is a path of this automaton, and different paths stay
 * different; some paths are the automaton's alone. Where it is not exact:
 *
 * - `x{2,50}` becomes two copies and a loop with a `span`, unless the optional copies are few.
 * - A lookahead is a side branch that leads nowhere: it costs, and then the path goes on as if it were not there.
 * - A lookbehind is such a branch over any characters, since it reads a text that the path has left behind.
 * - A back-reference matches whatever the characters of its group do, wherever they stand, or nothing. One inside the
 *   group of another is not supported.
 */
export function buildNfa({ root, groups }: Syntax, charactersOf: CharactersOf, spend: (work: number) => void): Nfa {
  const sets = [0n];
  const next = [new Map<number, number>()];
  const loops: (Loop | undefined)[] = [undefined];
  const kinds = [0b1111];
  const newlines = charactersOf('[\\n\\r\\u2028\\u2029]', '');
  let insideLookbehind = false;
  let insideReference = false;

  const build = (node: Node): Fragment => {
    switch (node.type) {
      case 'character':
        return character(node.source, node.flags);
      case 'assertion':
        return insideLookbehind || insideReference ? PERHAPS_NOTHING : past(GAPS[node.kind]!);
      case 'sequence':
        return node.parts.map(build).reduce(join, NOTHING);
      case 'choice':
        return either(node.parts.map(build));
      case 'repeat':
        return repeat(node);
      case 'group':
        return build(node.body);
      case 'look':
        return look(node.body, node.behind);
      case 'reference':
        return reference(node.to);
    }
  };

  const character = (source: string, flags: string): Fragment => {
    spend(1);
    const set = charactersOf(insideLookbehind ? '[^]' : source, flags);
    const words = charactersOf('\\w', flags);
    kinds.push((set & newlines ? 2 : 0) | (set & words ? 4 : 0) | (set & ~(newlines | words) ? 8 : 0));
    next.push(new Map());
    loops.push(undefined);
    const way = [{ state: sets.push(set) - 1, gap: ALWAYS }];
    return { empty: [], first: way, last: way, length: 1 };
  };

  const link = (last: readonly Way[], first: readonly Way[]): void => {
    spend(last.length * first.length);
    for (const from of last) {
      const targets = next[from.state]!;
      const kind = kinds[from.state]!;
      const before = (kind & 1 && 0xf) | (kind & 2 && 0xf0) | (kind & 4 && 0xf00) | (kind & 8 && 0xf000);
      for (const to of first) {
        const open = from.gap & to.gap & before & (kinds[to.state]! * 0x1111);
        if (open) targets.set(to.state, targets.has(to.state) ? 2 : 1);
      }
    }
  };

  const join = (left: Fragment, right: Fragment): Fragment => {
    link(left.last, right.first);
    return {
      empty: beyond(left.empty, right.empty),
      first: left.first.concat(beyond(left.empty, right.first)),
      last: right.last.concat(beyond(right.empty, left.last)),
      length: left.length + right.length,
    };
  };

  const repeat = ({ body, min, max, start, end }: Repeat): Fragment => {
    const firstState = sets.length;
    let built: Fragment | undefined = build(body);
    const { empty, length } = built;
    const size = sets.length - firstState;
    const copy = (): Fragment => {
      const fragment = built ?? build(body);
      built = undefined;
      return fragment;
    };
    const cycle = (fragment: Fragment, times: number): Fragment => {
      const span = length && length * times;
      link(fragment.last, fragment.first);
      // A loop in a lookahead may span more than the one around it, which counts only what is consumed.
      for (let state = firstState; state < sets.length; state++) {
        if ((loops[state]?.span ?? 0) <= span) loops[state] = { start, end, span };
      }
      return { ...fragment, length: span };
    };

    const nullable = empty.length > 0;
    // Required iterations that may be empty can be so in very many orders.
    const required = min * size > (nullable ? MAX_COPIED / 8 : MAX_COPIED) ? 0 : min;
    // An iteration that consumes something can be the last required one and the loop in one.
    const endless = max === Infinity && required > 0 && !nullable;
    let whole = NOTHING;
    for (let made = 1; made <= required; made++) {
      whole = join(whole, endless && made === required ? cycle(copy(), max) : copy());
    }
    if (endless) return whole;

    // Beyond the required ones the engine rejects an iteration that matches nothing.
    const optional = (): Fragment => ({ ...copy(), empty: [] });
    const more = max - required;
    let rest = NOTHING;
    // Copies also of parts of any length: a loop over them would count as endless, even if it runs only a few times.
    if (more <= FEW || (length === Infinity && more * size <= MAX_COPIED)) {
      for (let made = 0; made < more; made++) rest = either([NOTHING, join(optional(), rest)]);
    } else {
      const loop = cycle(optional(), more);
      if (required < min && nullable) link(loop.last, loop.first);
      rest = either([NOTHING, loop]);
    }
    return join(whole, rest);
  };

  const look = (body: Node, behind: boolean): Fragment => {
    if (insideReference) return PERHAPS_NOTHING;
    const outside = insideLookbehind;
    insideLookbehind ||= behind;
    const { first } = build(body);
    insideLookbehind = outside;
    return { ...PERHAPS_NOTHING, first };
  };

  const reference = (to: number | string): Fragment => {
    const bodies = groups.filter(({ index, name }) => index === to || name === to);
    if (insideReference || bodies.length === 0) throw new Unsupported(`\\${to}`);
    insideReference = true;
    const copies = bodies.map(build);
    insideReference = false;
    return either([PERHAPS_NOTHING, ...copies]);
  };

  const { empty, first, last } = build(root);
  link([{ state: 0, gap: ALWAYS }], first);
  const settled = new Set([...empty, ...last].filter(({ gap }) => gap === ALWAYS).map(({ state }) => state));
  return { sets, next, loops, settled };
}

function either(parts: readonly Fragment[]): Fragment {
  return {
    empty: atMostTwice(parts.flatMap(({ empty }) => empty)),
    first: parts.flatMap(({ first }) => first),
    last: parts.flatMap(({ last }) => last),
    length: Math.max(...parts.map(({ length }) => length)),
  };
}

/** Ways as seen from the far side of a part that can be passed in these ways. */
function beyond(empty: readonly Way[], ways: readonly Way[]): readonly Way[] {
  return atMostTwice(empty.flatMap((way) => ways.map(({ state, gap }) => ({ state, gap: gap & way.gap }))));
}

/** Two ways to the same are enough to call it ambiguous; to keep them all would take exponential space. */
function atMostTwice(ways: readonly Way[]): readonly Way[] {
  const counts = new Map<number, number>();
  return ways.filter(({ state, gap }) => {
    const key = state * 2 * ALWAYS + gap;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts.get(key)! <= 2;
  });
}
