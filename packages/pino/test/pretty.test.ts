import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../src/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = pathToFileURL(join(root, 'src/index.ts')).href;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-pretty-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a program prints in a terminal that shows colours: pino-pretty writes from a thread, to the real standard output. */
function printed(format: string): Promise<string> {
  const file = join(folder, `${format}.mts`);
  writeFileSync(
    file,
    `import { createLogger, pinoAdapter } from '${source}';
     const logger = createLogger({ service: 'chat-api', version: '2.3.0', pretty: true, format: '${format}' });
     const log = pinoAdapter({ logger, format: '${format}' });
     log.logSecurityEvent({ event: 'rate_limited', requestId: 'r\\u001b[2J', details: { limit: 'per-user' } });
     logger.error({ error: new RangeError('out of range') }, 'It failed');`,
  );
  const { NO_COLOR: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: root,
    env: { ...environment, FORCE_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += String(chunk);
  });
  return new Promise((resolve) => child.on('close', () => resolve(output)));
}

describe.concurrent.each(['default', 'ecs'])('pretty, %s format', (format) => {
  it('is a coloured line with time, level, message and fields, and the stack of an error', async () => {
    const output = await printed(format);
    expect(output).toContain('\u001b[33mWARN\u001b[39m');
    const [first = '', second = '', ...rest] = stripVTControlCharacters(output).split('\n');
    expect(first).toMatch(/^\[\d\d:\d\d:\d\d\.\d{3}\] WARN: Rate limit exceeded \{/);
    expect(first).toContain('r\\u001b[2J');
    expect(first).toContain('"limit":"per-user"');
    expect(first).not.toMatch(/chat-api|2\.3\.0/);
    expect(second).toMatch(/ERROR: It failed/);
    expect(rest.join('\n')).toMatch(/RangeError[\s\S]*out of range/);
    // The character itself must not reach the terminal.
    expect(output).not.toContain('\u001b[2J');
  });
});

it('takes no destination, because it has one', () => {
  expect(() => createLogger({ service: 'chat-api', pretty: true, destination: '/dev/null' })).toThrow(
    '[@llm-sentinel/pino] `pretty` writes to standard output and takes no `destination`.',
  );
});
