import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createScanner } from '@llm-sentinel/core';
import { type MetricsServer, prometheusAdapter, startMetricsServer } from '@llm-sentinel/prometheus';
import { textAt } from './traffic.js';

export interface ApplicationOptions {
  readonly token: string;
  readonly metricsPort: number;
  readonly webhookPort: number;
  /** Most texts are attacks, until an alert fires. @default false */
  readonly isUnderAttack?: boolean;
  readonly print: (line: string) => void;
}

interface Notification {
  readonly receiver: string;
  readonly alerts: readonly {
    readonly status: string;
    readonly annotations: { readonly summary: string; readonly runbook_url: string };
  }[];
}

/** An application with a guard: it scans texts, shows its metrics, and prints the alerts that come back. */
export async function startApplication(
  options: ApplicationOptions,
): Promise<{ metrics: MetricsServer; webhookPort: number; close(): Promise<void> }> {
  const { token, metricsPort, isUnderAttack = false, print } = options;
  const prometheus = prometheusAdapter({ processMetrics: true });
  const scanner = createScanner({ adapters: [prometheus] });
  const metrics = await startMetricsServer({
    registry: prometheus.registry,
    port: metricsPort,
    auth: { bearer: token },
    profilePath: '/debug/profile',
  });
  const webhooks = await listen(options.webhookPort, ({ receiver, alerts }) => {
    if (receiver === 'dead-man-switch') return;
    for (const { status, annotations } of alerts) {
      print(`${receiver}: ${status}: ${annotations.summary}\n  ${annotations.runbook_url}`);
    }
  });
  let scans = 0;
  const traffic = setInterval(() => {
    for (let i = 0; i < 5; i++) {
      const { text, context } = textAt(scans++, isUnderAttack);
      scanner.scan(text, context);
    }
  }, 250);
  return {
    metrics,
    webhookPort: (webhooks.address() as AddressInfo).port,
    async close() {
      clearInterval(traffic);
      webhooks.close();
      await metrics.close();
      await scanner.shutdown();
    },
  };
}

/** Takes what Alertmanager posts. */
async function listen(port: number, onNotification: (notification: Notification) => void): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    try {
      onNotification(JSON.parse(Buffer.concat(chunks).toString()) as Notification);
      response.end();
    } catch {
      response.writeHead(400).end();
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return server;
}
