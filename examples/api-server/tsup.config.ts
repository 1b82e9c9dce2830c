import { defineConfig } from 'tsup';

/** One file; the packages that it needs stay in `node_modules`. */
export default defineConfig({
  entry: ['src/main.ts'],
  format: ['esm'],
  platform: 'node',
  target: 'node20',
  clean: true,
  sourcemap: true,
});
