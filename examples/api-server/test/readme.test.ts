import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SCOPES } from '../src/auth/scopes.js';
import { optionsTable } from '../src/config/show.js';
import { PROBLEM_STATUS } from '../src/server/problem.js';
import { type ServiceProcess, startServiceProcess } from './support/service-process.js';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');
const curls = [...readme.matchAll(/```sh\n(.*?)```/gs)]
  .map(([, block = '']) => block)
  .filter((block) => block.includes('curl '));

let service: ServiceProcess;
beforeAll(async () => {
  service = await startServiceProcess({ alias: 'readme' });
});
afterAll(() => service.stop());

it.each(curls)('works as it stands:\n%s', async (block) => {
  const script = block
    .replaceAll('http://127.0.0.1:8080', service.url)
    .replaceAll('curl -s', 'curl --fail-with-body -s');
  const { stdout } = await promisify(execFile)('sh', ['-ec', script], {
    env: { ...process.env, SENTINEL_KEY: service.key },
  });
  expect(stdout.length).toBeGreaterThan(10);
});

it('has the table of all options, and names all scopes and codes of problems', () => {
  expect(curls.length).toBeGreaterThan(4);
  expect(readme).toContain(optionsTable());
  for (const name of [...SCOPES, ...Object.keys(PROBLEM_STATUS)]) expect(readme).toContain(`\`${name}\``);
});
