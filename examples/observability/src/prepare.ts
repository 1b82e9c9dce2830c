import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the installed package keeps the files for other programs. */
const published = dirname(fileURLToPath(import.meta.resolve('@llm-sentinel/prometheus/package.json')));

/** Puts rules and dashboards of the installed release in place, and makes the secrets that are not there yet. */
export function prepare(folder: string): { readonly token: string } {
  cpSync(join(published, 'rules/rules.yml'), join(folder, 'prometheus/rules/rules.yml'));
  cpSync(join(published, 'dashboards'), join(folder, 'grafana/dashboards'), { recursive: true });
  secret(join(folder, 'secrets/grafana-password'));
  return { token: secret(join(folder, 'secrets/sentinel-token')) };
}

/** What a file holds; a random value, put there for its owner only, when it is not there. */
function secret(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
