import { ruleFamily } from '../rule-family.js';
import { aiProviderSecretRules } from './ai-providers.js';
import { chatSecretRules } from './chat.js';
import { cloudSecretRules } from './cloud.js';
import { databaseSecretRules } from './databases.js';
import { genericSecretRules } from './generic.js';
import { gitHostSecretRules } from './git-hosts.js';
import { infrastructureSecretRules } from './infrastructure.js';
import { keySecretRules } from './keys.js';
import { messagingSecretRules } from './messaging.js';
import { monitoringSecretRules } from './monitoring.js';
import { paymentSecretRules } from './payment.js';
import { registrySecretRules } from './registries.js';
import { serviceSecretRules } from './services.js';
import { workToolSecretRules } from './work-tools.js';

/** Credentials: tokens of known form first, then what only its surroundings betray. */
export const secretRules = ruleFamily(() => [
  ...cloudSecretRules(),
  ...gitHostSecretRules(),
  ...chatSecretRules(),
  ...paymentSecretRules(),
  ...aiProviderSecretRules(),
  ...registrySecretRules(),
  ...messagingSecretRules(),
  ...infrastructureSecretRules(),
  ...monitoringSecretRules(),
  ...workToolSecretRules(),
  ...serviceSecretRules(),
  ...databaseSecretRules(),
  ...keySecretRules(),
  ...genericSecretRules(),
]);
