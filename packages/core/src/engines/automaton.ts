/**
 * A keyword automaton (Aho & Corasick 1975): one step per character says where all keywords end, whatever their number.
 *
 * States are numbered breadth first. The first 32,767, all of them with the built-in rules, have a row of successors for the 32 commonest
 * characters, failures resolved: one load a step, and a row is one cache line. Every state also has its own children, which the numbering
 * puts side by side, and a failure link, for deep states and rare characters: a miss there falls back to a shallower state, at most as often
 * as there were steps down.
 *
 * A step's symbol is an ASCII unit itself; another unit that occurs in a keyword takes two steps, its index's upper six bits as
 * symbols 128..191 and the lower six as 192..255.
 */
export interface Automaton extends Transitions {
  /** Index + 1 of each non-ASCII unit that occurs in a keyword; 0 for all others, which lead back to the start. */
  readonly indexOfUnit: Uint16Array;
  /** Successors of the start by a unit, by its index. */
  readonly startOfUnit: Uint32Array;
  /** The keywords that end in a state are `outputs[firstOutput[state] .. firstOutput[state + 1])`, longest first. */
  readonly firstOutput: Uint32Array;
  readonly outputs: Uint32Array;
}

interface Transitions {
  /**
   * Successors of state s < `denseStates`: `rows[s << 5 | columnOf[symbol]]`, with `ROW_ACCEPT` set when keywords end there, or `NO_ROW`. One
   * row more, of nothing but `NO_ROW`, stands in for all other states.
   */
  readonly rows: Uint16Array;
  readonly denseStates: number;
  /** Successors of the start by any symbol. */
  readonly start: Uint32Array;
  /** Children of state s are `firstChild[s] .. firstChild[s + 1])`; each child's symbol, and `ACCEPT` or 0. */
  readonly firstChild: Uint32Array;
  readonly symbol: Uint8Array;
  readonly accept: Uint32Array;
  readonly failure: Uint32Array;
  /** By state: 1 where it or one that it falls back to, the start aside, has a child by a symbol without a column. */
  readonly rare: Uint8Array;
}

/** Set in a state that ends keywords. Bit 30, so that a state stays a small integer. */
export const ACCEPT = 0x40000000;
/** The number of a state without `ACCEPT`. */
export const STATE = 0x3fffffff;
/** In rows: keywords end in the state, whose number are the bits below. Entries below this are states where none does. */
export const ROW_ACCEPT = 0x8000;
/** In rows: the successor has no row, so `step` has to find it among children. */
export const NO_ROW = 0xffff;

const MAX_UNITS = 4096;
/** 64 bytes each. A quarter as many read English text a third slower. */
const MAX_DENSE_STATES = 0x7fff;

/** Column of a symbol that has none. */
export const RARE = 32;
/** Column of each symbol in the rows: 0..31, or `RARE`. A blank has 0, letters have their place in the alphabet. */
export const columnOf = new Uint8Array(256).fill(RARE);
Array.from(" abcdefghijklmnopqrstuvwxyz-_'.,").forEach((character, column) => {
  columnOf[character.charCodeAt(0)] = column;
});

/** One step: the next state, with `ACCEPT` set when keywords end there. */
export function step(automaton: Transitions, from: number, by: number): number {
  const { rows, denseStates, firstChild, symbol, failure, rare } = automaton;
  const column = columnOf[by] as number;
  if (column === RARE && rare[from & STATE] === 0) return automaton.start[by] as number;
  for (let state = from & STATE; state !== 0; state = failure[state] as number) {
    if (column !== RARE && state < denseStates) {
      const next = rows[(state << 5) | column] as number;
      if (next < ROW_ACCEPT) return next;
      if (next !== NO_ROW) return (next - ROW_ACCEPT) | ACCEPT;
    }
    // Children stand in the order of their symbols. From the last one: those of units beyond ASCII are there, and so is most of what gets here.
    const first = firstChild[state] as number;
    let child = (firstChild[state + 1] as number) - 1;
    while (child >= first && (symbol[child] as number) > by) child--;
    if (child >= first && symbol[child] === by) return child | (automaton.accept[child] as number);
  }
  return automaton.start[by] as number;
}

/** One step by a unit beyond ASCII. */
export function stepBeyondAscii(automaton: Automaton, from: number, unit: number): number {
  const index = automaton.indexOfUnit[unit] as number;
  if (index === 0) return 0;
  const upper = 128 | (index >> 6);
  // Most letters continue no keyword: then all of them is known, and the start's many children need not be gone through.
  if (automaton.rare[from & STATE] === 0) return automaton.startOfUnit[index] as number;
  const between = step(automaton, from, upper);
  if (between === automaton.start[upper]) return automaton.startOfUnit[index] as number;
  return step(automaton, between, 192 | (index & 63));
}

/**
 * Builds the automaton for folded keywords; a keyword's number is its index. Some milliseconds for ten thousand keywords.
 *
 * @throws RangeError when the keywords hold 4,096 or more different non-ASCII units.
 */
