import type { Plugin } from 'esbuild';
import { preset } from '../../tsup.base.js';
import { pageFiles } from './src/page-bundle.js';

/** Builds the page once, and puts its files in the place of the module that builds it. */
const embedPage: Plugin = {
  name: 'embed-page',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]page-bundle\.ts$/ }, async () => ({
      contents: `export const pageFiles = async () => ${JSON.stringify(await pageFiles())};`,
      loader: 'js',
    }));
  },
};

export default {
  ...preset,
  entry: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
  esbuildPlugins: [embedPage],
};
