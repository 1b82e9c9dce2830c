import { defineConfig, type Options } from 'tsup';
import { preset } from '../../tsup.base.js';

const base = preset as Options;

export default defineConfig({
  ...base,
  entry: ['src/index.ts', 'src/lean.ts', 'src/adapter-kit.ts'],
  esbuildOptions(options, context) {
    base.esbuildOptions?.(options, context);
    // A fifth of the rules is indentation, and reading them is most of what importing the package takes.
    options.minifyWhitespace = true;
  },
});
