import type { Rule } from '../../rule.js';
import { PII_REFERENCES } from './common.js';

/** Says "identity number" in general; enough beside a number whose birthday and check digits are right. */
export const ID_WORDS = [
  'national id', 'identity number', 'identification number', 'identity card', 'personal number', 'id number',
  'id card', 'personal id',
] as const;

/** Fills in what all rules for national numbers share. They see 64 characters around a keyword or a row of digits. */
export function nationalId<const Id extends string>(
  rule: Pick<Rule<Id>, 'id' | 'score' | 'entity' | 'pattern'> & Partial<Rule<Id>>,
  what: string,
): Rule<Id> {
  return {
    threatType: 'pii',
    severity: 'high',
    message: `The text contains what looks like ${what}.`,
    reach: 64,
    references: PII_REFERENCES,
    ...rule,
  };
}
