import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components } from './components.js';

const graph = fc.array(fc.array(fc.nat({ max: 11 }), { maxLength: 4 }), { minLength: 12, maxLength: 12 });

describe('components', () => {
  it('puts two vertices together exactly if each can be reached from the other', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const component = components([0, 5], (vertex) => edges[vertex] ?? []);
        for (const [first, id] of component) {
          for (const [second, other] of component) {
            expect(id === other).toBe(reaches(edges, first, second) && reaches(edges, second, first));
          }
        }
      }),
      { seed: 1 },
    );
  });

  it('numbers and lists them so that edges lead to the same or a lower number', () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const component = components([0], (vertex) => edges[vertex] ?? []);
        for (const [vertex, id] of component) {
          for (const target of edges[vertex] ?? []) expect(component.get(target)).toBeLessThanOrEqual(id);
        }
        expect([...component.values()]).toEqual([...component.values()].sort((a, b) => a - b));
      }),
      { seed: 1 },
    );
  });

  it('does not recurse', () => {
    const component = components([0], (vertex) => (vertex < 100_000 ? [vertex + 1] : [0]));
    expect(component.size).toBe(100_001);
    expect(new Set(component.values()).size).toBe(1);
  });
});

function reaches(edges: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const vertex of seen) for (const target of edges[vertex] ?? []) seen.add(target);
  return seen.has(to);
}
