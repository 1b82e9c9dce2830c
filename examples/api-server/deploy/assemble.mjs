// Lays out what the service needs at run time, and nothing else: its own dist, those of the packages it depends on, and their
// production dependencies at the versions of the lockfile, which `pnpm deploy` would choose anew.
//
//   node examples/api-server/deploy/assemble.mjs FOLDER     (everything built before; FOLDER must not exist)
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { pnpm } from '../../../scripts/lib/pnpm.mjs';
import { run } from '../../../scripts/lib/process.mjs';
import { listWorkspaces, root } from '../../../scripts/lib/root.mjs';

const SERVICE = '@llm-sentinel/example-api-server';
/** What pnpm reads of the workspace, beside the manifest of each member. */
const WORKSPACE_FILES = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc'];

/**
 * @param {string} target
 * @returns {Promise<void>}
 */
async function assemble(target) {
  const members = closure(listWorkspaces(), SERVICE).map(({ folder }) => folder);
  for (const path of [...WORKSPACE_FILES, ...members.map((folder) => `${folder}/package.json`)]) copy(path, target);
  await install(target);
  for (const folder of members) copy(`${folder}/dist`, target);
  for (const path of [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    '.npmrc',
    'node_modules/.modules.yaml',
    'node_modules/.pnpm-workspace-state-v1.json',
  ]) {
    rmSync(join(target, path), { force: true });
  }
}

/**
 * A member of the workspace and all that it needs of the others.
 *
 * @param {import('../../../scripts/lib/root.mjs').Workspace[]} workspaces
 * @param {string} name
 */
function closure(workspaces, name) {
  const found = new Set([name]);
  // A set gives what is added to it while it is walked, too.
  for (const member of found) {
    const { dependencies = {} } = workspaces.find(({ manifest }) => manifest.name === member)?.manifest ?? {};
    for (const [dependency, range] of Object.entries(dependencies)) {
      if (range.startsWith('workspace:')) found.add(dependency);
    }
  }
  return workspaces.filter(({ manifest }) => found.has(manifest.name));
}

/**
 * @param {string} path
 * @param {string} target
 */
function copy(path, target) {
  const source = join(root, path);
  if (!existsSync(source)) throw new Error(`${path} is not there. Build first: npm run build`);
  mkdirSync(dirname(join(target, path)), { recursive: true });
  // Maps are for debuggers; without sources beside them they are only weight.
  cpSync(source, join(target, path), { recursive: true, filter: (file) => !/\.(?:c?js\.map|d\.c?ts)$/.test(file) });
}

/** @param {string} target */
async function install(target) {
  const options = [
    ...['--prod', '--frozen-lockfile', '--ignore-scripts', `--filter-prod=${SERVICE}...`],
    // Packages find their peers, such as prom-client, where the service has them: above.
    '--config.shamefully-hoist=true',
  ];
  const { code, output } = await run([...(await pnpm()), 'install', ...options], { cwd: target, env: { CI: 'true' } });
  if (code !== 0) throw new Error(`pnpm install failed:\n${output}`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined || existsSync(folder)) {
  console.error('Usage: node assemble.mjs FOLDER, which must not exist yet.');
  process.exitCode = 2;
} else {
  await assemble(resolve(folder));
}
