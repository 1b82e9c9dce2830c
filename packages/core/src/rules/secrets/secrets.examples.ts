import type { ExamplesFor } from '../../rule.js';
import { aiProviderSecretExamples } from './ai-providers.examples.js';
import { chatSecretExamples } from './chat.examples.js';
import { cloudSecretExamples } from './cloud.examples.js';
import { databaseSecretExamples } from './databases.examples.js';
import { genericSecretExamples } from './generic.examples.js';
import { gitHostSecretExamples } from './git-hosts.examples.js';
import type { secretRules } from './index.js';
import { infrastructureSecretExamples } from './infrastructure.examples.js';
import { keySecretExamples } from './keys.examples.js';
import { messagingSecretExamples } from './messaging.examples.js';
import { monitoringSecretExamples } from './monitoring.examples.js';
import { paymentSecretExamples } from './payment.examples.js';
import { registrySecretExamples } from './registries.examples.js';
import { serviceSecretExamples } from './services.examples.js';
import { workToolSecretExamples } from './work-tools.examples.js';

/** Of every rule in `secretRules`. */
export const secretExamples = {
  ...cloudSecretExamples,
  ...gitHostSecretExamples,
  ...chatSecretExamples,
  ...paymentSecretExamples,
  ...aiProviderSecretExamples,
  ...registrySecretExamples,
  ...messagingSecretExamples,
  ...infrastructureSecretExamples,
  ...monitoringSecretExamples,
  ...workToolSecretExamples,
  ...serviceSecretExamples,
  ...databaseSecretExamples,
  ...keySecretExamples,
  ...genericSecretExamples,
} satisfies ExamplesFor<ReturnType<typeof secretRules>>;
