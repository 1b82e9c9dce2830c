// Bundles the benches with the packages' sources, as an application would be, and runs them. tsx transforms code so that functions keep their names, and
// what is wrapped for that in a hot loop is measured instead of the loop.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const workbench = dirname(dirname(fileURLToPath(import.meta.url)));
const root = join(workbench, '../..');
// In node_modules, so that what stays outside the bundle is found.
const bundle = join(workbench, 'node_modules/.bench/run.mjs');
const packages = readdirSync(join(root, 'packages'));

/** The sources behind a package's name and its sub-paths; the longest name comes first, because the others begin like it. */
function entriesOf(name: string): [string, string][] {
  const folder = join(root, 'packages', name);
  const { exports = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { exports?: object };
  return Object.keys(exports)
    .map((path): [string, string] => [
      `@llm-sentinel/${name}${path.slice(1)}`,
      join(folder, 'src', path === '.' ? 'index.ts' : `${path.slice(2)}.ts`),
    ])
    .filter(([, source]) => existsSync(source))
    .sort(([a], [b]) => b.length - a.length);
}

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
  alias: Object.fromEntries(packages.flatMap(entriesOf)),
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
