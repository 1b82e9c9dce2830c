// What runs on a host itself: scripts that make secrets, and the unit for systemd.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readKeys } from '../src/auth/key-file.js';
import { createKeyRing } from '../src/auth/key-ring.js';
import { loadConfig } from '../src/config/load.js';
import { deployFolder, makeSecrets, scratchFolder, textOf, yamlOf } from './deploy/files.js';
import { hasProgram, isLeftOut, runProgram } from './deploy/program.js';

const scratch = scratchFolder();
const secrets = makeSecrets(scratch);
const secretOf = (name: string) => readFileSync(join(secrets, name), 'utf8');
afterAll(() => rmSync(scratch, { recursive: true }));

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const hashesIn = (folder: string) =>
  Object.fromEntries(filesIn(folder).map((file) => [file, readFileSync(file, 'hex')]));

describe('init-secrets.sh', () => {
  it('makes files for their owner only', () => {
    expect(filesIn(secrets).length).toBeGreaterThan(20);
    for (const file of [...filesIn(secrets), join(scratch, '.env')]) expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const folder of ['secrets', 'secrets/keys', 'data/postgres', 'data/sentinel']) {
      expect(statSync(join(scratch, folder)).mode & 0o777).toBe(0o700);
    }
  });

  it('keeps what is there, and makes what is not', () => {
    const before = hashesIn(scratch);
    makeSecrets(scratch);
    expect(hashesIn(scratch)).toEqual(before);
    rmSync(join(secrets, 'postgres-service-password'));
    makeSecrets(scratch);
    const changed = filesIn(secrets).filter((file) => readFileSync(file, 'hex') !== before[file]);
    expect(changed.map((file) => file.slice(secrets.length + 1)).sort()).toEqual([
      'postgres-service-password',
      'postgres-url',
    ]);
    expect(secretOf('postgres-url')).toContain(secretOf('postgres-service-password'));
  });

  it('makes each password by itself, of 256 bits', () => {
    const passwords = filesIn(secrets).filter(
      (file) => /-(?:password|key|token)$/.test(file) && statSync(file).size > 0,
    );
    const values = passwords.map((file) => readFileSync(file, 'utf8'));
    expect(new Set(values).size).toBe(values.length);
    for (const value of values) expect(value).toMatch(/^[0-9a-f]{64}$|^sk_sentinel_[0-9a-f]{12}_[\w-]{43}$/);
  });

  it('makes keys that the service takes, with the right to read metrics and to do everything', () => {
    const ring = createKeyRing(readKeys(join(secrets, 'keys/keys.yaml')));
    expect(ring.find(secretOf('metrics-token'))).toMatchObject({ alias: 'prometheus', scopes: ['metrics:read'] });
    expect(ring.find(secretOf('admin-key'))).toMatchObject({ alias: 'operator', scopes: ['admin'] });
  });

  it('tells Redis hashes, and nothing else', () => {
    const users = secretOf('redis-users.acl');
    for (const name of ['service', 'exporter']) {
      const password = secretOf(`redis-${name}-password`);
      expect(users).not.toContain(password);
      expect(users).toContain(`user ${name} on #${createHash('sha256').update(password).digest('hex')} `);
    }
  });

  it('lets containers run as the owner, who is not root', () => {
    const [, uid = '', gid = ''] = /^SENTINEL_UID=(\d+)\nSENTINEL_GID=(\d+)$/m.exec(
      readFileSync(join(scratch, '.env'), 'utf8'),
    )!;
    expect([Number(uid), Number(gid)]).toEqual([statSync(secrets).uid, statSync(secrets).gid]);
    expect(Number(uid)).toBeGreaterThan(0);
  });

  it('has what it makes ignored by git', () => {
    for (const path of ['.env', 'secrets/hmac-key', 'data/postgres/x']) {
      expect(runProgram('git', ['check-ignore', '--quiet', path], deployFolder).status, path).toBe(0);
    }
  });
});

