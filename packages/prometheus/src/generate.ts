// `pnpm --filter @llm-sentinel/prometheus generate` writes the rules, configurations, manifests and dashboards again.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputs } from './outputs.js';

for (const [path, text] of outputs()) {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`Wrote ${path}`);
}

// As `npm run check` wants them.
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const written = [...outputs().keys()].map((path) => `packages/prometheus/${path}`);
execFileSync('node_modules/.bin/biome', ['format', '--write', ...written], { cwd: repository, stdio: 'inherit' });
