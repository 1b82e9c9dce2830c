import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pnpm } from './pnpm.mjs';
import { run } from './process.mjs';
import { listWorkspaces, root } from './root.mjs';
import { hashFiles, readStamp, writeStamp } from './stamp.mjs';
import { demand } from './step.mjs';

/** @typedef {import('./root.mjs').Workspace} Workspace */

/** Installs what the lockfile says, unless that has been done. */
export async function install() {
  const manifests = ['package.json', ...listWorkspaces().map(({ folder }) => `${folder}/package.json`)];
  const wanted = hashFiles(root, ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', ...manifests]);
  if (readStamp('install') === wanted) return;
  await demand({
    name: 'install',
    // CI: pnpm must not stop to ask whether it may remove an old node_modules.
    run: async () => run([...(await pnpm()), 'install', '--frozen-lockfile'], { env: { CI: 'true' } }),
  });
  writeStamp('install', wanted);
}

/** Builds the packages whose sources have changed, and those that depend on them. Applications that other tools build are left to these. */
export async function build() {
  const built = listWorkspaces().filter(({ manifest }) => manifest.scripts?.build !== undefined);
  const others = built.filter(({ manifest }) => manifest.scripts?.build !== 'tsup');
  const stale = built
    .filter((workspace) => !others.includes(workspace))
    .map((workspace) => ({ ...workspace, wanted: fingerprint(workspace) }))
    .filter(({ folder, wanted }) => !existsSync(join(root, folder, 'dist')) || readStamp(folder) !== wanted);
  if (stale.length === 0) return;
  // pnpm goes from the depended on to the dependents; `...name` selects a package with its dependents.
  const filters = [
    ...stale.map(({ manifest }) => `--filter=...${manifest.name}`),
    ...others.map(({ manifest }) => `--filter=!${manifest.name}`),
  ];
  await demand({
    name: `build ${stale.map(({ folder }) => folder.replace('packages/', '')).join(', ')}`,
    run: async () => run([...(await pnpm()), '--recursive', ...filters, 'run', 'build']),
  });
  for (const { folder, wanted } of stale) writeStamp(folder, wanted);
}

/** @param {Workspace} workspace */
function fingerprint({ folder }) {
  const inputs = ['src', 'page', 'package.json', 'tsconfig.json', 'tsup.config.ts'].map((name) => `${folder}/${name}`);
  const shared = ['tsup.base.ts', 'tsconfig.base.json', 'pnpm-lock.yaml'];
  return hashFiles(root, [...inputs, ...shared], (path) => !/\.(?:test|examples)\.ts$/.test(path));
}
