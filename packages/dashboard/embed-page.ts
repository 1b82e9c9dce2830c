import type { Plugin } from 'esbuild';
import { pageFiles } from './src/page-bundle.js';

/** Builds the page once, and puts its files in the place of the module that builds it. */
export const embedPage: Plugin = {
  name: 'embed-page',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]page-bundle\.ts$/ }, async () => ({
      contents: `export const pageFiles = async () => ${JSON.stringify(await pageFiles())};`,
      loader: 'js',
    }));
  },
};
