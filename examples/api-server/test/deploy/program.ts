import { spawnSync } from 'node:child_process';

/** Whether a program can be started here. */
export const hasProgram = (name: string): boolean => spawnSync(name, ['--version']).error === undefined;

/** Whether tests that need a program are left out. Not in CI, which installs it: there its absence is a failure. */
export const isLeftOut = (name: string): boolean => process.env.CI === undefined && !hasProgram(name);

/** Runs a program of this machine to its end. One that fails is a result, not an error. */
export function runProgram(name: string, args: readonly string[], cwd?: string) {
  const { status, stdout, stderr, error } = spawnSync(name, args, { encoding: 'utf8', cwd });
  return { isThere: error === undefined, status, stdout, stderr };
}
