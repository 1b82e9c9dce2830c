import { alertExamples } from './alert-examples.js';
import { allAlerts } from './groups.js';
import { type AlertRule, RUNBOOKS, runbookOf } from './rule.js';

const MINUTES = 15;

/** The examples of all alerts as a file for `promtool test rules`, beside `rules.yml`. */
export function promtoolTests(): object {
  return {
    rule_files: ['rules.yml'],
    evaluation_interval: '1m',
    tests: allAlerts.flatMap((alert) => {
      const { fires, silent } = exampleOf(alert);
      const cases = [test(alert, 'fires', fires.series, fires.at, [expected(alert, fires.labels, fires.value)])];
      // One that always fires has no other case.
      if (silent !== undefined) cases.push(test(alert, 'is silent', silent.series, silent.at, []));
      return cases;
    }),
  };
}

function exampleOf({ alert }: AlertRule) {
  const example = alertExamples[alert];
  if (example === undefined) throw new Error(`${alert} has no examples in alert-examples.ts.`);
  return example;
}

function test(
  { alert }: AlertRule,
  name: string,
  series: Readonly<Record<string, string>>,
  at = MINUTES,
  exp_alerts: readonly object[] = [],
): object {
  return {
    name: `${alert} ${name}`,
    interval: '1m',
    input_series: Object.entries(series).map(([series, values]) => ({ series, values })),
    alert_rule_test: [{ eval_time: `${at}m`, alertname: alert, exp_alerts }],
  };
}

/** The alert as it arrives: with the labels of its series, and its texts filled in. */
function expected(
  { alert, severity, labels, summary, description }: AlertRule,
  ofSeries: Readonly<Record<string, string>>,
  value: string,
): object {
  const fill = (text: string) =>
    text
      .replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, label: string) => ofSeries[label] ?? '')
      .replace(/\{\{ \$value[^}]*\}\}/g, value);
  return {
    exp_labels: { severity, ...labels, ...ofSeries },
    exp_annotations: {
      summary: fill(summary),
      description: fill(description),
      runbook_url: `${RUNBOOKS}/${runbookOf(alert)}.md`,
    },
  };
}
