import { preset } from '../../tsup.base.js';

// ESM only: vitest, which the contract kits run on, cannot be required.
export default { ...preset, format: ['esm'] };
