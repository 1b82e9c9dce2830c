import type { Engine, Prepared } from './engine.js';
import { leakEngine } from './engines/leak-engine.js';
import { obfuscationEngine } from './engines/obfuscation-engine.js';
import { runRule } from './engines/rule-engine.js';
import { compileRules, type RuleSet, type RulesByEngine } from './engines/rule-set.js';
import { matchesRule } from './findings.js';
import type { PreparedText } from './prepare.js';
import type { Finding } from './result.js';
import type { Rule } from './rule.js';
import { attackRules, conceptRules, piiRules, secretRules } from './rules/index.js';
import { CLASSIFIER_ENGINE } from './semantics/assess.js';
import type { ConceptRule } from './semantics/concept-rule.js';
import { MEANING_ENGINE } from './semantics/meaning.js';

const BUILT_IN = { attacks: attackRules, pii: piiRules, secrets: secretRules } as const;

function builtInRules(): RulesByEngine {
  return Object.entries(BUILT_IN).map(([engine, rules]) => [engine, rules()] as const);
}

/** Names that a user's own engine must not take. */
export const BUILT_IN_ENGINES: readonly string[] = [
  ...Object.keys(BUILT_IN),
  'custom',
  MEANING_ENGINE,
  'obfuscation',
  'leak',
  CLASSIFIER_ENGINE,
];

// Compiling the built-in rules takes some tens of milliseconds: once a process, for all scanners that take them as they are.
let standard: RuleSet | undefined;

/** The built-in rules less the disabled ones, and the user's own under the engine name `custom`. */
export function ruleSetFor(custom: readonly Rule[], disabled: readonly string[]): RuleSet {
  if (custom.length === 0 && disabled.length === 0) {
    standard ??= compileRules(builtInRules());
    return standard;
  }
  const enabled = (rule: Rule) => !disabled.some((entry) => matchesRule(rule.id, entry));
  return compileRules(
    [...builtInRules(), ['custom', custom] as const].map(([name, rules]) => [name, rules.filter(enabled)] as const),
  );
}

/** All built-in rule ids, to tell a disabled rule from a misspelt one. */
export function builtInRuleIds(): readonly string[] {
  return [...builtInRules().flatMap(([, rules]) => rules.map(({ id }) => id)), ...conceptRules().map(({ id }) => id)];
}

/** The built-in rules by meaning, less the disabled ones. */
export function conceptRulesFor(disabled: readonly string[]): readonly ConceptRule[] {
  return conceptRules().filter(({ id }) => !disabled.some((entry) => matchesRule(id, entry)));
}

const NO_FINDINGS: readonly Finding[] = Object.freeze([]);

/** Reports what concept rules found while the text was made ready. */
const meaningEngine: Engine = {
  name: MEANING_ENGINE,
  version: '1',
  scan: (prepared: Prepared) => (prepared as PreparedText).meanings,
};

/** The engines that judge by rules, and the two that are code. */
export function builtInEngines(ruleSet: RuleSet): readonly Engine[] {
  const names = new Set(ruleSet.rules.map(({ engine }) => engine));
  return [...[...names].map(ruleEngine), meaningEngine, obfuscationEngine, leakEngine];
}

function ruleEngine(name: string): Engine {
  return {
    name,
    version: '1',
    scan(prepared: Prepared) {
      const { candidates, layers } = prepared as PreparedText;
      let findings: Finding[] | null = null;
      for (let k = 0; k < candidates.length; k++) {
        for (const candidate of candidates[k] as PreparedText['candidates'][number]) {
          if (candidate.rule.engine !== name) continue;
          findings ??= [];
          runRule(candidate, layers[k] as PreparedText['layers'][number], findings);
        }
      }
      return findings ?? NO_FINDINGS;
    },
  };
}
