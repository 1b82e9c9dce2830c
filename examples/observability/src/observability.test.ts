// A fresh copy of this folder has everything that Prometheus, Alertmanager and Grafana need, and they take it.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeWithServer, runTool } from '@llm-sentinel/servers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { startApplication } from './application.js';
import { prepare } from './prepare.js';
import { textAt } from './traffic.js';

interface Service {
  readonly image: string;
  readonly volumes: readonly string[];
  readonly read_only: boolean;
  readonly network_mode: string;
}

const original = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'observability-'));
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
/** The files of a folder, by their paths in it. */
const filesIn = (path: string) =>
  Object.fromEntries(
    readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((file) => [file, read(file)]),
  );
let token: string;

beforeAll(() => {
  for (const part of ['prometheus/prometheus.yml', 'alertmanager', 'grafana/provisioning', 'compose.yaml']) {
    cpSync(join(original, part), join(folder, part), { recursive: true });
  }
  token = prepare(folder).token;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('prepare', () => {
  it('makes secrets for their owner only, once', () => {
    for (const name of ['sentinel-token', 'grafana-password']) {
      expect(read(`secrets/${name}`)).toMatch(/^[\w-]{32}$/);
      expect(statSync(join(folder, 'secrets', name)).mode & 0o777).toBe(0o600);
    }
    expect(prepare(folder).token).toBe(token);
  });
});

describe('Grafana', () => {
  it('finds the data source and the dashboards where they are said to be', () => {
    const { datasources } = parse(read('grafana/provisioning/datasources/prometheus.yml'));
    expect(datasources).toEqual([expect.objectContaining({ type: 'prometheus', url: 'http://127.0.0.1:9090' })]);
    const { providers } = parse(read('grafana/provisioning/dashboards/llm-sentinel.yml'));
    const { services } = parse(read('compose.yaml'), { merge: true });
    expect(services.grafana.volumes).toContain(`./grafana/dashboards:${providers[0].options.path}:ro`);
    const dashboards = Object.values(filesIn('grafana/dashboards')).map((text) => JSON.parse(text).title);
    expect(dashboards.sort()).toEqual([
      'LLM Sentinel / Audit, stores and alerting',
      'LLM Sentinel / Engines and performance',
      'LLM Sentinel / Overview',
    ]);
  });
});

describe('compose.yaml', () => {
  it('mounts only what is there, and has no secret in it', () => {
    const text = read('compose.yaml');
    const { services } = parse(text, { merge: true });
    for (const { image, volumes, read_only, network_mode } of Object.values<Service>(services)) {
      expect(image).toMatch(/^[\w/-]+:v?\d+\.\d+\.\d+$/);
      expect([read_only, network_mode]).toEqual([true, 'host']);
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('.')) expect(existsSync(join(folder, source)), source).toBe(true);
      }
    }
    expect(text).not.toMatch(/PASSWORD: /);
  });
});

describeWithServer('promtool', 'promtool', () => {
  it('takes the configuration, with the rules and the token that it names', async () => {
    const files = { ...filesIn('prometheus'), ...filesIn('secrets') };
    const { code, output } = await runTool('promtool', ['check', 'config', 'prometheus/prometheus.yml'], files);
    expect(output).toContain('43 rules found');
    expect(code).toBe(0);
  });
});

describeWithServer('amtool', 'amtool', () => {
  it('takes the configuration, and sends each alert where it belongs', async () => {
    const files = filesIn('alertmanager');
    expect((await runTool('amtool', ['check-config', 'alertmanager/alertmanager.yml'], files)).code).toBe(0);
    const routes = {
      'alertname=SentinelPossibleAttack severity=critical': 'pager,chat',
      'alertname=SentinelHighLatency severity=warning': 'chat',
      'alertname=SentinelWatchdog severity=none': 'dead-man-switch',
    };
    for (const [labels, receivers] of Object.entries(routes)) {
      const args = ['config', 'routes', 'test', '--config.file=alertmanager/alertmanager.yml'];
      const { output } = await runTool('amtool', [...args, ...labels.split(' ')], files);
      expect(output.split('\n')[0]).toBe(receivers);
    }
  });
});

describe('the application', () => {
  it('is measured by who has the token, and prints the alerts that come back', async () => {
    const printed: string[] = [];
    const application = await startApplication({
      token,
      metricsPort: 0,
      webhookPort: 0,
      isUnderAttack: true,
      print: (line) => printed.push(line),
    });
    try {
      const scrape = () => fetch(application.metrics.url, { headers: { authorization: `Bearer ${token}` } });
      expect((await fetch(application.metrics.url)).status).toBe(401);
      await vi.waitFor(
        async () =>
          expect(await (await scrape()).text()).toMatch(
            /sentinel_scan_total\{result="blocked",threat_type="\w+"\} [1-9]/,
          ),
        5_000,
      );
      expect(await (await scrape()).text()).toMatch(/^process_cpu_seconds_total /m);
      const annotations = { summary: 'Too much.', runbook_url: 'https://example.com/runbook' };
      const body = JSON.stringify({ receiver: 'pager', alerts: [{ status: 'firing', annotations }] });
      await fetch(`http://127.0.0.1:${application.webhookPort}/pager`, { method: 'POST', body });
      expect(printed).toEqual(['pager: firing: Too much.\n  https://example.com/runbook']);
    } finally {
      await application.close();
    }
  }, 15_000);

  it('sees mostly harmless texts, or mostly attacks', () => {
    const attacks = (isUnderAttack: boolean) =>
      Array.from({ length: 1_000 }, (_, n) => textAt(n, isUnderAttack)).filter(({ text }) =>
        /instructions|DAN/.test(text),
      ).length;
    expect(attacks(false)).toBeLessThan(50);
    expect(attacks(true)).toBeGreaterThan(700);
  });
});
