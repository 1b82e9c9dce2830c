import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

// Beside what it vouches for: whoever removes node_modules removes the stamps too.
const STAMPS = 'node_modules/.cache/llm-sentinel';

/**
 * One hash of the names and contents of files; folders count with all that is in them. What is not there counts as empty.
 *
 * @param {string} base
 * @param {readonly string[]} paths Relative to `base`.
 * @param {(path: string) => boolean} [isInput]
 */
export function hashFiles(base, paths, isInput = () => true) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((path) => listFiles(base, path)).filter(isInput)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(base, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} base
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(base, path) {
  const stats = statSync(join(base, path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(join(base, path))
    .sort()
    .flatMap((name) => listFiles(base, `${path}/${name}`));
}

/** @param {string} name */
export function readStamp(name, base = root) {
  try {
    return readFileSync(join(base, STAMPS, name), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function writeStamp(name, value, base = root) {
  const file = join(base, STAMPS, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}
