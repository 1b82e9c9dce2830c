import { run, tool } from './process.mjs';

const CHECK = 'packages/workbench/src/docs/site/check.ts';

/**
 * Builds the site of the documentation into `docs/.vitepress/dist`, and follows every link in it.
 *
 * @returns {Promise<import('./process.mjs').RunResult>}
 */
export async function buildSite() {
  const built = await run([...tool('vitepress'), 'build', 'docs']);
  if (built.code !== 0) return built;
  return run([...tool('tsx'), CHECK]);
}

/**
 * Serves the site on this machine, each page as it is being written.
 *
 * @param {readonly string[]} args Of `vitepress dev`, such as `--port 5000`.
 */
export const serveSite = (args) => run([...tool('vitepress'), 'dev', 'docs', ...args], { show: true });
