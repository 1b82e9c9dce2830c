// Bundles a bench with the packages' sources, as an application would be, and runs it: npx tsx packages/dashboard/bench/start.ts scan
// (or memory, or streams). tsx itself transforms code so that it runs several times slower. Times are those of the processor, so that
// what else runs on the machine counts less.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { embedPage } from '../embed-page.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const [name = 'scan', ...rest] = process.argv.slice(2);
// In node_modules, so that what stays outside the bundle is found.
const bundle = join(root, 'packages/dashboard/node_modules/.bench', `${name}.mjs`);

await build({
  entryPoints: [join(root, 'packages/dashboard/bench', `${name}.ts`)],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  define: { __VERSION__: '"0.0.0"' },
  alias: Object.fromEntries(
    readdirSync(join(root, 'packages')).flatMap((each) => [
      [`@llm-sentinel/${each}/adapter-kit`, join(root, 'packages', each, 'src/adapter-kit.ts')],
      [`@llm-sentinel/${each}`, join(root, 'packages', each, 'src/index.ts')],
    ]),
  ),
  plugins: [embedPage],
  external: ['vitest'],
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', bundle, ...rest], { stdio: 'inherit' });
process.exitCode = status ?? 1;
