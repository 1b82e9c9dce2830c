// The programs these files are for are not installed where the tests run. So the files are parsed, and what they say is
// held against lines that the logger really writes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Block, blocksNamed, parseBlocks, type Value } from './block-syntax.js';
import { logFiles, writeSampleLog } from './sample-log.js';

type Line = Readonly<Record<string, unknown>>;
type Json = { readonly [key: string]: unknown };

/** Loki makes a stream of each combination: no ids, no numbers, nothing of a user. */
const LABELS = ['event', 'layer', 'level', 'service'];
const read = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

let folder: string;
let lines: { default: Line[]; defaultAudit: Line[]; ecs: Line[]; ecsAudit: Line[] };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-aggregation-'));
  const linesOf = (path: string) =>
    readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  const plain = await writeSampleLog(folder, 'default');
  const ecs = await writeSampleLog(folder, 'ecs');
  lines = {
    default: linesOf(plain.log),
    defaultAudit: linesOf(plain.audit),
    ecs: linesOf(ecs.log),
    ecsAudit: linesOf(ecs.audit),
  };
});
afterAll(() => rmSync(folder, { recursive: true }));

const fieldsOf = (many: readonly Line[]) => new Set(many.flatMap((line) => Object.keys(line)));
const fileNames = (format: 'default' | 'ecs') => Object.values(logFiles('', format)).map((path) => basename(path));

describe('the sample log', () => {
  it('has blocked, redacted and allowed texts, and changes; the audit trail has no harmless text', () => {
    const events = (many: readonly Line[]) => new Set(many.map(({ event }) => event));
    expect([...events(lines.default)]).toEqual(
      expect.arrayContaining(['scan_completed', 'pii_detected', 'security_threat_detected', 'config_changed']),
    );
    expect(events(lines.defaultAudit)).toContain('config_changed');
    expect(events(lines.defaultAudit)).not.toContain('scan_completed');
  });

  it('holds neither a text nor an identifier', () => {
    expect(JSON.stringify(lines)).not.toMatch(/library|ana@|previous instructions|user-42|session-7|"ana"/);
  });
});

describe('Elasticsearch', () => {
  const component = JSON.parse(read('elastic/component-template.json')) as {
    template: { mappings: { properties: Json } };
  };
  const types = flatten(component.template.mappings.properties);

  it('maps every field that a line has, to a type that takes its value', () => {
    for (const line of [...lines.ecs, ...lines.ecsAudit]) {
      for (const [field, value] of Object.entries(line)) {
        const type = types.get(field);
        expect(type, `${field} is not mapped`).toBeDefined();
        expect(accepts(type as string, value), `${field}: ${type} does not take ${JSON.stringify(value)}`).toBe(true);
      }
    }
  });

  it('maps no field that no line could have', () => {
    const other = ['error.type', 'error.code', 'user.id', 'span.id', 'sentinel.lost_lines'];
    const known = new Set([...fieldsOf(lines.ecs), ...fieldsOf(lines.ecsAudit), ...other]);
    const unknown = [...types.keys()].filter((field) => !known.has(field) && !field.startsWith('sentinel.'));
    expect(unknown).toEqual([]);
  });

  it('keeps each stream by a policy that exists, the audit trail for more than a year', () => {
    const days = (policy: string) => {
      const { policy: parsed } = JSON.parse(read(`elastic/${policy}.json`)) as {
        policy: { phases: { delete: { min_age: string } } };
      };
      return Number.parseInt(parsed.phases.delete.min_age, 10);
    };
    expect(days('ilm-policy')).toBe(90);
    expect(days('ilm-policy-audit')).toBeGreaterThan(365);
    const setup = read('elastic/setup.sh');
    for (const name of ['index-template', 'index-template-audit']) {
      const template = JSON.parse(read(`elastic/${name}.json`)) as {
        composed_of: string[];
        template: { settings: Json };
      };
      expect(setup).toContain(`_ilm/policy/${String(template.template.settings['index.lifecycle.name'])} `);
      for (const part of template.composed_of) expect(setup).toContain(`_component_template/${part} `);
    }
    expect(setup).not.toMatch(/-k\b|--insecure/);
  });

  it('gets from Logstash streams that the templates match', () => {
    const blocks = parseBlocks(read('elastic/logstash.conf'));
    expect(blocks.map(({ head }) => head[0])).toEqual(['input', 'filter', 'output']);
    const datasets = blocksNamed(blocks, 'mutate').flatMap(({ settings }) => {
      const added = settings.add_field as Readonly<Record<string, Value>> | undefined;
      return added?.['[data_stream][dataset]'] ?? [];
    });
    expect(datasets).toEqual(['sentinel.unparsed', 'sentinel.audit', 'sentinel']);
    const patterns = ['index-template', 'index-template-audit'].flatMap(
      (name) => (JSON.parse(read(`elastic/${name}.json`)) as { index_patterns: string[] }).index_patterns,
    );
    expect(patterns).toEqual(['logs-sentinel-*', 'logs-sentinel.audit-*']);
    // The condition names a field with a dot in it, and the value that audit lines have there.
    const condition = blocks[1]?.blocks.find(({ head }) => head.includes('event.dataset'))?.head;
    expect(condition).toContain(lines.ecsAudit[0]?.['event.dataset']);
    expect(fieldsOf(lines.ecs)).not.toContain('event.dataset');
    const [file] = blocksNamed(blocks, 'file');
    expect(globs(file?.settings.path as string[])).toEqual(fileNames('ecs'));
    const [output] = blocksNamed(blocks, 'elasticsearch');
    expect(Object.values(output?.settings ?? {}).flat()).toContain(`$\{ELASTICSEARCH_API_KEY}`);
  });
});

