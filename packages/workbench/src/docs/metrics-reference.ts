import type { MetricDefinition } from '@llm-sentinel/prometheus';
// The rules are files that the package publishes; their data is not part of its public face.
import { allAlerts, allRecordingRules } from '../../../prometheus/src/rules/groups.js';
import { runbookOf } from '../../../prometheus/src/rules/rule.js';
import { code, generatedFrom, page, table } from './markdown.js';

const SOURCES: readonly (readonly [from: MetricDefinition['from'], heading: string, text: string])[] = [
  ['scans', 'Of scans', 'Counted as core reports each scan.'],
  ['feedback', 'Of feedback', 'Counted when somebody calls `reportFeedback`.'],
  [
    'decisions',
    'Of decisions',
    'Counted as core reports decisions of policies, circuits, rate limits and reviews. Who has no scanner at hand records them through `adapter.metrics`.',
  ],
  ['scrape', 'Of the scanner', 'Brought up to date by each scrape.'],
  ['packages', 'Of packages and applications', 'Recorded through `adapter.metrics`.'],
];

/** The reference page of metrics, recording rules and alerts, as Markdown. */
export function metricsReference(catalogue: Readonly<Record<string, MetricDefinition>>): string {
  const entries = Object.entries(catalogue);
  const parts = [
    '# Metrics',
    '',
    generatedFrom('packages/prometheus/src'),
    '',
    `${entries.length} metrics of [\`@llm-sentinel/prometheus\`](../adapters/prometheus.md). Names begin with the \`prefix\`, \`sentinel_\` by default; times are in seconds, sizes in bytes.`,
    'An absent label is `none`; what exceeds the limit of a label is `other`.',
    '',
  ];
  for (const [from, heading, text] of SOURCES) {
    const rows = entries.filter(([, definition]) => definition.from === from);
    parts.push(
      `## ${heading}`,
      '',
      text,
      '',
      ...table(['metric', 'type', 'labels', 'what it says'], rows.map(metricRow)),
      '',
    );
  }
  parts.push('## Buckets', '', ...table(['upper bounds', 'metrics'], bucketRows(entries)), '');
  parts.push(
    '## Recording rules',
    '',
    'In [rules.yml](../../packages/prometheus/rules/rules.yml), evaluated every 30 seconds.',
    '',
    ...table(
      ['series', 'expression'],
      allRecordingRules.map(({ record, expr }) => [code(record), code(oneLine(expr))]),
    ),
    '',
    '## Alerts',
    '',
    'In the same file. The name leads to the runbook.',
    '',
    ...table(
      ['alert', 'severity', 'for', 'condition'],
      allAlerts.map((alert) => [
        `[${alert.alert}](../runbooks/${runbookOf(alert.alert)}.md)`,
        alert.severity,
        alert.for,
        code(oneLine(alert.expr)),
      ]),
    ),
  );
  return page(parts);
}

function metricRow([name, { type, labels, help, optIn, exemplars }]: readonly [string, MetricDefinition]): string[] {
  const notes = [optIn && ' Only when asked for.', exemplars && ' Can carry exemplars.'].filter(Boolean).join('');
  return [code(name), type, labels.map(code).join(', ') || '–', help + notes];
}

function bucketRows(entries: readonly (readonly [string, MetricDefinition])[]): string[][] {
  const byBounds = new Map<string, string[]>();
  for (const [name, { buckets }] of entries) {
    if (buckets === undefined) continue;
    const bounds = buckets.join(' ');
    byBounds.set(bounds, [...(byBounds.get(bounds) ?? []), code(name)]);
  }
  return [...byBounds].map(([bounds, names]) => [bounds, names.join(', ')]);
}

function oneLine(expression: string): string {
  return expression.replaceAll('\n', ' ');
}
