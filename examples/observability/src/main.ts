import { fileURLToPath } from 'node:url';
import { startApplication } from './application.js';
import { prepare } from './prepare.js';

const folder = fileURLToPath(new URL('..', import.meta.url));
const { token } = prepare(folder);
const isUnderAttack = process.argv.includes('--attack');

const application = await startApplication({
  token,
  metricsPort: 9464,
  webhookPort: 9465,
  isUnderAttack,
  print: console.log,
});
console.log(`Twenty texts a second${isUnderAttack ? ', most of them attacks' : ''}. Metrics, for who has secrets/sentinel-token:
  curl -H "Authorization: Bearer $(cat secrets/sentinel-token)" ${application.metrics.url}
Prometheus, Alertmanager and Grafana: docker compose up, or as README.md says. Ctrl+C ends this.`);

process.once('SIGINT', () => void application.close());
process.once('SIGTERM', () => void application.close());