describe('Loki', () => {
  const alloy = parseBlocks(read('loki/config.alloy'));
  const promtail = parse(read('loki/promtail.yaml')) as {
    scrape_configs: [{ static_configs: { labels: Record<string, string> }[]; pipeline_stages: Record<string, Json>[] }];
  };
  const loki = parse(read('loki/loki.yaml')) as {
    limits_config: { retention_period: string; retention_stream: { selector: string; period: string }[] };
    schema_config: { configs: { schema: string; index: { period: string } }[] };
    compactor: Json;
  };
  const stages = promtail.scrape_configs[0].pipeline_stages;
  const stage = (name: string) => stages.find((entry) => name in entry)?.[name] as Json;
  const alloyStage = (name: string, setting: string) =>
    Object.keys((blocksNamed(alloy, `stage.${name}`)[0] as Block).settings[setting] as object);

  it('has few labels, and each is a field of the lines', () => {
    expect(alloyStage('labels', 'values')).toEqual(LABELS);
    expect(Object.keys(stage('labels'))).toEqual(LABELS);
    for (const label of LABELS) expect(fieldsOf(lines.default)).toContain(label);
  });

  it('extracts fields that lines have, and uses what it extracts, in Alloy as in promtail', () => {
    const extracted = alloyStage('json', 'expressions');
    for (const field of extracted) expect(fieldsOf(lines.default)).toContain(field);
    const used = [...alloyStage('labels', 'values'), ...alloyStage('structured_metadata', 'values'), 'timestamp'];
    expect([...used].sort()).toEqual([...extracted].sort());
    expect(Object.keys(stage('json').expressions as object)).toEqual(extracted);
    expect(Object.keys(stage('structured_metadata'))).toEqual(alloyStage('structured_metadata', 'values'));
    expect(stage('timestamp')).toEqual({ source: 'timestamp', format: 'RFC3339' });
    for (const { timestamp } of lines.default) expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('reads both files, and tells the audit trail apart', () => {
    const [match] = blocksNamed(alloy, 'local.file_match');
    const targets = match?.settings.path_targets as unknown as Record<string, string>[];
    expect(targets).toEqual(
      promtail.scrape_configs[0].static_configs.map(({ labels }) => expect.objectContaining(labels)),
    );
    expect(targets.map(({ __path__ = '' }) => basename(__path__))).toEqual(fileNames('default'));
    expect(targets.map(({ log_type }) => log_type)).toEqual(['security', 'audit']);
    expect(new Set(lines.defaultAudit.map(({ log_type }) => log_type))).toEqual(new Set(['audit']));
  });

  it('passes each block of Alloy on to one that is there', () => {
    const receivers = new Set(alloy.map(({ head }) => head.join('.')));
    const forwarded = alloy.flatMap(({ settings }) => (settings.forward_to as string[] | undefined) ?? []);
    expect(forwarded).toHaveLength(2);
    for (const receiver of forwarded) expect(receivers).toContain(receiver.replace(/\.receiver$/, ''));
  });

  it('deletes after 90 days, the audit trail after more than a year', () => {
    const { limits_config: limits, schema_config: schema, compactor } = loki;
    expect(Number.parseInt(limits.retention_period, 10) / 24).toBe(90);
    const [audit] = limits.retention_stream;
    expect(audit?.selector).toBe('{log_type="audit"}');
    expect(Number.parseInt(audit?.period ?? '', 10) / 24).toBeGreaterThan(365);
    // Without these Loki keeps everything for ever, or does not start.
    expect(compactor).toMatchObject({ retention_enabled: true, delete_request_store: 'filesystem' });
    expect(schema.configs).toEqual([expect.objectContaining({ schema: 'v13' })]);
    expect(schema.configs[0]?.index.period).toBe('24h');
  });
});

describe('Vector', () => {
  const config = parse(read('vector/vector.yaml')) as {
    sources: Record<string, { include: string[] }>;
    transforms: Record<
      string,
      { inputs: string[]; source?: string; route?: Record<string, string>; reroute_dropped?: boolean }
    >;
    sinks: Record<string, { inputs: string[]; labels?: Json; data_stream?: Json }>;
  };

  it('connects each component to outputs that are there, and leaves none unread', () => {
    const outputs = new Set(Object.keys(config.sources));
    for (const [name, { route, reroute_dropped }] of Object.entries(config.transforms)) {
      if (route === undefined) outputs.add(name);
      else for (const branch of Object.keys(route)) outputs.add(`${name}.${branch}`);
      if (reroute_dropped === true) outputs.add(`${name}.dropped`);
    }
    const inputs = [...Object.values(config.transforms), ...Object.values(config.sinks)].flatMap((part) => part.inputs);
    expect(new Set(inputs)).toEqual(outputs);
  });

  it('reads the files of the logger, and fields that its lines have', () => {
    expect(globs(config.sources.files?.include ?? [])).toEqual(fileNames('ecs'));
    expect(config.transforms.parsed?.source).toContain('."@timestamp"');
    expect(fieldsOf(lines.ecs)).toContain('@timestamp');
    const { audit, security } = config.transforms.split?.route ?? {};
    expect(audit).toBe(`."event.dataset" == "${String(lines.ecsAudit[0]?.['event.dataset'])}"`);
    expect(security).toBe(audit?.replace('==', '!='));
  });

  it('writes into the stream of the templates, and to Loki with labels that never grow', () => {
    expect(config.sinks.elasticsearch?.data_stream).toEqual({
      type: 'logs',
      dataset: 'sentinel',
      namespace: 'default',
    });
    for (const label of Object.values(config.sinks.loki?.labels ?? {})) expect(label).not.toContain('{{');
  });
});

it.each(['elastic/logstash.conf', 'loki/config.alloy', 'loki/promtail.yaml', 'vector/vector.yaml'])(
  '%s has addresses and keys only as variables',
  (path) => {
    const text = read(path).replace(/^\s*(?:#|\/\/).*$/gm, '');
    expect(text).not.toMatch(/https?:\/\/|password: '?[^'$\s]|api_key => "[^$]/);
    expect(text).toMatch(/\$\{[A-Z_]+\}|sys\.env\("[A-Z_]+"\)/);
  },
);

/** Field names with dots, as ECS writes them, and their types. A field with parts of its own counts once. */
function flatten(properties: Json, prefix = ''): Map<string, string> {
  const types = new Map<string, string>();
  for (const [name, raw] of Object.entries(properties)) {
    const { type, properties: parts } = raw as { type?: string; properties?: Json };
    const path = `${prefix}${name}`;
    if (type !== undefined || path === 'sentinel.errors') types.set(path, type ?? 'object');
    else for (const [field, fieldType] of flatten(parts ?? {}, `${path}.`)) types.set(field, fieldType);
  }
  return types;
}

function accepts(type: string, value: unknown): boolean {
  if (type === 'nested' || type === 'object')
    return Array.isArray(value) && value.every((part) => typeof part === 'object');
  if (Array.isArray(value)) return value.every((part) => accepts(type, part));
  if (type === 'flattened') return typeof value === 'object';
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'float') return typeof value === 'number';
  if (type === 'integer' || type === 'long') return Number.isSafeInteger(value);
  if (type === 'date') return !Number.isNaN(Date.parse(String(value)));
  return typeof value === 'string';
}

/** The files of the logger that a pattern finds. */
function globs(patterns: readonly string[]): string[] {
  const expressions = patterns.map(
    (pattern) => new RegExp(`^${basename(pattern).replaceAll('.', '\\.').replaceAll('*', '.*')}$`),
  );
  return [...fileNames('default'), ...fileNames('ecs')].filter((name) =>
    expressions.some((expression) => expression.test(name)),
  );
}