describe('the scripts', () => {
  const scripts = execFileSync('git', ['ls-files', '*.sh'], { cwd: deployFolder, encoding: 'utf8' }).trim().split('\n');

  it.each(scripts)('%s stops at the first error, and can be run', (script) => {
    expect(textOf(script)).toMatch(/^#!\/usr\/bin\/env bash\n(?:#.*\n)+set -euo pipefail\n/);
    expect(statSync(join(deployFolder, script)).mode & 0o111).toBe(0o111);
  });

  it.skipIf(isLeftOut('shellcheck')).each(scripts)('%s has nothing that shellcheck warns of', (script) => {
    const { stdout, status } = runProgram('shellcheck', [script], deployFolder);
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});

describe('the unit for systemd', () => {
  const unit = textOf('systemd/llm-sentinel.service');
  const lines = unit.split('\n').filter((line) => /^[A-Z]\w*=/.test(line));
  const valuesOf = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1));

  it('takes away from the service what it does not need', () => {
    for (const line of [
      'DynamicUser=yes',
      'ProtectSystem=strict',
      'ProtectHome=yes',
      'PrivateTmp=yes',
      'PrivateDevices=yes',
      'NoNewPrivileges=yes',
      'CapabilityBoundingSet=',
      'RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX',
      'SystemCallFilter=@system-service',
      'SystemCallFilter=~@privileged @resources',
      'UMask=0077',
      'Restart=on-failure',
    ]) {
      expect(lines).toContain(line);
    }
    // V8 writes code and runs it; a watchdog would need the service to speak to systemd.
    expect(valuesOf('MemoryDenyWriteExecute')).toEqual([]);
    expect(valuesOf('WatchdogSec')).toEqual([]);
    expect(Number(valuesOf('TimeoutStopSec')[0])).toBeGreaterThan(5);
  });

  it('hands over secrets as credentials, which the service takes', () => {
    const credentials = valuesOf('LoadCredential').map((value) => value.split(':') as [string, string]);
    for (const [, source] of credentials) {
      expect(existsSync(source.replace('/etc/llm-sentinel/secrets', secrets)), source).toBe(true);
    }
    const folders = { '/etc/llm-sentinel': scratch };
    writeFileSync(join(scratch, 'sentinel.yaml'), 'server: { host: 127.0.0.1 }\n');
    const environment = Object.fromEntries(
      valuesOf('Environment').map((value) => {
        const [name = '', text = ''] = value.split('=');
        const source = credentials.find(([credential]) => text === `%d/${credential}`)?.[1] ?? text;
        expect(source).not.toContain('%d');
        return [name, source.replace('/etc/llm-sentinel', folders['/etc/llm-sentinel'])];
      }),
    );
    expect(loadConfig({ environment })).toMatchObject({
      dataDir: '/var/lib/sentinel',
      server: { adminPort: 9464 },
      dashboard: { token: secretOf('dashboard-token') },
    });
    expect(valuesOf('StateDirectory')).toEqual(['sentinel']);
  });

  it.skipIf(!hasProgram('systemd-analyze'))('is one that systemd understands, and rates as well protected', () => {
    const file = join(deployFolder, 'systemd/llm-sentinel.service');
    // The program may be elsewhere on this machine.
    const here = join(scratch, 'llm-sentinel.service');
    writeFileSync(here, unit.replace('/usr/bin/node', process.execPath));
    const { status, stderr } = runProgram('systemd-analyze', ['verify', '--man=no', here]);
    expect(stderr).not.toMatch(/Unknown key|Failed to parse|Invalid/i);
    expect(status).toBe(0);
    // From 0 to 100, the less the better; a unit without protection has 96.
    const rated = runProgram('systemd-analyze', ['security', '--offline=yes', '--threshold=15', file]);
    expect(rated.status, rated.stdout.split('\n').at(-2)).toBe(0);
  });
});

describe('sentinel.yaml', () => {
  it('has no secret and no address of one place', () => {
    expect(Object.keys(yamlOf('sentinel.yaml')).sort()).toEqual(['postgres', 'server', 'tracing']);
    expect(textOf('sentinel.yaml')).not.toMatch(/:\/\//);
  });
});
