import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/**
 * The one build of all packages: ESM, CJS and types for both. tsup is no longer developed; a move to its successor is an edit
 * of this file.
 */
export const preset = defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  target: 'es2022',
  // Neutral: packages say themselves what they need of Node.
  platform: 'neutral',
  external: [/^node:/],
  // As the sources have it: bundlers know a module of Node by its prefix, and not all by their names (`inspector/promises`).
  removeNodeProtocol: false,
  minify: false,
  treeshake: true,
  define: { __VERSION__: JSON.stringify(version) },
  // Puts numeric constants where they are used. Bundled, they are variables that V8 reads anew each time: a scan takes a tenth longer.
  esbuildOptions(options) {
    options.minifySyntax = true;
  },
});
