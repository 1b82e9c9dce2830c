// Stands in for Slack, Discord, PagerDuty, a webhook of your own and a mail server. Nothing here is for copying.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyWebhook } from '@llm-sentinel/alerting';
import { SMTPServer } from 'smtp-server';

export interface Receivers {
  /** Of the HTTP receivers, without path. */
  readonly url: string;
  readonly smtpPort: number;
  close(): Promise<void>;
}

/** Starts the receivers on the loopback interface. `print` gets a line for each message that comes in. */
export async function startReceivers(secret: string, print: (line: string) => void): Promise<Receivers> {
  const http = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const [, channel = ''] = /^\/(\w+)/.exec(request.url ?? '') ?? [];
    if (channel === 'webhook' && !verifyWebhook(body, request.headers, { secrets: secret })) {
      response.writeHead(401).end();
      return;
    }
    print(`${channel.padEnd(9)} ${summary(channel, JSON.parse(body))}`);
    response.writeHead(channel === 'pagerduty' ? 202 : 200).end('ok');
  });
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let mail = '';
      stream.on('data', (chunk: Buffer) => {
        mail += chunk;
      });
      stream.on('end', () => {
        // Long headers go on in the next line.
        print(`email     ${/^Subject: (.*(?:\r\n .*)*)/m.exec(mail)?.[1]?.replaceAll('\r\n', '')}`);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    smtpPort: (smtp.server.address() as AddressInfo).port,
    async close() {
      await new Promise((resolve) => http.close(resolve));
      await new Promise<void>((resolve) => smtp.close(resolve));
    },
  };
}

/** What matters of a message, in a line. */
// biome-ignore lint/suspicious/noExplicitAny: each vendor has a form of its own, and this only prints.
function summary(channel: string, message: any): string {
  if (channel === 'slack') return message.text;
  if (channel === 'discord') return message.embeds[0].title.replaceAll('\\', '');
  if (channel === 'pagerduty')
    return `${message.event_action} ${message.dedup_key.slice(0, 8)} ${message.payload?.summary ?? ''}`.trim();
  const { type, data } = message;
  return `${type}: ${data.group.alerts.map(({ title }: { title: string }) => title).join('; ')}`;
}
