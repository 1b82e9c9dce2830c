import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { packAll } from './pack.mjs';
import { run, tool } from './process.mjs';
import { listWorkspaces, root } from './root.mjs';
import { buildSite } from './site.mjs';
import { reportAll } from './step.mjs';

/** @typedef {import('./step.mjs').Step} Step */

/** Writes the generated pages, or compares them with `--check`. */
export const DOCS = 'packages/workbench/src/docs/generate.ts';

/** The first is `npm run demo`; the others serve until they are stopped, and those of frameworks are started by their tests. */
const UNENDING = ['demo', 'observability', 'api-server', 'express', 'fastify', 'hono', 'nextjs'].map(
  (name) => `examples/${name}`,
);

/** Longer than the longest takes on a busy machine. */
const EXAMPLE_MS = 180_000;

/**
 * Everything that can be said of the repository without running its tests. Needs the packages built.
 *
 * @returns {Promise<number>} The exit code.
 */
export async function check() {
  const scratch = mkdtempSync(join(tmpdir(), 'sentinel-check-'));
  try {
    const steps = [...sourceSteps(), ...exampleSteps(), ...(await tarballSteps(scratch))];
    const failed = await reportAll(steps);
    console.log(failed === 0 ? `All ${steps.length} checks passed.` : `${failed} of ${steps.length} checks failed.`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @returns {Step[]} */
function sourceSteps() {
  const projects = [...listWorkspaces().map(({ folder }) => folder), 'scripts'];
  return [
    {
      name: 'lint and format',
      run: () =>
        run([...tool('@biomejs/biome'), 'ci', '--colors=off', '--diagnostic-level=warn', '--error-on-warnings']),
    },
    ...projects
      .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
      .map((folder) => ({
        name: `types of ${folder}`,
        run: () => run([...tool('typescript', 'tsc'), '--noEmit', '--project', folder]),
      })),
    { name: 'generated pages up to date', run: () => run([...tool('tsx'), DOCS, '--check']) },
    { name: 'docs site, and every link in it', run: buildSite },
    { name: 'nothing unused', run: () => run([...tool('knip'), '--no-progress']) },
    {
      name: 'bundle size',
      run: () => run([...tool('vitest'), 'run', '--project', 'core', 'test/bundle.test.ts']),
    },
  ];
}

/**
 * Examples run against the built packages, as whoever copies them does. Their tests run against the sources.
 *
 * @returns {Step[]}
 */
function exampleSteps() {
  return listWorkspaces()
    .filter(({ folder }) => folder.startsWith('examples/') && !UNENDING.includes(folder))
    .map(({ folder }) => ({
      name: `run of ${folder}`,
      run: () =>
        run([process.execPath, '--import', 'tsx', 'src/main.ts'], { cwd: join(root, folder), timeoutMs: EXAMPLE_MS }),
    }));
}

/**
 * @param {string} destination
 * @returns {Promise<Step[]>}
 */
async function tarballSteps(destination) {
  /** @type {import('./pack.mjs').Packed[]} */
  let packed;
  try {
    packed = await packAll(destination);
  } catch (error) {
    return [{ name: 'pack', run: async () => ({ code: 1, output: /** @type {Error} */ (error).message }) }];
  }
  return packed.flatMap(({ name, tarball, files }) => {
    // node16: the resolutions of Node and bundlers, not the oldest one, which cannot see `exports`.
    const profile = files.some((file) => file.endsWith('.cjs')) ? 'node16' : 'esm-only';
    const attw = [...tool('@arethetypeswrong/cli', 'attw'), tarball, '--profile', profile, '--no-color', '--no-emoji'];
    return [
      { name: `publint ${name}`, run: () => run([...tool('publint'), 'run', tarball, '--strict']) },
      { name: `attw ${name}`, run: () => run(attw) },
    ];
  });
}
