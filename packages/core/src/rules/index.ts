import { credentialRules } from './credential.js';
import { delimiterRules } from './delimiter.js';
import { exfiltrationRules } from './exfiltration.js';
import { outputRules } from './harmful-output.js';
import { indirectRules } from './indirect.js';
import { mcpRules } from './mcp.js';
import { piiRules } from './pii/index.js';
import { ruleFamily } from './rule-family.js';
import { secretRules } from './secrets/index.js';
import { toolRules } from './tool.js';

/** Attacks on the model and on the application around it. */
export const attackRules = ruleFamily(() => [
  ...delimiterRules(),
  ...indirectRules(),
  ...toolRules(),
  ...credentialRules(),
  ...exfiltrationRules(),
  ...mcpRules(),
  ...outputRules(),
]);

export { conceptRules } from './meaning/index.js';
export { piiRules, secretRules };
