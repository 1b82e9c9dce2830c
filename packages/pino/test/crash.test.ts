// What is in the log when a process ends. Each case is a process of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const LINES = 3_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const source = pathToFileURL(join(root, 'src')).href;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-crash-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a program that begins with `body`; resolves with what it printed when it is gone. */
function run(name: string, body: string): Promise<{ stdout: string; code: number | null }> {
  const file = join(folder, `${name}.mts`);
  writeFileSync(
    file,
    `import { createLogger } from '${source}/create-logger.ts';
     import { createAuditLogger } from '${source}/audit-logger.ts';
     const logLines = (logger) => { for (let i = 0; i < ${LINES}; i++) logger.info({ i }, 'line'); };
     ${body}`,
  );
  const child = spawn(process.execPath, ['--import', 'tsx', file], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += String(chunk);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ stdout, code })));
}

const numbers = (jsonl: string) =>
  jsonl
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { i?: number; message: string; error_type?: string });
const all = Array.from({ length: LINES }, (_, i) => i);

describe.concurrent('all lines are on standard output', () => {
  const logger = "const logger = createLogger({ service: 'x' }); logLines(logger);";
  it.each([
    ['its end', '', 0],
    ['process.exit', 'process.exit(3);', 3],
    ['an uncaught error', "throw new Error('end');", 1],
    ['an uncaught error later', "setImmediate(() => { logLines(logger); throw new Error('end'); });", 1],
    ['an unhandled rejection', "Promise.reject(new Error('end'));", 1],
  ])('of a process that ends by %s', async (name, ending, expectedCode) => {
    const { stdout, code } = await run(name.replaceAll(' ', '-'), `${logger} ${ending}`);
    expect(code).toBe(expectedCode);
    expect(numbers(stdout).map(({ i }) => i)).toEqual(name.endsWith('later') ? [...all, ...all] : all);
  });
});

describe.concurrent('the audit trail', () => {
  const audit = (path: string) =>
    `const audit = createAuditLogger({ service: 'x', destination: ${JSON.stringify(path)} }); logLines(audit.logger);`;

  it('has all lines of a process that crashed, and what it crashed of, without the message', async () => {
    const path = join(folder, 'crashed.jsonl');
    const { code } = await run('audit-crash', `${audit(path)} throw new RangeError('secret');`);
    expect(code).toBe(1);
    const lines = numbers(readFileSync(path, 'utf8'));
    expect(lines.slice(0, LINES).map(({ i }) => i)).toEqual(all);
    expect(lines.slice(LINES)).toEqual([
      expect.objectContaining({
        level: 'fatal',
        log_type: 'audit',
        error_type: 'RangeError',
        message: 'Uncaught exception',
      }),
    ]);
    expect(readFileSync(path, 'utf8')).not.toContain('secret');
  });

  it('is on disk when a fatal line is logged, though the process lives on', async () => {
    const path = join(folder, 'fatal.jsonl');
    const body = `import { readFileSync } from 'node:fs'; ${audit(path)} audit.logger.fatal('now');
      console.log(readFileSync(${JSON.stringify(path)}, 'utf8').split('\\n').length - 1);`;
    const { stdout } = await run('audit-fatal', body);
    expect(stdout.trim()).toBe(String(LINES + 1));
  });
});
