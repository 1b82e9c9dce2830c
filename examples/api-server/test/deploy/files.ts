// Where things are, for the tests of deployment.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const repository = fileURLToPath(new URL('../../../../', import.meta.url));
export const deployFolder = join(repository, 'examples/api-server/deploy');

export const textOf = (path: string): string => readFileSync(join(deployFolder, path), 'utf8');
export const yamlOf = (path: string) => parse(textOf(path), { merge: true });

/** An empty folder; remove it afterwards. */
export const scratchFolder = (): string => mkdtempSync(join(tmpdir(), 'sentinel-deploy-'));

/** Runs init-secrets.sh into a folder, and returns the folder of its secrets. */
export function makeSecrets(folder: string): string {
  execFileSync(join(deployFolder, 'init-secrets.sh'), [folder]);
  return join(folder, 'secrets');
}
