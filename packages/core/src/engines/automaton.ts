/**
 * A keyword automaton (Aho & Corasick 1975) as a table: one look-up per character says where all keywords end, whatever their
 * number. Rows have 256 columns: an ASCII unit is its own column; another unit that occurs in a keyword takes two steps, its
 * index's upper six bits in columns 128..191 and the lower six in 192..255. So every step is the same shift, or and load.
 */
export interface Automaton {
  /** `table[(state & STATE) << 8 | column]`: the next state, with `ACCEPT` set when keywords end there. */
  readonly table: Uint16Array | Uint32Array;
  readonly STATE: number;
  readonly ACCEPT: number;
  /** Index + 1 of each non-ASCII unit that occurs in a keyword; 0 for all others, which lead back to the start. */
  readonly indexOfUnit: Uint16Array;
  /** The keywords that end in a state are `outputs[firstOutput[state] .. firstOutput[state + 1])`, longest first. */
  readonly firstOutput: Uint32Array;
  readonly outputs: Uint32Array;
}

const MAX_UNITS = 4096;

/**
 * Builds the automaton for folded keywords; a keyword's number is its index. About 1 ms for a thousand keywords.
 *
 * @throws RangeError when the keywords hold more than 4,096 different non-ASCII units.
 */
export function buildAutomaton(keywords: readonly string[]): Automaton {
  const indexOfUnit = indexUnits(keywords);
  const trie = buildTrie(keywords, indexOfUnit);
  const states = trie.children.length;
  const wide = states > 0x7fff;
  const ACCEPT = wide ? 0x80000000 : 0x8000;
  const STATE = wide ? 0x7fffffff : 0x7fff;
  const table = wide ? new Uint32Array(states << 8) : new Uint16Array(states << 8);

  const failure = new Uint32Array(states);
  const outputs: (readonly number[])[] = trie.ends;
  // Breadth first, so that a state's failure row and outputs are complete before they are copied.
  const order = [0];
  for (let head = 0; head < order.length; head++) {
    const state = order[head] as number;
    const row = state << 8;
    if (state !== 0) table.copyWithin(row, (failure[state] as number) << 8, ((failure[state] as number) << 8) + 256);
    for (const [column, child] of trie.children[state] as Map<number, number>) {
      const fail = state === 0 ? 0 : (table[row | column] as number) & STATE;
      const inherited = outputs[fail] as readonly number[];
      if (inherited.length > 0) outputs[child] = [...(outputs[child] as readonly number[]), ...inherited];
      failure[child] = fail;
      table[row | column] = (outputs[child] as readonly number[]).length > 0 ? (child | ACCEPT) >>> 0 : child;
      order.push(child);
    }
  }
  return { table, STATE, ACCEPT, indexOfUnit, ...flatten(outputs) };
}

function indexUnits(keywords: readonly string[]): Uint16Array {
  const indexOfUnit = new Uint16Array(0x10000);
  let count = 0;
  for (const keyword of keywords) {
    for (let i = 0; i < keyword.length; i++) {
      const unit = keyword.charCodeAt(i);
      if (unit >= 128 && indexOfUnit[unit] === 0) indexOfUnit[unit] = ++count;
    }
  }
  if (count >= MAX_UNITS) throw new RangeError(`Keywords may hold at most ${MAX_UNITS} different non-ASCII characters.`);
  return indexOfUnit;
}

interface Trie {
  readonly children: Map<number, number>[];
  readonly ends: number[][];
}

function buildTrie(keywords: readonly string[], indexOfUnit: Uint16Array): Trie {
  const children = [new Map<number, number>()];
  const ends: number[][] = [[]];
  const childOf = (state: number, column: number): number => {
    const known = (children[state] as Map<number, number>).get(column);
    if (known !== undefined) return known;
    (children[state] as Map<number, number>).set(column, children.length);
    children.push(new Map());
    return ends.push([]) - 1;
  };
  keywords.forEach((keyword, number) => {
    let state = 0;
    for (let i = 0; i < keyword.length; i++) {
      const unit = keyword.charCodeAt(i);
      if (unit < 128) {
        state = childOf(state, unit);
      } else {
        const index = indexOfUnit[unit] as number;
        state = childOf(childOf(state, 128 | (index >> 6)), 192 | (index & 63));
      }
    }
    (ends[state] as number[]).push(number);
  });
  return { children, ends };
}

function flatten(lists: readonly (readonly number[])[]): Pick<Automaton, 'firstOutput' | 'outputs'> {
  const firstOutput = new Uint32Array(lists.length + 1);
  lists.forEach((list, state) => {
    firstOutput[state + 1] = (firstOutput[state] as number) + list.length;
  });
  return { firstOutput, outputs: Uint32Array.from(lists.flat()) };
}
