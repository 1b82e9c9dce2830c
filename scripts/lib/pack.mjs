import { pnpm } from './pnpm.mjs';
import { run } from './process.mjs';
import { listPublicPackages } from './root.mjs';

/** @typedef {{ readonly name: string, readonly tarball: string, readonly files: readonly string[] }} Packed */

/**
 * Packs every public package as it would be published.
 *
 * @param {string} destination
 * @returns {Promise<Packed[]>}
 */
export async function packAll(destination) {
  const filters = listPublicPackages().map(({ manifest }) => `--filter=${manifest.name}`);
  const packing = ['pack', '--json', `--pack-destination=${destination}`];
  const { code, output } = await run([...(await pnpm()), '--recursive', ...filters, ...packing]);
  if (code !== 0) throw new Error(`pnpm pack failed.\n${output}`);
  // npx may print warnings first.
  const packed = JSON.parse(output.slice(output.search(/^\[$/m)));
  return packed.map((/** @type {{ name: string, filename: string, files: { path: string }[] }} */ entry) => ({
    name: entry.name,
    tarball: entry.filename,
    files: entry.files.map(({ path }) => path),
  }));
}
