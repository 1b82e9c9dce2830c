import { ruleFamily } from '../rule-family.js';
import { addressRules } from './address.js';
import { contactRules } from './contact.js';
import { cryptoRules } from './crypto.js';
import { financialRules } from './financial.js';
import { identityRules } from './identity.js';
import { americanIdRules } from './national-ids-americas.js';
import { asianIdRules } from './national-ids-asia.js';
import { europeanIdRules } from './national-ids-europe.js';
import { networkRules } from './network.js';
import { personRules } from './person.js';

/** Personal data: what identifies a person, directly or through an office that keeps a list. */
export const piiRules = ruleFamily(() => [
  ...contactRules(),
  ...financialRules(),
  ...europeanIdRules(),
  ...americanIdRules(),
  ...asianIdRules(),
  ...networkRules(),
  ...identityRules(),
  ...personRules(),
  ...addressRules(),
  ...cryptoRules(),
]);
