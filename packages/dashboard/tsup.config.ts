import { preset } from '../../tsup.base.js';
import { embedPage } from './embed-page.js';

export default {
  ...preset,
  entry: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
  esbuildPlugins: [embedPage],
};
