/** A complete configuration of Prometheus: scrapes the application, evaluates the rules, tells Alertmanager. */
export const prometheusConfig = {
  global: { scrape_interval: '15s', evaluation_interval: '30s' },
  rule_files: ['rules.yml'],
  alerting: { alertmanagers: [{ static_configs: [{ targets: ['127.0.0.1:9093'] }] }] },
  scrape_configs: [
    {
      // Alerts look for jobs that begin with `sentinel`.
      job_name: 'sentinel',
      authorization: { credentials_file: '/etc/prometheus/secrets/sentinel-token' },
      // Three times what an instance can show: a mistake must not fill the memory of Prometheus.
      sample_limit: 50_000,
      static_configs: [{ targets: ['127.0.0.1:9464'] }],
    },
    { job_name: 'prometheus', static_configs: [{ targets: ['127.0.0.1:9090'] }] },
    { job_name: 'alertmanager', static_configs: [{ targets: ['127.0.0.1:9093'] }] },
  ],
} as const;
