import type { Rule } from '../../rule.js';
import { looksRandom } from '../../validators/entropy.js';
import { isDummyToken, isPlaceholder } from '../../validators/placeholder.js';
import { ruleFamily } from '../rule-family.js';

/** A rule of this family without what all of them share. */
export interface SecretRule<Id extends string> extends Omit<Rule<Id>, 'threatType' | 'message' | 'severity'> {
  readonly id: Id;
  /** Ends the sentence "The text contains …". */
  readonly what: string;
  readonly entity: string;
  /** @default 'high' */
  readonly severity?: Rule['severity'];
}

// LLM02: sensitive information disclosure. T0055: unsecured credentials, T0098: credentials of agent tools.
const REFERENCES = ['LLM02', 'AML.T0055', 'AML.T0098'] as const;

/**
 * Declares secrets. Unless a rule says otherwise it sees 160 characters to both sides of its keyword, which is the
 * token's prefix, and drops documentation values.
 */
export function defineSecrets<const Id extends string>(
  make: () => readonly SecretRule<Id>[],
): () => readonly Rule<Id>[] {
  return ruleFamily(() =>
    make().map(({ what, ...rule }) => ({
      threatType: 'secret',
      severity: 'high',
      message: `The text contains ${what}.`,
      reach: 160,
      validate: isIssued,
      references: REFERENCES,
      ...rule,
    })),
  );
}

function isIssued(value: string): boolean {
  return !isDummyToken(value);
}

/** For tokens whose prefix could open a word: a random one of 20 characters and more has a digit. */
export function hasDigit(value: string): boolean {
  return /\d/.test(value) && !isDummyToken(value);
}

/** For values without a mark of their own. */
export function isRandomKey(value: string): boolean {
  return looksRandom(value) && !isPlaceholder(value);
}

/** Words beside a provider's name that make the value behind it a credential. */
export const CREDENTIAL_WORDS = [
  'api_key',
  'apikey',
  'api key',
  'api-key',
  'key',
  'token',
  'secret',
  'password',
  'bearer',
  'credential',
  'auth',
  'pat',
] as const;

/**
 * For values whose form others share, such as a digest or a UUID: right behind a word that says credential. `value` is
 * the source of a regular expression and becomes the `span` group. Whose credential it is, the rule's keywords say.
 *
 * @example
 * labelled('[0-9a-f]{32}') // DATADOG_API_KEY="…", datadog.apiKey: …, "the Datadog token is …"
 */
export function labelled(value: string): RegExp {
  const label = '(?:[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Kk]ey|KEY|[Pp]at|PAT|auth)["\'\\]]{0,2}(?: is)?';
  return new RegExp(`${label}[\\s:=,>-]{1,16}["']?(?<span>${value})\\b`);
}
