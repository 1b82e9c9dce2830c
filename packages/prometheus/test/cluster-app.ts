// A cluster as the documentation shows it, for `clients.test.ts`: two workers count, the primary prints the joined page.
import cluster from 'node:cluster';
import { once } from 'node:events';
import { buildScanEvent, buildScannerInfo } from '@llm-sentinel/testing';
import { prometheusAdapter } from '../src/index.js';

const name = process.argv[2] as string;
const client = (await import(name)) as typeof import('prom-client');

const joined = new client.AggregatorRegistry();
if (cluster.isPrimary) {
  const workers = [1, 2].map(() => cluster.fork());
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  process.stdout.write(await joined.clusterMetrics());
  for (const worker of workers) worker.kill();
} else {
  const prometheus = prometheusAdapter({ client });
  client.AggregatorRegistry.setRegistries(prometheus.registry);
  const status = cluster.worker?.id === 1 ? 'ok' : 'failed';
  prometheus.onAttach?.(buildScannerInfo({ engines: [{ name: 'rules', status, errors: 0 }] }));
  prometheus.onScan?.(buildScanEvent({ context: { sessionId: `session-${process.pid}` }, time: Date.now() }));
  prometheus.metrics.set('audit_queue_length', {}, 3);
  process.send?.('ready');
}
