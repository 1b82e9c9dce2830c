import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs we can start, by the names of their makers. */
export type ServerBinary =
  | 'postgres'
  | 'redis-server'
  | 'prometheus'
  | 'promtool'
  | 'alertmanager'
  | 'amtool'
  | 'chromium';

/** Other names of a program. Debian renames Alertmanager; Chromium has as many names as packagers, and Chrome does as well. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  alertmanager: ['prometheus-alertmanager'],
  chromium: ['chromium-browser', 'google-chrome-stable', 'google-chrome'],
};

/** The Debian package that has a program, for the message to whoever lacks it. */
const DEBIAN_PACKAGE: Readonly<Record<ServerBinary, string>> = {
  postgres: 'postgresql',
  'redis-server': 'redis-server',
  prometheus: 'prometheus',
  promtool: 'prometheus',
  alertmanager: 'prometheus-alertmanager',
  amtool: 'prometheus-alertmanager',
  chromium: 'chromium',
};

/** Where a program is: on PATH, or where Debian keeps programs that a PATH lacks. Null when it is nowhere. */
export function findBinary(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...usualFolders()];
  const candidates = [name, ...(ALIASES[name] ?? [])].flatMap((file) => folders.map((folder) => join(folder, file)));
  return candidates.find(isExecutable) ?? null;
}

/** Whether this machine has the program. */
export function available(binary: ServerBinary): boolean {
  return findBinary(binary) !== null;
}

/** Where the program is; an error that says how to install it when it is nowhere. */
export function requireBinary(binary: ServerBinary): string {
  const path = findBinary(binary);
  if (path === null) throw new Error(missing(binary));
  return path;
}

/** What to tell whoever lacks a program. */
export function missing(binary: ServerBinary): string {
  return `${binary} is not installed; on Debian: apt-get install ${DEBIAN_PACKAGE[binary]}`;
}

/** Beside the usual ones, each installed version of PostgreSQL, the newest first. */
function usualFolders(): string[] {
  const versions = '/usr/lib/postgresql';
  return [...newestFirst(versions).map((version) => join(versions, version, 'bin')), '/usr/local/bin', '/usr/sbin'];
}

function newestFirst(folder: string): string[] {
  try {
    return readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  } catch {
    return [];
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
