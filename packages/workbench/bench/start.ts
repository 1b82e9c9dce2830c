// Bundles the benches with the packages' sources, as an application would be, and runs them. tsx transforms code so that functions keep their names, and
// what is wrapped for that in a hot loop is measured instead of the loop.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const workbench = dirname(dirname(fileURLToPath(import.meta.url)));
const root = join(workbench, '../..');
// In node_modules, so that what stays outside the bundle is found.
const bundle = join(workbench, 'node_modules/.bench/run.mjs');
const packages = readdirSync(join(root, 'packages'));

await build({
  entryPoints: [join(workbench, 'bench/run.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // As the packages are built: see tsup.base.ts.
  minifySyntax: true,
  define: { __VERSION__: '"0.0.0"' },
  alias: Object.fromEntries(
    packages.map((name) => [`@llm-sentinel/${name}`, join(root, 'packages', name, 'src/index.ts')]),
  ),
  external: ['esbuild'],
  // CommonJS packages ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', bundle, root, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
