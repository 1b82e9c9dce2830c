import { once } from '../once.js';
import type { Rule } from '../rule.js';

/**
 * A family of rules that is made when it is first asked for. A thousand patterns take longer to make than all else takes to load, and who imports
 * the package may scan much later, or never.
 */
export const ruleFamily: <const Id extends string>(make: () => readonly Rule<Id>[]) => () => readonly Rule<Id>[] = once;
