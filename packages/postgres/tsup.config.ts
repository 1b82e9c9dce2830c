import { preset } from '../../tsup.base.js';

export default { ...preset, entry: { index: 'src/index.ts', cli: 'src/cli/main.ts' } };
