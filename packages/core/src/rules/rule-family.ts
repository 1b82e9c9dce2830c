import type { Rule } from '../rule.js';

/**
 * A family of rules that is made when it is first asked for. A thousand patterns take longer to make than all else takes to load, and who imports
 * the package may scan much later, or never.
 */
export function ruleFamily<const Id extends string>(make: () => readonly Rule<Id>[]): () => readonly Rule<Id>[] {
  let rules: readonly Rule<Id>[] | undefined;
  return () => {
    rules ??= make();
    return rules;
  };
}
