import { tmpdir } from 'node:os';
import { run } from './process.mjs';
import { readManifest, root } from './root.mjs';

/** @type {Promise<string[]> | undefined} */
let found;

/** The exact version that `packageManager` names, without the hash that may follow. */
function pinnedVersion() {
  const [name, version] = (readManifest(root).packageManager ?? '').split(/[@+]/);
  if (name !== 'pnpm' || version === undefined) throw new Error('package.json must pin pnpm in `packageManager`.');
  return version;
}

/**
 * The command line of the pinned pnpm: the installed one when it is of that version, else npx's. Not corepack, whose keys and
 * downloads fail too often.
 */
export function pnpm() {
  found ??= findPnpm();
  return found;
}

async function findPnpm() {
  const version = pinnedVersion();
  // Asked outside the repository, where neither pnpm nor a shim of corepack fetches the version that a package.json names.
  const { code, output } = await run(['pnpm', '--version'], { cwd: tmpdir(), env: { COREPACK_ENABLE_NETWORK: '0' } });
  return code === 0 && output.trim() === version ? ['pnpm'] : ['npx', '--yes', `pnpm@${version}`];
}
