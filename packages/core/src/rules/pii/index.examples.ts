import type { RuleExamples } from '../../rule.js';
import { addressExamples } from './address.examples.js';
import { contactExamples } from './contact.examples.js';
import { cryptoExamples } from './crypto.examples.js';
import { financialExamples } from './financial.examples.js';
import { identityExamples } from './identity.examples.js';
import { americanIdExamples } from './national-ids-americas.examples.js';
import { asianIdExamples } from './national-ids-asia.examples.js';
import { europeanIdExamples } from './national-ids-europe.examples.js';
import { networkExamples } from './network.examples.js';
import { personExamples } from './person.examples.js';

/** Examples of all rules for personal data. For tests only. */
export const piiExamples: Readonly<Record<string, RuleExamples>> = {
  ...contactExamples,
  ...financialExamples,
  ...europeanIdExamples,
  ...americanIdExamples,
  ...asianIdExamples,
  ...networkExamples,
  ...identityExamples,
  ...personExamples,
  ...addressExamples,
  ...cryptoExamples,
};
