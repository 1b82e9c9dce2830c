import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

it('needs nothing of Node, with all that it imports', async () => {
  // With `neutral`, a module of Node that is imported anywhere is an error.
  const { metafile, errors } = await build({
    entryPoints: [at('../src/index.ts')],
    alias: {
      '@llm-sentinel/core': at('../../core/src/index.ts'),
      '@llm-sentinel/core/adapter-kit': at('../../core/src/adapter-kit.ts'),
    },
    define: { __VERSION__: '"0"' },
    bundle: true,
    platform: 'neutral',
    // As builders for workers and browsers resolve packages.
    conditions: ['worker', 'browser'],
    mainFields: ['module', 'main'],
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  expect(errors).toEqual([]);
  expect(Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external))).toEqual(
    [],
  );
});
