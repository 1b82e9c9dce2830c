import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run, tool } from './lib/process.mjs';
import { reportAll } from './lib/step.mjs';

const script = fileURLToPath(new URL('run.mjs', import.meta.url));
const node = (/** @type {string[]} */ ...args) =>
  new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }));
  });

describe('run.mjs', () => {
  it('tells an old Node what it needs, before anything that this Node could not read', async () => {
    const pretend = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.1"})';
    expect(await node('--import', pretend, script, 'test')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'LLM Sentinel needs Node 20.19 or newer, and this is Node 18.20.1.\n',
    });
  });

  it.each(['', 'deploy', 'constructor'])('lists the tasks when asked for %j', async (task) => {
    const { code, stderr } = /** @type {{ code: number, stderr: string }} */ (await node(script, task));
    expect(code).toBe(2);
    expect(stderr).toBe('Usage: npm run demo | test | build | check | bench | docs | docs:site [-- arguments]\n');
  });
});

describe('run', () => {
  it('keeps the exit code and both outputs', async () => {
    const code = 'console.log("out"); console.error("err"); process.exitCode = 7';
    const result = await run([process.execPath, '--eval', code]);
    expect(result.code).toBe(7);
    expect(result.output.split('\n').sort()).toEqual(['', 'err', 'out']);
  });

  it('counts a program that is not there as failed', async () => {
    expect(await run(['no-such-program'])).toMatchObject({ code: 127, output: expect.stringContaining('ENOENT') });
  });

  it('finds the programs of installed tools', async () => {
    expect(await run([...tool('typescript', 'tsc'), '--version'])).toMatchObject({ code: 0 });
    expect(() => tool('typescript', 'nothing')).toThrow('typescript has no program called nothing.');
  });
});

describe('reportAll', () => {
  afterEach(() => vi.restoreAllMocks());

  it('says each step in a line, shows the output of those that failed, and counts them', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const step = (/** @type {string} */ name, /** @type {number} */ code) => ({
      name,
      run: async () => ({ code, output: `first of ${name}\nsecond\n` }),
    });
    expect(await reportAll([step('one', 0), step('two', 3), step('three', 0)], 1)).toBe(1);
    const lines = log.mock.calls.map(([line]) => String(line).replace(/\d+\.\d s/, '0.0 s'));
    expect(lines).toEqual([
      'ok    one (0.0 s)',
      'FAIL  two (0.0 s)',
      '      first of two\n      second',
      'ok    three (0.0 s)',
    ]);
  });
});
