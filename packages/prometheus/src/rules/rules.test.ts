import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeWithServer, runTool } from '@llm-sentinel/servers';
import { Service } from 'kubernetes-models/v1/Service';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { metricCatalogue } from '../catalogue.js';
import { outputs } from '../outputs.js';
import { alertExamples } from './alert-examples.js';
import { allAlerts, allRecordingRules, ruleGroups } from './groups.js';
import { knownSeries } from './known-series.js';
import { metricsService, prometheusRule, serviceMonitor } from './kubernetes.js';
import { parsePromql } from './promql.js';
import { runbookOf } from './rule.js';

const repository = new URL('../../../../', import.meta.url);
const files = Object.fromEntries(outputs());
const expressions = [...allRecordingRules, ...allAlerts].map((rule) => [
  'record' in rule ? rule.record : rule.alert,
  rule.expr,
]);

describe('the rules', () => {
  it('are as many as expected', () => {
    expect(allAlerts).toHaveLength(23);
    expect(allRecordingRules).toHaveLength(20);
    expect(new Set(expressions.map(([name]) => name)).size).toBe(43);
  });

  it.each(expressions)('%s asks only for series that exist', (_name, expression = '') => {
    const { metrics } = parsePromql(expression);
    expect(metrics.filter((name) => !knownSeries.has(name))).toEqual([]);
  });

  it.each(expressions)('%s asks only for labels that exist', (_name, expression = '') => {
    const known = new Set<string>(['job', 'instance', 'le']);
    for (const { labels } of Object.values(metricCatalogue)) for (const label of labels) known.add(label);
    expect(parsePromql(expression).labels.filter((label) => !known.has(label))).toEqual([]);
  });

  it.each(expressions)(
    '%s divides by nothing that may be 0, and takes no rate of less than four scrapes',
    (_name, expression = '') => {
      for (const [, divisor = ''] of expression.matchAll(/\n\/ (.*)/g)) expect(divisor).toMatch(/ > 0\)/);
      expect(expression).not.toMatch(/\[(?:\d+s|1m)\]/);
      expect(expression).not.toMatch(/histogram_quantile\([^,]+, sentinel/);
    },
  );

  it.each(allAlerts.map((alert) => [alert.alert, alert] as const))(
    '%s says what is the case and what to do',
    (name, alert) => {
      expect(name).toMatch(/^Sentinel(?:[A-Z][a-z]+)+$/);
      expect(alert.summary).toMatch(/^\S.*[.]$/);
      expect(alert.description).toMatch(/^\S.*[.]$/);
      expect(alertExamples[name]).toBeDefined();
      const runbook = new URL(`docs/runbooks/${runbookOf(name)}.md`, repository);
      expect(existsSync(runbook), `${runbook} exists`).toBe(true);
      const text = readFileSync(runbook, 'utf8');
      expect(text.startsWith(`# ${name}\n`)).toBe(true);
      for (const heading of ['## What it means', '## Confirm', '## What to do'])
        expect(text).toContain(`\n${heading}\n`);
      // At least one query that can be pasted, and all of them of series that exist.
      const queries = [...text.matchAll(/```promql\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
        block.trim().split('\n\n'),
      );
      expect(queries.length).toBeGreaterThan(0);
      for (const query of queries) {
        expect(parsePromql(query).metrics.filter((metric) => !knownSeries.has(metric) && metric !== 'ALERTS')).toEqual(
          [],
        );
      }
    },
  );
});

describe('the published files', () => {
  it.each(Object.keys(files))('%s is what the code says', (path) => {
    const published = fileURLToPath(new URL(`../../${path}`, import.meta.url));
    // By content: the formatter of the repository lays them out.
    const contentOf = (text: string) => parseAllDocuments(text).map((document) => document.toJS());
    const message = 'run `pnpm --filter @llm-sentinel/prometheus generate`';
    expect(contentOf(readFileSync(published, 'utf8')), message).toEqual(contentOf(files[path] ?? ''));
  });

  it('hold no secret, only the files where it is', () => {
    for (const [path, text] of Object.entries(files)) {
      if (path.startsWith('dashboards/')) continue;
      const secrets = text.match(/^.*(?:password|token|_key|api_url|credentials).*$/gim) ?? [];
      for (const line of secrets) expect(line, path).toMatch(/_file:|credentials:$|_KEY|name: |key: token/);
    }
  });
});

describe('the manifests', () => {
  it('are what Kubernetes takes', () => {
    expect(() =>
      new Service({ ...metricsService, spec: structuredClone(metricsService.spec) } as never).validate(),
    ).not.toThrow();
    for (const manifest of [prometheusRule, serviceMonitor]) {
      expect(manifest.apiVersion).toBe('monitoring.coreos.com/v1');
      expect(manifest.metadata.name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);
    }
  });

  it('select the service that is beside them, and the port that it has', () => {
    expect(metricsService.metadata.labels).toMatchObject(serviceMonitor.spec.selector.matchLabels);
    expect(serviceMonitor.spec.endpoints.map(({ port }) => port)).toEqual(
      metricsService.spec.ports.map(({ name }) => name),
    );
  });

  it('have the rules of the rule file', () => {
    const [document] = parseAllDocuments(files['kubernetes/prometheus-rule.yaml'] ?? '');
    expect(document?.toJS().spec.groups).toEqual(structuredClone(ruleGroups));
  });
});

describeWithServer('promtool', 'promtool', () => {
  it('takes the rules, and finds no duplicate', async () => {
    const { code, output } = await runTool(
      'promtool',
      ['check', 'rules', '--lint=all', '--lint-fatal', 'rules/rules.yml'],
      files,
    );
    expect(output).toContain('SUCCESS: 43 rules found');
    expect(code).toBe(0);
  });

  it('takes the configuration of Prometheus', async () => {
    const { code, output } = await runTool(
      'promtool',
      ['check', 'config', '--syntax-only', 'rules/prometheus.yml'],
      files,
    );
    expect(output).toContain('SUCCESS');
    expect(code).toBe(0);
  });

  it('sees every alert fire when it should, and be silent when it should', async () => {
    const { code, output } = await runTool('promtool', ['test', 'rules', 'rules/rules.test.yml'], files);
    expect(output).toContain('SUCCESS');
    expect(code).toBe(0);
  }, 60_000);

  it('would notice an alert that never fires', async () => {
    const broken = (files['rules/rules.yml'] ?? '').replace('> 10\n', '> 1000000\n');
    const { code, output } = await runTool('promtool', ['test', 'rules', 'rules/rules.test.yml'], {
      ...files,
      'rules/rules.yml': broken,
    });
    expect(output).toContain('SentinelHighThreatRate fires');
    expect(code).toBe(1);
  }, 60_000);
});

describeWithServer('amtool', 'amtool', () => {
  it('takes the configuration', async () => {
    const { code, output } = await runTool('amtool', ['check-config', 'alertmanager/alertmanager.yml'], files);
    expect(output).toContain('SUCCESS');
    expect(code).toBe(0);
  });

  it.each([
    ['alertname=SentinelPossibleAttack severity=critical', 'pagerduty,backup-email,slack'],
    ['alertname=SentinelHighLatency severity=warning', 'slack'],
    ['alertname=SentinelWatchdog severity=none', 'dead-man-switch'],
    ['alertname=SomethingElse', 'slack'],
  ])('sends %s to %s', async (labels, receivers) => {
    const args = ['config', 'routes', 'test', '--config.file=alertmanager/alertmanager.yml'];
    const { code, output } = await runTool(
      'amtool',
      [...args, `--verify.receivers=${receivers}`, ...labels.split(' ')],
      files,
    );
    // It warns of what it does with a configuration given as a file.
    expect(output.split('\n')[0]).toBe(receivers);
    expect(code).toBe(0);
  });

  it('has a route for every severity of the rules', () => {
    expect([...new Set(allAlerts.map(({ severity }) => severity))].sort()).toEqual(['critical', 'none', 'warning']);
  });
});
