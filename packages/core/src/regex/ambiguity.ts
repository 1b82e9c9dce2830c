import { components } from './components.js';
import type { Loop, Nfa } from './nfa.js';

/** Characters of text that an attempt gets to see. The yardstick for loops and choices that have an end. */
const WINDOW = 2048;

/**
 * Two ways to match the same few characters. Two bits instead of one, since in `(a|a)(a|a)` or `a?a?a?` such choices
 * overlap and only every other one is on a chain.
 */
const CHOICE = 2 / Math.log2(WINDOW);

/** Ambiguous parts that follow one another: a text may be matched in about `WINDOW ** power` ways. */
export interface Ambiguity {
  readonly power: number;
  /** Where in the pattern the first loop starts and the last one ends; both 0 if there is none. */
  readonly start: number;
  readonly end: number;
}

const NONE: Ambiguity = { power: 0, start: 0, end: 0 };

/** States of the automaton that can reach each other. */
interface Cycle {
  readonly id: number;
  readonly loop: Loop;
  readonly states: Set<number>;
}

/**
 * In how many ways the automaton can read one text: a power of its length, or infinity if the number is exponential.
 */
export function measureAmbiguity(nfa: Nfa, spend: (work: number) => void): Ambiguity {
  const { sets, next, loops, settled } = nfa;
  const base = sets.length;

  // Two paths that read the same text: pairs of states, in either order.
  const pairOf = (left: number, right: number): number => Math.min(left, right) * base + Math.max(left, right);
  const choices = next.map((targets) => groupByCharacters(targets.keys(), sets));
  function* pairsAfter(pair: number): Generator<readonly [left: number, right: number]> {
    for (const [leftSet, lefts] of choices[Math.floor(pair / base)]!) {
      for (const [rightSet, rights] of choices[pair % base]!) {
        if (!(leftSet & rightSet)) continue;
        spend(lefts.length * rights.length);
        for (const left of lefts) for (const right of rights) yield [left, right];
      }
    }
  }
  const component = components([0], function* (pair) {
    for (const [left, right] of pairsAfter(pair)) yield pairOf(left, right);
  });

  const cycles = new Map<number, Cycle>();
  for (const [pair, id] of component) {
    const state = pair % base;
    const loop = loops[state];
    if (pair !== pairOf(state, state) || !loop) continue;
    const cycle = cycles.get(id) ?? { id, loop, states: new Set() };
    cycles.set(id, cycle);
    cycle.states.add(state);
  }

  // A text leads from a state of one cycle back to it, from there to a state of the other, and from that back to it: on
  // three paths at once, that is from (p, p, q) to (p, q, q). An edge back makes it a component of the product.
  const shareText = (from: Cycle, to: Cycle): boolean => {
    const tripleOf = (first: number, middle: number, last: number): number => (first * base + middle) * base + last;
    const split = (triple: number) => {
      return [Math.floor(triple / base ** 2), Math.floor(triple / base) % base, triple % base] as const;
    };
    const triples = components(
      [...from.states].flatMap((first) => Array.from(to.states, (last) => tripleOf(first, first, last))),
      function* (triple) {
        const [first, middle, last] = split(triple);
        if (middle === last) yield tripleOf(first, first, last);
        for (const [a, c] of pairsAfter(first * base + last)) {
          if (!from.states.has(a) || !to.states.has(c)) continue;
          spend(next[middle]!.size);
          for (const b of next[middle]!.keys()) {
            // Once an attempt has succeeded on its way, later ways are never tried.
            if (settled.has(b) && !from.states.has(b)) continue;
            if (sets[a]! & sets[b]! & sets[c]!) yield tripleOf(a, b, c);
          }
        }
      },
    );
    for (const [triple, id] of triples) {
      const [first, middle, last] = split(triple);
      if (middle === last && triples.get(tripleOf(first, first, last)) === id) return true;
    }
    return false;
  };

  const chain = (cycle: Cycle): Ambiguity => {
    let worst = NONE;
    for (const later of cycles.values()) {
      const after = later.id < cycle.id && ahead[later.id];
      if (!after) continue;
      const power = after.power + Math.min(weight(cycle.loop), weight(later.loop));
      if (power <= worst.power || !shareText(cycle, later)) continue;
      worst = { power, start: cycle.loop.start, end: Math.max(later.loop.end, after.end) };
    }
    return worst;
  };

  // The worst that can follow a component. It is known first, since components come in that order. None for two
  // paths that never meet again.
  const ahead: (Ambiguity | undefined)[] = [];
  for (const [pair, id] of component) {
    const state = pair % base;
    const together = pair === pairOf(state, state);
    if (together) {
      const cycle = cycles.get(id);
      ahead[id] ??= cycle ? chain(cycle) : NONE;
    }
    for (const [left, right] of pairsAfter(pair)) {
      const target = component.get(pairOf(left, right))!;
      const forks = together && (left !== right || next[state]!.get(left) === 2);
      if (forks && target === id) return { power: Infinity, start: 0, end: 0, ...loops[state] };
      // Of two ways on which the attempt succeeds the second is never tried.
      const tried = (together && !forks) || !settled.has(left) || !settled.has(right);
      const after = ahead[target];
      if (!tried || !after) continue;
      const power = after.power + (forks ? CHOICE : 0);
      if (power > (ahead[id]?.power ?? -1)) ahead[id] = { ...after, power };
    }
  }
  return ahead.at(-1)!;
}

const weight = ({ span }: Loop): number => Math.min(1, Math.log(span) / Math.log(WINDOW));

/** Alternatives by what they read: hundreds of words begin with few letters. */
function groupByCharacters(states: Iterable<number>, sets: readonly bigint[]): ReadonlyMap<bigint, number[]> {
  const groups = new Map<bigint, number[]>();
  for (const state of states) {
    const group = groups.get(sets[state]!);
    if (group) group.push(state);
    else groups.set(sets[state]!, [state]);
  }
  return groups;
}
