import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { readManifest, root } from './root.mjs';

const isWindows = process.platform === 'win32';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Readonly<Record<string, string>>} [env] Added to this process's own.
 * @property {boolean} [show] Passes input and output through instead of collecting the output.
 * @property {number} [timeoutMs] Stopped after so long, and counted as failed. Forever by default.
 */

/** @typedef {{ readonly code: number, readonly output: string }} RunResult */

/**
 * Runs a program to its end. Never rejects: a program that cannot start counts as one that failed.
 *
 * @param {readonly string[]} command
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run([file = '', ...args], { cwd = root, env = {}, show = false, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    // npm and pnpm are .cmd files on Windows, which start only through a shell.
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: isWindows && file !== process.execPath,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
      });
    }
    const release = show ? leaveSignalsTo(child) : () => {};
    child.on('error', (error) => {
      release();
      resolve({ code: 127, output: `${output}${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      release();
      if (signal === 'SIGKILL' && timeoutMs > 0) output += `It had not ended after ${timeoutMs / 1_000} seconds.\n`;
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 1), output });
    });
  });
}

/**
 * Ctrl+C reaches the whole process group: the child decides what it means, and we wait for it. SIGTERM reaches only us.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function leaveSignalsTo(child) {
  const ignore = () => {};
  const forward = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore).on('SIGTERM', forward);
  return () => process.off('SIGINT', ignore).off('SIGTERM', forward);
}

/**
 * The command line of a tool among the root's devDependencies. Started by its file, it needs neither npx nor a .cmd wrapper.
 *
 * @param {string} name
 * @returns {string[]}
 */
export function tool(name, bin = name.split('/').at(-1) ?? name) {
  const folder = join(root, 'node_modules', name);
  const { bin: bins } = readManifest(folder);
  const file = typeof bins === 'string' ? bins : bins?.[bin];
  if (file === undefined) throw new Error(`${name} has no program called ${bin}.`);
  return [process.execPath, join(folder, file)];
}

/**
 * Runs a script of a workspace as `npm run` would, less its banner.
 *
 * @param {string} folder
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<RunResult>}
 */
export function runScript(folder, name, args) {
  const cwd = join(root, folder);
  const script = existsSync(join(cwd, 'package.json')) ? readManifest(cwd).scripts?.[name] : undefined;
  if (script === undefined) {
    return Promise.resolve({ code: 1, output: `${folder}/package.json has no script called ${name}.\n` });
  }
  const path = [join(cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH ?? ''];
  const env = { PATH: path.join(isWindows ? ';' : ':') };
  if (isWindows) return run([script, ...args], { cwd, env, show: true });
  // A single command takes the shell's place, so that signals reach it. Arguments come as positions, which need no quoting.
  const single = /[;&|]/.test(script) ? script : `exec ${script}`;
  return run(['sh', '-c', `${single} "$@"`, name, ...args], { cwd, env, show: true });
}
