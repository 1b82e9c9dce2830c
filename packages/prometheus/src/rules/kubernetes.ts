import { ruleGroups } from './groups.js';

const NAME = 'llm-sentinel';
const labels = { 'app.kubernetes.io/name': NAME, 'app.kubernetes.io/component': 'metrics' };

/** The rules for the operator of Prometheus. Its selector of rules may ask for a label of your own. */
export const prometheusRule = {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: NAME, labels: { ...labels, role: 'alert-rules' } },
  spec: { groups: ruleGroups },
} as const;

/** Where the pods of the application show their metrics. */
export const metricsService = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: `${NAME}-metrics`, labels },
  spec: {
    clusterIP: 'None',
    selector: { 'app.kubernetes.io/name': NAME },
    ports: [{ name: 'metrics', port: 9464, targetPort: 'metrics', protocol: 'TCP' }],
  },
} as const;

/** Has the operator scrape that service, with the token from a secret. */
export const serviceMonitor = {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'ServiceMonitor',
  metadata: { name: NAME, labels },
  spec: {
    selector: { matchLabels: labels },
    sampleLimit: 50_000,
    endpoints: [
      {
        port: 'metrics',
        path: '/metrics',
        interval: '15s',
        scrapeTimeout: '10s',
        authorization: { type: 'Bearer', credentials: { name: `${NAME}-metrics`, key: 'token' } },
        // Alerts look for jobs that begin with `sentinel`.
        relabelings: [{ targetLabel: 'job', replacement: 'sentinel' }],
      },
    ],
  },
} as const;
