/** Where the files with secrets are expected. Alertmanager reads them at each use, so that they can be replaced. */
const SECRETS = '/etc/alertmanager/secrets';

/**
 * A complete configuration of Alertmanager. Who has no PagerDuty replaces a receiver, not the tree of routes. No secret is
 * in it, only the files that hold them.
 */
export const alertmanagerConfig = {
  global: {
    resolve_timeout: '5m',
    smtp_smarthost: 'smtp.example.com:587',
    smtp_from: 'alertmanager@example.com',
    smtp_auth_username: 'alertmanager@example.com',
    smtp_auth_password_file: `${SECRETS}/smtp-password`,
    smtp_require_tls: true,
    slack_api_url_file: `${SECRETS}/slack-url`,
  },
  templates: [],
  route: {
    receiver: 'slack',
    group_by: ['alertname', 'job'],
    group_wait: '30s',
    group_interval: '5m',
    repeat_interval: '4h',
    routes: [
      {
        // A dead-man switch: its other end raises the alarm when this stops coming.
        matchers: ['alertname = "SentinelWatchdog"'],
        receiver: 'dead-man-switch',
        group_wait: '0s',
        group_interval: '1m',
        repeat_interval: '1m',
      },
      {
        // Each page goes on to the backup channel, in case PagerDuty itself is what fails, and to where people talk.
        matchers: ['severity = "critical"'],
        receiver: 'pagerduty',
        repeat_interval: '1h',
        continue: true,
      },
      {
        matchers: ['severity = "critical"'],
        receiver: 'backup-email',
        group_wait: '5m',
        repeat_interval: '1h',
        continue: true,
      },
      { matchers: ['severity =~ "critical|warning"'], receiver: 'slack' },
    ],
  },
  inhibit_rules: [
    {
      // An instance that is down fails in many ways.
      source_matchers: ['alertname = "SentinelDown"'],
      target_matchers: ['alertname != "SentinelDown"', 'instance =~ ".+"'],
      equal: ['job', 'instance'],
    },
    {
      source_matchers: ['severity = "critical"'],
      target_matchers: ['severity = "warning"'],
      equal: ['alertname', 'job'],
    },
    {
      // Two alerts look at the share of blocked texts, and two at each budget: the stronger one is enough.
      source_matchers: ['alertname = "SentinelPossibleAttack"'],
      target_matchers: ['alertname =~ "SentinelBlockRateHigh|SentinelHighThreatRate"'],
      equal: ['job'],
    },
    {
      source_matchers: ['alertname =~ "Sentinel.+BudgetBurnFast"'],
      target_matchers: ['alertname =~ "Sentinel.+BudgetBurnSlow"'],
      equal: ['job', 'slo'],
    },
  ],
  receivers: [
    {
      name: 'pagerduty',
      pagerduty_configs: [
        {
          routing_key_file: `${SECRETS}/pagerduty-routing-key`,
          severity: 'critical',
          description: '{{ .CommonAnnotations.summary }}',
          details: { runbook: '{{ .CommonAnnotations.runbook_url }}', firing: '{{ .Alerts.Firing | len }}' },
          send_resolved: true,
        },
      ],
    },
    {
      name: 'backup-email',
      email_configs: [{ to: 'on-call@example.com', send_resolved: true }],
    },
    {
      name: 'slack',
      slack_configs: [
        {
          channel: '#llm-sentinel',
          send_resolved: true,
          title: '{{ .Status | toUpper }}: {{ .CommonLabels.alertname }} ({{ .CommonLabels.job }})',
          text: '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.description }}\n<{{ .Annotations.runbook_url }}|Runbook>\n{{ end }}',
        },
      ],
    },
    {
      name: 'dead-man-switch',
      webhook_configs: [
        {
          url: 'https://dead-man-switch.example.com/llm-sentinel',
          send_resolved: false,
          http_config: { authorization: { credentials_file: `${SECRETS}/dead-man-switch-token` } },
        },
      ],
    },
  ],
} as const;
