// `@llm-sentinel/core/adapter-kit`: what factories of adapters check and hide alike. Apart from the main entry, which scans without it.
export { checksFor, type NumberBounds, type OptionChecks } from './adapter-kit/checks.js';
export {
  createPseudonymiser,
  type HmacKey,
  type IdentifierMode,
  type Pseudonymiser,
  type PseudonymiserOptions,
} from './adapter-kit/pseudonymiser.js';
