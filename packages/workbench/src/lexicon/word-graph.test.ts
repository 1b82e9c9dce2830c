import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildWordGraph, mergeSymbols, renamed, type State } from './word-graph.js';

const rows = fc.array(
  fc.record({ symbols: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }), output: fc.nat(2) }),
  { maxLength: 12 },
);

function outputsOf(states: readonly State[], symbols: readonly number[]): readonly number[] {
  let at = 0;
  for (const symbol of symbols) {
    const edge = states[at]?.edges.find(([by]) => by === symbol);
    if (edge === undefined) return [];
    at = edge[1];
  }
  return states[at]?.outputs ?? [];
}

const expected = (list: readonly { symbols: readonly number[]; output: number }[], symbols: readonly number[]) =>
  [...new Set(list.filter((row) => row.symbols.join() === symbols.join()).map(({ output }) => output))].sort();

describe('a word graph', () => {
  it('says of any row what the list of rows says', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }), (list, probe) => {
        const states = buildWordGraph(list);
        for (const symbols of [probe, ...list.map((row) => row.symbols)]) {
          expect(outputsOf(states, symbols)).toEqual(expected(list, symbols));
        }
      }),
    );
  });

  it('leads from each state to later ones', () => {
    fc.assert(
      fc.property(rows, (list) => {
        buildWordGraph(list).forEach(({ edges }, state) => {
          for (const [, target] of edges) expect(target).toBeGreaterThan(state);
        });
      }),
    );
  });

  it('says the same when symbols that it never tells apart have one name', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const states = buildWordGraph(list);
        const classes = mergeSymbols(states, 6, () => 0);
        const merged = renamed(states, (symbol) => classes[symbol] as number);
        for (const { symbols } of list) {
          const names = symbols.map((symbol) => classes[symbol] as number);
          expect(outputsOf(merged, names)).toEqual(outputsOf(states, symbols));
        }
      }),
    );
  });

  it('shares what goes on alike, and names alike what is used alike', () => {
    const states = buildWordGraph([
      { symbols: [1, 3, 4], output: 0 },
      { symbols: [2, 3, 4], output: 0 },
    ]);
    expect(states).toHaveLength(4);
    const classes = mergeSymbols(states, 4, () => 0);
    expect(classes[1]).toBe(classes[2]);
    expect(new Set(classes.slice(1)).size).toBe(3);
  });
});
