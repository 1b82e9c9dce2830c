import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { requireBinary, type ServerBinary } from './binary.js';
import { SERVER_ENV } from './server.js';

export interface ToolResult {
  readonly code: number;
  /** All that it printed, to either stream. */
  readonly output: string;
}

/**
 * Runs a program to its end in a folder of its own, which holds the given files by their paths. A program that fails is a
 * result, not an error.
 */
export function runTool(
  binary: ServerBinary,
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<ToolResult> {
  const program = requireBinary(binary);
  const cwd = mkdtempSync(join(tmpdir(), `sentinel-${binary}-`));
  for (const [path, text] of Object.entries(files)) {
    const file = join(cwd, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return new Promise<ToolResult>((resolve) => {
    execFile(program, args, { cwd, env: SERVER_ENV, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, output: stdout + stderr });
    });
  }).finally(() => rmSync(cwd, { recursive: true, force: true }));
}
