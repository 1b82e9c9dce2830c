import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { selfSigned } from '../../test/certificate.js';
import { channelChecks, sampleNotification } from '../channel-checks.js';
import { createSender } from '../routing/sender.js';
import { emailChannel, mailOf } from './email.js';

const never = new AbortController().signal;
const PASSWORD = 'pass-b7e1c2';
const to = ['on-call@example.com', 'team@example.com'];
const from = 'Sentinel <sentinel@example.com>';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A real mail server on the loopback interface. */
async function startMailServer(options: SMTPServerOptions = {}) {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
    ...options,
  });
  // A client that is refused closes the connection in the middle.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { mails, port };
}

const channelTo = (port: number, smtp: object = {}) =>
  emailChannel({ from, to, smtp: { host: '127.0.0.1', port, allowPlaintext: true, ...smtp }, timeoutMs: 500 });

describe('e-mail', () => {
  let server: Awaited<ReturnType<typeof startMailServer>>;
  const contract = channelChecks({
    create: () => channelTo(server.port),
    received: () => server.mails.length,
    failing: () => channelTo(1, { user: 'sentinel', password: PASSWORD }),
    secrets: [PASSWORD],
  });
  for (const { name, run } of contract) {
    it(name, async () => {
      server = await startMailServer();
      await run();
      for (const mail of server.mails) {
        const [head = ''] = mail.split('\r\n\r\n');
        expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
        expect(head).toMatch(/^References: <[0-9a-f]{32}@llm-sentinel\.invalid>$/m);
        // A title that breaks its line would add headers of its own.
        expect(head).not.toMatch(/^Bcc:/im);
        const [, htmlPart = ''] = mail.split('Content-Type: text/html');
        expect(htmlPart.length).toBeGreaterThan(100);
        expect(htmlPart.includes('<script>')).toBe(false);
      }
    });
  }

  it('goes to all recipients in text and HTML, with nothing that could be run or fetched', async () => {
    const { html, text, subject, ...mail } = mailOf(
      sampleNotification({
        alerts: [{ ...sampleNotification().alerts[0]!, message: '<img src=x onerror=alert(1)> "&\'' }],
      }),
      from,
      to,
    );
    expect(mail.to).toEqual(to);
    expect(subject).toBe('[warning] Firing: Many texts are blocked');
    expect(text).toContain('<img src=x');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;&amp;&#39;');
    expect(html).not.toMatch(/<(?:img|script|link|iframe)/);
  });

  it('of one group is one thread, and each attempt the same mail', () => {
    const [first, second] = ['a', 'b'].map((id) => mailOf(sampleNotification({ id }), from, to));
    expect(first?.references).toBe(second?.references);
    expect(first?.messageId).not.toBe(second?.messageId);
    expect(mailOf(sampleNotification({ id: 'a' }), from, to)).toEqual(first);
  });

  it('is tried again when the server says later, and not when it says no', async () => {
    let refusals = 0;
    const refuse = (responseCode: number, times: number) => ({
      onMailFrom(_: unknown, __: unknown, done: (error?: Error) => void) {
        if (refusals++ < times) done(Object.assign(new Error('no'), { responseCode }));
        else done();
      },
    });
    const later = await startMailServer(refuse(451, 2));
    await createSender({ minDelayMs: 1 })(channelTo(later.port), sampleNotification(), never);
    expect([refusals, later.mails.length]).toEqual([3, 1]);
    refusals = 0;
    const no = await startMailServer(refuse(550, 100));
    const sent = createSender({ minDelayMs: 1 })(channelTo(no.port), sampleNotification(), never);
    await expect(sent).rejects.toMatchObject({ code: 'ADAPTER_FAILED', details: { status: 550 } });
    expect(refusals).toBe(1);
  });

  it('stops waiting for a server that never greets', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()));
    closing.push(() => new Promise((resolve) => silent.close(() => resolve())));
    const { port } = silent.address() as AddressInfo;
    await expect(channelTo(port).send(sampleNotification(), never)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('is never sent in the clear unless allowed', async () => {
    const { mails, port } = await startMailServer();
    const sent = channelTo(port, { allowPlaintext: false }).send(sampleNotification(), never);
    await expect(sent).rejects.toMatchObject({ code: expect.any(String) });
    expect(mails).toEqual([]);
  });

  const certificate = selfSigned();
  it.skipIf(certificate === null)('goes over TLS to a server that is trusted, and to no other', async () => {
    const { mails, port } = await startMailServer({ ...certificate!, disabledCommands: [], authOptional: true });
    const smtp = { allowPlaintext: false, host: 'localhost' };
    await expect(channelTo(port, smtp).send(sampleNotification(), never)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
    expect(mails).toEqual([]);
    await channelTo(port, { ...smtp, ca: certificate!.cert }).send(sampleNotification(), never);
    expect(mails).toHaveLength(1);
  });

  it('goes through a transport that is given, and leaves it open', async () => {
    const sent: unknown[] = [];
    const transport = {
      sendMail: async (mail: unknown) => sent.push(mail),
      close() {
        throw new Error('not ours');
      },
    };
    await emailChannel({ from, to: 'a@b.example', transport }).send(sampleNotification(), never);
    expect(sent).toMatchObject([{ to: ['a@b.example'], disableFileAccess: true, disableUrlAccess: true }]);
  });

  it.each<[string, object, RegExp]>([
    ['no recipient', { from, to: [], smtp: { host: 'x' } }, /`to`/],
    ['a recipient with a line break', { from, to: 'a@b.c\r\nBcc: d@e.f', smtp: { host: 'x' } }, /`to`/],
    ['neither server nor transport', { from, to }, /`smtp` or `transport`/],
    ['a server without a name', { from, to, smtp: { host: '' } }, /`smtp.host`/],
  ])('refuses %s', (_, options, message) => {
    expect(() => emailChannel(options as never)).toThrow(message);
  });
});
