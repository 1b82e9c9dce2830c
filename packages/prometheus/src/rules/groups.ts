import { operationsAlerts, scannerAlerts, trafficAlerts } from './alerts.js';
import { recordingRules, sloRules } from './recording.js';
import { type AlertRule, type RecordingRule, RUNBOOKS, runbookOf } from './rule.js';
import { sloAlerts } from './slo-alerts.js';

/** A group as the rule files of Prometheus and the PrometheusRule of its operator have it. */
interface RuleGroup {
  readonly name: string;
  readonly interval: string;
  readonly rules: readonly object[];
}

/** All alerts, in the order in which the rule file and the documentation have them. */
export const allAlerts: readonly AlertRule[] = [...trafficAlerts, ...sloAlerts, ...scannerAlerts, ...operationsAlerts];

/** All recording rules. */
export const allRecordingRules: readonly RecordingRule[] = [...recordingRules, ...sloRules];

/** Groups are evaluated side by side, the rules of one in order: what others read comes first. */
export const ruleGroups: readonly RuleGroup[] = [
  group('sentinel-recording', recordingRules),
  group('sentinel-slo-recording', sloRules),
  group('sentinel-traffic', trafficAlerts.map(alert)),
  group('sentinel-slo', sloAlerts.map(alert)),
  group('sentinel-scanner', scannerAlerts.map(alert)),
  group('sentinel-operations', operationsAlerts.map(alert)),
];

function group(name: string, rules: readonly object[]): RuleGroup {
  return { name, interval: '30s', rules };
}

function alert({ alert, expr, for: pending, severity, labels, summary, description }: AlertRule): object {
  return {
    alert,
    expr,
    for: pending,
    labels: { severity, ...labels },
    annotations: { summary, description, runbook_url: `${RUNBOOKS}/${runbookOf(alert)}.md` },
  };
}
