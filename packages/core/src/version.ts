import type { AsyncEngine, Engine } from './engine.js';
import type { RuleSet } from './engines/rule-set.js';
import type { ResolvedOptions } from './options.js';
import type { Model } from './semantics/classifier.js';
import type { ConceptRule } from './semantics/concept-rule.js';

declare const __VERSION__: string | undefined;
/** Release of this package, put in by the build; source that runs unbuilt has none. */
const RELEASE: string = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0-source';

/** Release and digest of rules and engines: two scanners of one version judge alike, but for their policy. */
export function rulesVersion(
  ruleSet: RuleSet,
  engines: readonly (Engine | AsyncEngine)[],
  model: Model | null,
  conceptRules: readonly ConceptRule[],
): string {
  const hash = createHash();
  for (const { rule, engine } of ruleSet.rules) {
    hash.add(`${rule.id}\n`);
    // What a built-in rule says is fixed by the release.
    if (engine !== 'custom') continue;
    const { score, pattern, keywords, near, digits, context } = rule;
    hash.add(`${score} ${pattern} ${keywords} ${near} ${digits} ${context?.pattern} ${context?.score}\n`);
  }
  for (const engine of engines) hash.add(`${engine.name} ${engine.version}\n`);
  if (model !== null) hash.add(`${model.version}\n${conceptRules.map(({ id }) => id).join(' ')}\n`);
  return `${RELEASE}+${hash.digest()}`;
}

/** What else a verdict depends on: for keys of caches, also shared ones. */
export function policyDigest(options: ResolvedOptions): string {
  const { mode, failMode, policy, allow, maxInputChars, maxDecodeDepth, maxDecodedChars } = options;
  const hash = createHash();
  hash.add(
    JSON.stringify(
      [mode, failMode, policy, allow, maxInputChars, maxDecodeDepth, maxDecodedChars],
      (_, value: unknown) => (value instanceof RegExp ? String(value) : value),
    ),
  );
  return hash.digest();
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv), 32 bits: tells versions apart, protects nothing. */
function createHash() {
  let hash = 0x811c9dc5;
  return {
    add(text: string): void {
      for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    },
    digest: (): string => (hash >>> 0).toString(16).padStart(8, '0'),
  };
}
