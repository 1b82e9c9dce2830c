import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployFolder } from './files.js';

/**
 * The Secrets that create-secrets.sh puts into a cluster, by name: their keys, each with the file that its value comes from.
 * `folder` is what init-secrets.sh was given.
 */
export function createdSecrets(folder: string): Record<string, Record<string, string>> {
  const log = join(folder, 'kubectl.log');
  const kubectl = join(folder, 'kubectl');
  // There is no cluster here: this writes down what it was asked to create.
  writeFileSync(kubectl, `#!/bin/sh\n[ "$1" = create ] && echo "$@" >>'${log}'\nexit 0\n`);
  chmodSync(kubectl, 0o700);
  execFileSync(join(deployFolder, 'kubernetes/create-secrets.sh'), ['a-namespace', folder], {
    env: { ...process.env, KUBECTL: kubectl },
  });
  const calls = readFileSync(log, 'utf8').trim().split('\n');
  return Object.fromEntries(
    calls.map((call) => [
      / generic (\S+) --namespace=a-namespace /.exec(call)?.[1],
      Object.fromEntries([...call.matchAll(/--from-file=([^=\s]+)=(\S+)/g)].map(([, key, file]) => [key, file])),
    ]),
  );
}
