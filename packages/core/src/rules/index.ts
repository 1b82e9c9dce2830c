import type { Rule } from '../rule.js';
import { credentialRules } from './credential.js';
import { delimiterRules } from './delimiter.js';
import { exfiltrationRules } from './exfiltration.js';
import { extractionRules } from './extraction.js';
import { outputRules } from './harmful-output.js';
import { indirectRules } from './indirect.js';
import { languageRules } from './languages/index.js';
import { mcpRules } from './mcp.js';
import { overrideRules } from './override.js';
import { personaRules } from './persona.js';
import { piiRules } from './pii/index.js';
import { secretRules } from './secrets/index.js';
import { suppressionRules } from './suppression.js';
import { toolRules } from './tool.js';

/** Attacks on the model and on the application around it. */
export const attackRules: readonly Rule[] = [
  ...overrideRules,
  ...extractionRules,
  ...personaRules,
  ...suppressionRules,
  ...delimiterRules,
  ...indirectRules,
  ...toolRules,
  ...credentialRules,
  ...exfiltrationRules,
  ...mcpRules,
  ...outputRules,
  ...languageRules,
];

export { piiRules, secretRules };
