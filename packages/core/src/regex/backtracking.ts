import { createAlphabet } from './alphabet.js';
import { measureAmbiguity } from './ambiguity.js';
import { buildNfa } from './nfa.js';
import { parsePattern, Unsupported } from './parse.js';

/** Why a pattern may take long. `at` is the part of its source that is to blame. */
export type Backtracking =
  | { readonly kind: 'exponential'; readonly at: string }
  /** One attempt to match may take time that grows with this power of the text's length, at least 2. */
  | { readonly kind: 'polynomial'; readonly at: string; readonly degree: number }
  /** The check does not know this syntax, or gave up. */
  | { readonly kind: 'unsupported'; readonly at: string };

/**
 * Steps before the check gives up: about a quarter of a second. Patterns in use take a few hundred to some ten
 * thousand.
 */
const MAX_WORK = 2_000_000;

/**
 * Whether a text exists on which the engine's search for a match takes exponential or polynomial time; null if one
 * attempt is about linear in the text. A backtracking engine may follow every path of the automaton through the text
 * before it gives up, so time is how ambiguous the automaton is:
 *
 * - exponential, if some state can be reached again from itself over the same text on two ways (EDA), as in `(a|a)+$`;
 * - polynomial, if a text `v` leads from a loop to itself, from there to a later loop, and from that to itself (IDA),
 *   as in `.*a.*b`. A chain of such loops multiplies.
 *
 * Both are cycles in the product of the automaton with itself, of two and of three copies: Weber and Seidl, "On the
 * degree of ambiguity of finite automata" (1991); Allauzen, Mohri and Rastogi, "General algorithms for testing the
 * ambiguity of finite automata" (2008); for regular expressions Weideman, van der Merwe, Berglund and Watson,
 * "Analyzing matching time behavior of backtracking regular expression matchers by using ambiguity of NFA" (2016).
 *
 * The degree is of one attempt. An unanchored search repeats it at every place of the text, which makes even `a+b`
 * quadratic in theory; with texts of bounded length that is a constant factor, and it is not reported. A repetition
 * with an upper bound counts by the characters it can span, relative to the 2,048 of a window, and the degree is
 * rounded.
 *
 * Two things count as exponential that are not: an ambiguous repetition of repetitions that ends, such as
 * `(?:a{1,9}){5,90}`, which only gets very slow; and an ambiguous loop that nothing follows, such as `(a|a)*`, which
 * never fails, but would explode as soon as something is appended to it.
 *
 * Safe means safe as far as the construction of the automaton is exact or errs on the side of more paths: see
 * `buildNfa`.
 */
export function findBacktracking(pattern: RegExp): Backtracking | null {
  const { source, flags } = pattern;
  let work = MAX_WORK;
  const spend = (amount: number): void => {
    work -= amount;
    if (work < 0) throw new Unsupported(source);
  };
  try {
    const nfa = buildNfa(parsePattern(source, flags), createAlphabet(source, flags), spend);
    const { power, start, end } = measureAmbiguity(nfa, spend);
    const at = source.slice(start, end) || source;
    if (power === Infinity) return { kind: 'exponential', at };
    const degree = 1 + Math.round(power);
    return degree > 1 ? { kind: 'polynomial', at, degree } : null;
  } catch (error) {
    if (error instanceof Unsupported) return { kind: 'unsupported', at: error.at };
    throw error;
  }
}