export function buildAutomaton(keywords: readonly string[]): Automaton {
  const { indexOfUnit, count: units } = indexUnits(keywords);
  const { firstChild, symbol, outputs } = buildTrie(keywords, indexOfUnit);
  const states = symbol.length;
  const denseStates = Math.min(states, MAX_DENSE_STATES);
  const rows = new Uint16Array((denseStates + 1) << 5);
  rows.fill(NO_ROW, denseStates << 5);
  const start = new Uint32Array(256);
  const accept = new Uint32Array(states);
  const failure = new Uint32Array(states);
  const rare = new Uint8Array(states);
  const transitions: Transitions = { rows, denseStates, start, firstChild, symbol, accept, failure, rare };
  // Breadth first is by number: whatever a state takes over, from its failure state, is complete by then.
  for (let state = 0; state < states; state++) {
    const fail = failure[state] as number;
    if (state > 0 && state < denseStates) rows.copyWithin(state << 5, fail << 5, (fail + 1) << 5);
    if (state > 0) rare[state] = rare[fail] as number;
    for (let child = firstChild[state] as number; child < (firstChild[state + 1] as number); child++) {
      const by = symbol[child] as number;
      if (state > 0 && columnOf[by] === RARE) rare[state] = 1;
      const target = state === 0 ? 0 : step(transitions, fail, by) & STATE;
      failure[child] = target;
      const inherited = outputs[target] as readonly number[];
      if (inherited.length > 0) outputs[child] = [...(outputs[child] as readonly number[]), ...inherited];
      if ((outputs[child] as readonly number[]).length > 0) accept[child] = ACCEPT;
      if (state === 0) start[by] = child | (accept[child] as number);
      if (state < denseStates && columnOf[by] !== RARE) {
        const entry = child | (accept[child] === 0 ? 0 : ROW_ACCEPT);
        rows[(state << 5) | (columnOf[by] as number)] = child < denseStates ? entry : NO_ROW;
      }
    }
  }
  const startOfUnit = Uint32Array.from({ length: units + 1 }, (_, index) =>
    index === 0 ? 0 : step(transitions, step(transitions, 0, 128 | (index >> 6)), 192 | (index & 63)),
  );
  return { ...transitions, indexOfUnit, startOfUnit, ...flatten(outputs) };
}

function indexUnits(keywords: readonly string[]): { indexOfUnit: Uint16Array; count: number } {
  const indexOfUnit = new Uint16Array(0x10000);
  let count = 0;
  for (const keyword of keywords) {
    for (let i = 0; i < keyword.length; i++) {
      const unit = keyword.charCodeAt(i);
      if (unit >= 128 && indexOfUnit[unit] === 0) indexOfUnit[unit] = ++count;
    }
  }
  if (count >= MAX_UNITS)
    throw new RangeError(`Keywords may hold fewer than ${MAX_UNITS} different non-ASCII characters.`);
  return { indexOfUnit, count };
}

interface Trie {
  readonly firstChild: Uint32Array;
  readonly symbol: Uint8Array;
  /** Keywords that end in a state, by state. */
  readonly outputs: (readonly number[])[];
}

/** In a sorted list the keywords with one beginning stand together, so a state is a range of it and needs no map of children. */
function buildTrie(keywords: readonly string[], indexOfUnit: Uint16Array): Trie {
  const sorted = keywords
    .map((keyword, number) => ({ symbols: symbolsOf(keyword, indexOfUnit), number }))
    .sort((a, b) => compareSymbols(a.symbols, b.symbols));
  const outputs: (readonly number[])[] = [];
  const symbols: number[] = [0];
  const firstChild: number[] = [];
  const ranges: { from: number; to: number; depth: number }[] = [{ from: 0, to: sorted.length, depth: 0 }];
  for (let state = 0; state < ranges.length; state++) {
    const { from, to, depth } = ranges[state] as (typeof ranges)[number];
    firstChild.push(ranges.length);
    let at = from;
    const ends: number[] = [];
    // Those that end here are the shortest and come first.
    while (at < to && symbolAt(at, depth) === undefined) ends.push((sorted[at++] as (typeof sorted)[number]).number);
    outputs.push(ends);
    while (at < to) {
      const by = symbolAt(at, depth) as number;
      const start = at;
      while (at < to && symbolAt(at, depth) === by) at++;
      symbols.push(by);
      ranges.push({ from: start, to: at, depth: depth + 1 });
    }
  }
  firstChild.push(ranges.length);
  return { firstChild: Uint32Array.from(firstChild), symbol: Uint8Array.from(symbols), outputs };

  function symbolAt(index: number, depth: number): number | undefined {
    return sorted[index]?.symbols[depth];
  }
}

function symbolsOf(keyword: string, indexOfUnit: Uint16Array): number[] {
  const symbols: number[] = [];
  for (let i = 0; i < keyword.length; i++) {
    const unit = keyword.charCodeAt(i);
    const index = indexOfUnit[unit] as number;
    if (unit < 128) symbols.push(unit);
    else symbols.push(128 | (index >> 6), 192 | (index & 63));
  }
  return symbols;
}

function compareSymbols(a: readonly number[], b: readonly number[]): number {
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
