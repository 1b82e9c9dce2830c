import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runCommandLine } from '../src/cli/run.js';
import { ConfigError } from '../src/config/config-error.js';
import { loadConfig } from '../src/config/load.js';
import { OPTIONS } from '../src/config/options.js';

const folder = mkdtempSync(join(tmpdir(), 'sentinel-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const own = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');
const problemsOf = (environment: Record<string, string>, path?: string) => {
  try {
    loadConfig({ file: path, environment });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
};

it('the environment is over the file, and the file over the defaults', () => {
  const path = file('sentinel.yaml', 'server: { port: 1000, host: 0.0.0.0 }\nscanner: { mode: strict }');
  const config = loadConfig({ environment: { SENTINEL_CONFIG: path, SENTINEL_SERVER__PORT: '2000' } });
  expect(config.server).toMatchObject({ port: 2000, host: '0.0.0.0', docs: true });
  expect(config.scanner.mode).toBe('strict');
});

it('a file may be JSON, and --config is over SENTINEL_CONFIG', () => {
  const path = file('sentinel.json', '{"server": {"port": 1}}');
  const config = loadConfig({ file: path, environment: { SENTINEL_CONFIG: join(folder, 'nowhere.yaml') } });
  expect(config.server.port).toBe(1);
});

it('every option can be set by its variable', () => {
  const samples: Record<string, string> = {
    hmacKey: 'a key that is long enough',
    'tracing.endpoint': 'http://collector:4318/v1/traces',
    'postgres.url': 'postgres://database/audit',
    'redis.url': 'redis://cache',
    'alerting.slackUrl': 'https://hooks.example.com/slack',
    'alerting.discordUrl': 'https://hooks.example.com/discord',
    'alerting.webhookUrl': 'https://hooks.example.com/own',
    'alerting.smtpUrl': 'smtps://mail.example.com',
    'dashboard.token': 'a token that is long enough',
    'scanner.policy': '{"pii": {"action": "block"}}',
    'scanner.allow': '[{"rule": "pii/email"}]',
  };
  for (const { path, variable, schema } of OPTIONS) {
    const name = path.join('.');
    const usual = schema.default ?? schema.minimum ?? (schema.enum?.[0] || 'some text');
    const text = samples[name] ?? (Array.isArray(usual) ? 'a, b' : String(usual));
    const config = loadConfig({ environment: { [variable]: text } }) as unknown as Record<string, never>;
    const value: unknown = path.reduce((part: Record<string, unknown>, key) => part[key] as never, config);
    const expected =
      text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : Array.isArray(usual) ? ['a', 'b'] : text;
    expect(typeof value === 'object' ? value : String(value), name).toEqual(expected);
  }
});

it('a secret may be in a file of its own, with a line break at its end', () => {
  const path = file('postgres-url', 'postgres://database/audit\n');
  expect(loadConfig({ environment: { SENTINEL_POSTGRES__URL_FILE: path } }).postgres.url).toBe(
    'postgres://database/audit',
  );
  expect(problemsOf({ SENTINEL_POSTGRES__URL_FILE: path, SENTINEL_POSTGRES__URL: 'postgres://x' })).toEqual([
    'SENTINEL_POSTGRES__URL: is set, and so is SENTINEL_POSTGRES__URL_FILE. Only one may be.',
  ]);
  expect(problemsOf({ SENTINEL_REDIS__URL_FILE: '/nowhere' })).toEqual([
    "SENTINEL_REDIS__URL_FILE: /nowhere can't be read: ENOENT.",
  ]);
});

it('what Kubernetes sets for a service named sentinel is no option', () => {
  const set = {
    SENTINEL_SERVICE_HOST: '10.0.0.1',
    SENTINEL_PORT: 'tcp://10.0.0.1:80',
    SENTINEL_PORT_80_TCP: 'tcp://10.0.0.1:80',
  };
  expect(problemsOf(set)).toEqual([]);
});

describe('a mistake is told with the option, what it must be and what was given', () => {
  it.each([
    [
      { SENTINEL_SERVER__PORT: 'http' },
      'server.port (SENTINEL_SERVER__PORT): must be a whole number from 0 to 65535, got "http".',
    ],
    [
      { SENTINEL_SERVER__PORT: '' },
      'server.port (SENTINEL_SERVER__PORT): must be a whole number from 0 to 65535, got "".',
    ],
    [{ SENTINEL_SERVER__DOCS: 'yes' }, 'server.docs (SENTINEL_SERVER__DOCS): must be true or false, got "yes".'],
    [
      { SENTINEL_SCANNER__MODE: 'harsh' },
      'scanner.mode (SENTINEL_SCANNER__MODE): must be one of strict, balanced, lenient, got "harsh".',
    ],
    [
      { SENTINEL_LIMITS__PER_SECOND: '0' },
      'limits.perSecond (SENTINEL_LIMITS__PER_SECOND): must be a number above 0, got 0.',
    ],
    [
      { SENTINEL_SERVR__PORT: '1' },
      'SENTINEL_SERVR__PORT: is the variable of no option. Did you mean SENTINEL_SERVER__PORT?',
    ],
    [
      { SENTINEL_TRACING__ENDPOINT: 'collector' },
      'tracing.endpoint (SENTINEL_TRACING__ENDPOINT): must be a URL, got "collector".',
    ],
    [
      { SENTINEL_SERVER__DRAIN_DELAY_MS: '4000' },
      'server.drainTimeoutMs: must be at least 1500 more than server.drainDelayMs, got 4500 and 4000.',
    ],
    [{ SENTINEL_SCANNER__ALLOW: '[{"rules": 1}]' }, 'scanner.allow.0.rule: is missing.'],
  ])('%j', (environment, message) => {
    expect(problemsOf(environment)).toContain(message);
  });

  it.each([
    ['sever: {}', 'sever: is no option. Did you mean server?'],
    ['server: { ports: 1 }', 'server.ports: is no option. Did you mean server.port?'],
    ['server: [1]', 'server: must be an object, got a list.'],
    ['a plain text', 'must hold options, such as "server: { port: 8080 }".'],
    ['server: {', 'Flow map'],
  ])('in the file: %s', (text, message) => {
    expect(problemsOf({}, file('wrong.yaml', text)).join('\n')).toContain(message);
  });

  it('never shows a secret', () => {
    const secret = 'mysql://user:pass-phrase@host';
    const message = problemsOf({ SENTINEL_POSTGRES__URL: secret, SENTINEL_HMAC_KEY: 'short-phrase' }).join('\n');
    expect(message).toContain('postgres.url (SENTINEL_POSTGRES__URL): must be');
    expect(message).not.toMatch(/phrase/);
  });

  it('and never by a crash, whatever the file holds', () => {
    const path = join(folder, 'any.json');
    fc.assert(
      fc.property(fc.json(), (text) => {
        writeFileSync(path, text);
        expect(() => problemsOf({}, path)).not.toThrow();
      }),
      { numRuns: 200 },
    );
  });
});

describe('the command line', () => {
  const run = (args: string[], environment: Record<string, string> = {}) => {
    const [out, error]: [string[], string[]] = [[], []];
    const outcome = runCommandLine(args, {
      environment,
      out: (line) => void out.push(line),
      error: (line) => void error.push(line),
    });
    return { outcome, out: out.join('\n'), error: error.join('\n') };
  };

  it('config print shows everything but secrets', () => {
    const secret = 'postgres://user:pass-phrase@host/audit';
    const { out, outcome } = run(['config', 'print'], { SENTINEL_POSTGRES__URL: secret });
    expect(outcome).toEqual({ exitCode: 0 });
    expect(out).not.toContain('pass-phrase');
    expect(parse(out)).toMatchObject({ server: { port: 8080 }, postgres: { url: '********' } });
  });

  it('config check and --check say whether the configuration is good', () => {
    expect(run(['--check']).out).toBe('The configuration is good.');
    const { outcome, error } = run(['config', 'check'], { SENTINEL_SERVER__PORT: 'x' });
    expect(outcome).toEqual({ exitCode: 2 });
    expect(error).toContain('server.port');
  });

  it.each([
    [{ SENTINEL_SCANNER__DISABLED_RULES: 'pii/unicorn' }, 'disabledRules'],
    [{ SENTINEL_ALERTING__WEBHOOK_URL: 'https://hooks.example.com' }, 'alerting.webhookSecret: is needed'],
    [{ SENTINEL_ALERTING__SMTP_URL: 'smtp://mail.example.com' }, 'alerting.mailFrom, alerting.mailTo: are needed'],
  ])('config check asks the parts too: %j', (environment, message) => {
    const { outcome, error } = run(['config', 'check'], environment as Record<string, string>);
    expect(outcome).toEqual({ exitCode: 2 });
    expect(error).toContain(message);
  });

  it('helps, and says what it does not know', () => {
    expect(run(['--help']).out).toContain('keys create --alias NAME');
    expect(run(['--version']).out).toMatch(/^\d+\.\d+\.\d+/);
    for (const args of [['dance'], ['config', 'sing'], ['--colour']])
      expect(run(args).outcome).toEqual({ exitCode: 2 });
    expect(run([]).outcome).toHaveProperty('serve.server.port', 8080);
  });
});

it('the example file names every option, with its default', () => {
  const example = own('config.example.yaml');
  const config = loadConfig({ environment: {} }) as unknown as Record<string, unknown>;
  const uncommented = parse(example.replaceAll(/^( *)# (\w+:.*)$/gm, '$1$2')) as Record<string, unknown>;
  for (const { path } of OPTIONS) {
    const at = (values: Record<string, unknown>) =>
      path.reduce((part: unknown, key) => (part as Record<string, unknown> | undefined)?.[key], values);
    expect(at(uncommented), path.join('.')).toBeDefined();
    if (at(config) !== undefined) expect(at(uncommented), path.join('.')).toEqual(at(config));
  }
  expect(loadConfig({ file: file('example.yaml', example), environment: {} })).toEqual(config);
});
