// Rows of symbols as a small automaton: rows that go on alike share their states, and symbols that are nowhere told apart become one.

/** A state: what ends in it, and where symbols lead. */
export interface State {
  readonly outputs: readonly number[];
  /** Ascending by symbol. The target is the number of a state further on. */
  readonly edges: readonly (readonly [symbol: number, target: number])[];
}

interface Node {
  readonly children: Map<number, Node>;
  readonly outputs: Set<number>;
}

/** Builds the minimal automaton of rows, each with an output. State 0 is the start. */
export function buildWordGraph(
  rows: Iterable<{ readonly symbols: readonly number[]; readonly output: number }>,
): State[] {
  const root: Node = { children: new Map(), outputs: new Set() };
  for (const { symbols, output } of rows) {
    let node = root;
    for (const symbol of symbols) {
      let next = node.children.get(symbol);
      if (next === undefined) {
        next = { children: new Map(), outputs: new Set() };
        node.children.set(symbol, next);
      }
      node = next;
    }
    node.outputs.add(output);
  }
  return minimized(root);
}

function minimized(root: Node): State[] {
  const known = new Map<string, number>();
  const states: State[] = [];
  const visit = (node: Node): number => {
    const edges = [...node.children]
      .map(([symbol, child]) => [symbol, visit(child)] as const)
      .sort(([a], [b]) => a - b);
    const outputs = [...node.outputs].sort((a, b) => a - b);
    const key = `${outputs}|${edges.join(';')}`;
    let number = known.get(key);
    if (number === undefined) {
      // Children are numbered before their parent; turned round below, the start comes first.
      number = states.length;
      known.set(key, number);
      states.push({ outputs, edges });
    }
    return number;
  };
  visit(root);
  const last = states.length - 1;
  return states.reverse().map(({ outputs, edges }) => ({
    outputs,
    edges: edges.map(([symbol, target]) => [symbol, last - target] as const),
  }));
}

/**
 * Groups the symbols 1 .. `count` that lead from the same states to the same states and have the same `trait`, as the inflected forms of a word
 * mostly do.
 *
 * @returns the class of each symbol, from 1; entry 0 is unused.
 */
export function mergeSymbols(states: readonly State[], count: number, traitOf: (symbol: number) => number): number[] {
  const moves: string[][] = Array.from({ length: count + 1 }, () => []);
  states.forEach(({ edges }, state) => {
    for (const [symbol, target] of edges) if (symbol <= count) moves[symbol]?.push(`${state}>${target}`);
  });
  const classes = new Map<string, number>();
  return moves.map((list, symbol) => {
    if (symbol === 0) return 0;
    const key = `${traitOf(symbol)}|${list}`;
    const known = classes.get(key) ?? classes.size + 1;
    classes.set(key, known);
    return known;
  });
}

/** The same states under other names of symbols; edges that have become one are one. */
export function renamed(states: readonly State[], nameOf: (symbol: number) => number): State[] {
  return states.map(({ outputs, edges }) => ({
    outputs,
    edges: [...new Map(edges.map(([symbol, target]) => [nameOf(symbol), target]))].sort(([a], [b]) => a - b),
  }));
}

/** As `PackedLexicon.states` wants them: small numbers, because symbols ascend and targets are further on. */
export function listStates(states: readonly State[]): number[] {
  return states.flatMap(({ outputs, edges }, state) => [
    outputs.length,
    ...outputs,
    edges.length,
    ...edges.flatMap(([symbol, target], index) => [symbol - (edges[index - 1]?.[0] ?? 0), target - state]),
  ]);
}
