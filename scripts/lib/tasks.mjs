import { check, DOCS } from './check.mjs';
import { build, install } from './prepare.mjs';
import { run, runScript, tool } from './process.mjs';
import { buildSite, serveSite } from './site.mjs';
import { StepFailed } from './step.mjs';

/** @type {Readonly<Record<string, (args: readonly string[]) => Promise<number>>>} */
const tasks = {
  demo: async (args) => show(await runScript('examples/demo', 'start', args)),
  test: async (args) => show(await run([...tool('vitest'), 'run', ...args], { show: true })),
  build: async () => 0,
  check,
  bench: async (args) => show(await runScript('packages/workbench', 'bench', args)),
  docs: async (args) => show(await run([...tool('tsx'), DOCS, ...args], { show: true })),
  'docs:site': async ([first, ...rest]) => {
    if (first === '--serve') return show(await serveSite(rest));
    const code = show(await buildSite());
    if (code === 0) console.log('The site is in docs/.vitepress/dist.');
    return code;
  },
};

/** Made of pages and of no package. */
const UNBUILT = ['docs:site'];

/**
 * Does a task on an installed and, where it needs that, built tree.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<number>} The exit code.
 */
export async function runTask(name, args) {
  const task = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (task === undefined) {
    console.error(`Usage: npm run ${Object.keys(tasks).join(' | ')} [-- arguments]`);
    return 2;
  }
  try {
    await install();
    if (!UNBUILT.includes(name)) await build();
    return await task(args);
  } catch (error) {
    if (error instanceof StepFailed) return 1;
    throw error;
  }
}

/** @param {import('./process.mjs').RunResult} result */
function show({ code, output }) {
  if (output !== '') console.error(output.trimEnd());
  return code;
}
