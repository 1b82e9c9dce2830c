import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareFolder } from '../src/services/prepared-folder.js';

const folder = mkdtempSync(join(tmpdir(), 'sentinel-prepared-'));
const prepared = join(folder, 'prepared');
beforeAll(() => {
  mkdirSync(prepared);
  writeFileSync(join(prepared, 'PG_VERSION'), '18');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('puts a database where there is none, readable by its owner only', () => {
  prepareFolder(join(folder, 'new'), prepared);
  expect(readFileSync(join(folder, 'new', 'db', 'PG_VERSION'), 'utf8')).toBe('18');
  expect(statSync(join(folder, 'new', 'db')).mode & 0o777).toBe(0o700);
});

it('leaves a database alone that is there', () => {
  const database = join(folder, 'old', 'db');
  mkdirSync(database, { recursive: true });
  writeFileSync(join(database, 'PG_VERSION'), '17');
  prepareFolder(join(folder, 'old'), prepared);
  expect(readFileSync(join(database, 'PG_VERSION'), 'utf8')).toBe('17');
});

it('leaves nothing behind when it cannot be copied', async () => {
  const broken = join(folder, 'broken');
  mkdirSync(broken);
  // A socket is no file that could be copied.
  const server = createServer().listen(join(broken, 'socket'));
  await once(server, 'listening');
  prepareFolder(join(folder, 'half'), broken);
  expect(readdirSync(join(folder, 'half'))).toEqual([]);
  server.close();
});

it('does nothing without a prepared one', () => {
  prepareFolder(join(folder, 'none'), join(folder, 'nowhere'));
  expect(existsSync(join(folder, 'none'))).toBe(false);
});
