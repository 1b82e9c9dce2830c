/**
 * A keyword automaton (Aho & Corasick 1975): one step per character says where all keywords end, whatever their number.
 *
 * States are numbered breadth first. The first ones, where nearly all of ordinary text is read, have a full row of successors,
 * failures resolved: one load a step. The many deep ones have only their own children, which the numbering puts side by side, and
 * a failure link: a miss there falls back to a shallower state, at most as often as there were steps down. So ten thousand keywords
 * take one megabyte instead of fifty, and stay in the cache.
 *
 * A step's symbol, its column, is an ASCII unit itself; another unit that occurs in a keyword takes two steps, its index's upper six
 * bits in columns 128..191 and the lower six in 192..255.
 */
export interface Automaton extends Transitions {
  /** Index + 1 of each non-ASCII unit that occurs in a keyword; 0 for all others, which lead back to the start. */
  readonly indexOfUnit: Uint16Array;
  /** The keywords that end in a state are `outputs[firstOutput[state] .. firstOutput[state + 1])`, longest first. */
  readonly firstOutput: Uint32Array;
  readonly outputs: Uint32Array;
}

interface Transitions {
  /** Successors of state s < `denseStates`: `rows[s << 8 | column]`, with `ACCEPT` set when keywords end there. */
  readonly rows: Uint32Array;
  readonly denseStates: number;
  /** Children of state s are `firstChild[s] .. firstChild[s + 1])`; each child's column, and `ACCEPT` or 0. */
  readonly firstChild: Uint32Array;
  readonly column: Uint8Array;
  readonly accept: Uint32Array;
  readonly failure: Uint32Array;
}

/** Set in a state that ends keywords. Bit 30, so that a state stays a small integer. */
export const ACCEPT = 0x40000000;
/** The number of a state without `ACCEPT`. */
export const STATE = 0x3fffffff;

const MAX_UNITS = 4096;
/** One kilobyte each. Measured: half as many make English text 20 % slower, twice as many nothing faster. */
const MAX_DENSE_STATES = 1024;

/** One step: the next state, with `ACCEPT` set when keywords end there. */
export function step(automaton: Transitions, from: number, symbol: number): number {
  const { rows, denseStates, firstChild, column, accept, failure } = automaton;
  let state = from & STATE;
  while (state >= denseStates) {
    const end = firstChild[state + 1] as number;
    for (let child = firstChild[state] as number; child < end; child++) {
      if (column[child] === symbol) return child | (accept[child] as number);
    }
    state = failure[state] as number;
  }
  return rows[(state << 8) | symbol] as number;
}

/** One step by a unit beyond ASCII. */
export function stepBeyondAscii(automaton: Automaton, from: number, unit: number): number {
  const index = automaton.indexOfUnit[unit] as number;
  if (index === 0) return 0;
  return step(automaton, step(automaton, from, 128 | (index >> 6)), 192 | (index & 63));
}

/**
 * Builds the automaton for folded keywords; a keyword's number is its index. Some milliseconds for ten thousand keywords.
 *
 * @throws RangeError when the keywords hold 4,096 or more different non-ASCII units.
 */
export function buildAutomaton(keywords: readonly string[]): Automaton {
  const indexOfUnit = indexUnits(keywords);
  const { firstChild, column, outputs } = buildTrie(keywords, indexOfUnit);
  const states = column.length;
  const denseStates = Math.min(states, MAX_DENSE_STATES);
  const rows = new Uint32Array(denseStates << 8);
  const accept = new Uint32Array(states);
  const failure = new Uint32Array(states);
  const transitions: Transitions = { rows, denseStates, firstChild, column, accept, failure };
  // Breadth first is by number: whatever a state takes over, from its failure state, is complete by then.
  for (let state = 0; state < states; state++) {
    const fail = failure[state] as number;
    if (state > 0 && state < denseStates) rows.copyWithin(state << 8, fail << 8, (fail + 1) << 8);
    for (let child = firstChild[state] as number; child < (firstChild[state + 1] as number); child++) {
      const symbol = column[child] as number;
      const target = state === 0 ? 0 : step(transitions, fail, symbol) & STATE;
      failure[child] = target;
      const inherited = outputs[target] as readonly number[];
      if (inherited.length > 0) outputs[child] = [...(outputs[child] as readonly number[]), ...inherited];
      if ((outputs[child] as readonly number[]).length > 0) accept[child] = ACCEPT;
      if (state < denseStates) rows[(state << 8) | symbol] = child | (accept[child] as number);
    }
  }
  return { ...transitions, indexOfUnit, ...flatten(outputs) };
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
  if (count >= MAX_UNITS) throw new RangeError(`Keywords may hold fewer than ${MAX_UNITS} different non-ASCII characters.`);
  return indexOfUnit;
}

interface Trie {
  readonly firstChild: Uint32Array;
  readonly column: Uint8Array;
  /** Keywords that end in a state, by state. */
  readonly outputs: (readonly number[])[];
}

/** In a sorted list the keywords with one beginning stand together, so a state is a range of it and needs no map of children. */
function buildTrie(keywords: readonly string[], indexOfUnit: Uint16Array): Trie {
  const sorted = keywords
    .map((keyword, number) => ({ columns: columnsOf(keyword, indexOfUnit), number }))
    .sort((a, b) => compareColumns(a.columns, b.columns));
  const outputs: (readonly number[])[] = [];
  const column: number[] = [0];
  const firstChild: number[] = [];
  const ranges: { from: number; to: number; depth: number }[] = [{ from: 0, to: sorted.length, depth: 0 }];
  for (let state = 0; state < ranges.length; state++) {
    const { from, to, depth } = ranges[state] as (typeof ranges)[number];
    firstChild.push(ranges.length);
    let at = from;
    const ends: number[] = [];
    // Those that end here are the shortest and come first.
    while (at < to && columnAt(at, depth) === undefined) ends.push((sorted[at++] as (typeof sorted)[number]).number);
    outputs.push(ends);
    while (at < to) {
      const symbol = columnAt(at, depth) as number;
      const start = at;
      while (at < to && columnAt(at, depth) === symbol) at++;
      column.push(symbol);
      ranges.push({ from: start, to: at, depth: depth + 1 });
    }
  }
  firstChild.push(ranges.length);
  return { firstChild: Uint32Array.from(firstChild), column: Uint8Array.from(column), outputs };

  function columnAt(index: number, depth: number): number | undefined {
    return sorted[index]?.columns[depth];
  }
}

function columnsOf(keyword: string, indexOfUnit: Uint16Array): number[] {
  const columns: number[] = [];
  for (let i = 0; i < keyword.length; i++) {
    const unit = keyword.charCodeAt(i);
    const index = indexOfUnit[unit] as number;
    if (unit < 128) columns.push(unit);
    else columns.push(128 | (index >> 6), 192 | (index & 63));
  }
  return columns;
}

function compareColumns(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  }
  return a.length - b.length;
}

function flatten(lists: readonly (readonly number[])[]): Pick<Automaton, 'firstOutput' | 'outputs'> {
  const firstOutput = new Uint32Array(lists.length + 1);
  lists.forEach((list, state) => {
    firstOutput[state + 1] = (firstOutput[state] as number) + list.length;
  });
  return { firstOutput, outputs: Uint32Array.from(lists.flat()) };
}
