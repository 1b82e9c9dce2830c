import { createHash } from 'node:crypto';
import { invalidOption, number, onlyKnown } from '../check.js';
import type { Channel, Notification } from '../notification.js';
import { fit } from '../text.js';
import { deliveryError } from './delivery-error.js';
import { emailHtml, emailText } from './email-body.js';
import { headline } from './wording.js';

/** What is used of a transport of nodemailer. */
export interface MailTransport {
  /** Resolves when the mail server took the mail. Rejects with `code` or `responseCode` as nodemailer does. */
  sendMail(message: MailMessage): Promise<unknown>;
  /** Cuts its connections off. Of a given transport never called. */
  close?(): void;
}

/** A mail as nodemailer takes it. */
export interface MailMessage {
  /** Address of the sender. */
  readonly from: string;
  /** Addresses of the recipients. */
  readonly to: string[];
  /** Severity and title, at most 200 characters. */
  readonly subject: string;
  /** The mail as plain text. */
  readonly text: string;
  /** The mail as HTML, without pictures or scripts. */
  readonly html: string;
  /** The same for each attempt to send it. */
  readonly messageId: string;
  /** The same for all mails of a group, so that mail programs show them as one thread. */
  readonly references: string;
  /** Says that it was written by a program, so that nobody's absence note answers. */
  readonly headers: Record<string, string>;
  /** Nothing in an alert makes the library read a file. */
  readonly disableFileAccess: true;
  /** Nothing in an alert makes the library fetch an address. */
  readonly disableUrlAccess: true;
}

/** A mail server, and how to log in. */
export interface SmtpOptions {
  /** Name or address of the mail server. */
  readonly host: string;
  /** Port of the mail server, 1 to 65,535. @default 465 with `secure`, else 587 */
  readonly port?: number;
  /** TLS from the first byte. Otherwise STARTTLS is required. @default false */
  readonly secure?: boolean;
  /** Who logs in. @default no login */
  readonly user?: string;
  /** Password of `user`. A secret. @default '' */
  readonly password?: string;
  /** Certificates to trust, in PEM. @default those that Node trusts */
  readonly ca?: string;
  /** Mail in the clear, for a relay on this machine. @default false */
  readonly allowPlaintext?: boolean;
}

/** Who writes to whom, and through which mail server. */
export interface EmailChannelOptions {
  /** Address of the sender. */
  readonly from: string;
  /** Addresses of the recipients, at least one. Each sees the others. */
  readonly to: string | readonly string[];
  /** A mail server; needs nodemailer installed. Give this or `transport`. @default none */
  readonly smtp?: SmtpOptions;
  /** A transport of nodemailer. Never closed. @default none */
  readonly transport?: MailTransport;
  /** Milliseconds to connect, to be greeted, and of silence; 1 to 600,000. @default 10_000 */
  readonly timeoutMs?: number;
  /** Name of the channel in routes, history and metrics. @default 'email' */
  readonly name?: string;
}

/**
 * Sends mail, as text and HTML. Mails of one group are threaded.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 */
export function emailChannel(options: EmailChannelOptions): Channel {
  onlyKnown(options, ['from', 'to', 'smtp', 'transport', 'timeoutMs', 'name']);
  const { name = 'email', smtp, transport: given } = options;
  const from = address('from', options.from);
  const to = (typeof options.to === 'string' ? [options.to] : (options.to ?? [])).map((each) => address('to', each));
  if (to.length === 0) throw invalidOption('`to` must name somebody.');
  if ((smtp === undefined) === (given === undefined)) throw invalidOption('Give either `smtp` or `transport`.');
  if (smtp !== undefined) requireSmtp(smtp);
  const timeoutMs = number('timeoutMs', options.timeoutMs, 10_000, { min: 1, max: 600_000 });

  return {
    name,
    async send(notification, signal) {
      signal.throwIfAborted();
      const transport = given ?? (await connect(smtp as SmtpOptions, timeoutMs));
      // A connection of our own ends with its mail: cut off, it sends nothing behind the back of the next attempt.
      const cut = () => given === undefined && transport.close?.();
      signal.addEventListener('abort', cut, { once: true });
      try {
        await transport.sendMail(mailOf(notification, from, to));
      } catch (error) {
        throw mailError(name, error);
      } finally {
        signal.removeEventListener('abort', cut);
        cut();
      }
    },
  };
}

export function mailOf(notification: Notification, from: string, to: readonly string[]): MailMessage {
  const thread = createHash('sha256').update(notification.dedupKey).digest('hex').slice(0, 32);
  return {
    from,
    to: [...to],
    subject: fit(`[${notification.severity}] ${headline(notification)}`.replace(/[\r\n]+/g, ' '), 200),
    text: emailText(notification),
    html: emailHtml(notification),
    // The same for each attempt: mail servers drop what they know.
    messageId: `<${notification.id}@llm-sentinel.invalid>`,
    references: `<${thread}@llm-sentinel.invalid>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    // Nothing in an alert can make the library read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function connect(smtp: SmtpOptions, timeoutMs: number): Promise<MailTransport> {
  const { secure = false, allowPlaintext = false, user, password = '' } = smtp;
  const { createTransport } = await import('nodemailer').catch(() => {
    throw invalidOption('`smtp` needs the package nodemailer: npm install nodemailer.');
  });
  return createTransport({
    host: smtp.host,
    port: smtp.port ?? (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !allowPlaintext,
    ignoreTLS: allowPlaintext,
    ...(user !== undefined && { auth: { user, pass: password } }),
    ...(smtp.ca !== undefined && { tls: { ca: smtp.ca } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

// https://nodemailer.com/errors: of the connection, not of the mail.
const TRANSIENT = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EPROTOCOL', 'ECONNREFUSED', 'ECONNRESET']);

/** What the server said may quote addresses: only its code is passed on. 4xx asks to try again later. */
function mailError(channel: string, error: unknown) {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === 'number' ? responseCode : undefined;
  const reason = typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : 'unknown';
  const isTransient = status === undefined ? TRANSIENT.has(reason) : status >= 400 && status < 500;
  return deliveryError(channel, `did not take the mail: ${status ?? reason}.`, {
    reason,
    isTransient,
    ...(status !== undefined && { status }),
  });
}

function address(option: string, value: unknown): string {
  if (typeof value === 'string' && /^[^\r\n]{3,320}$/.test(value) && value.includes('@')) return value;
  throw invalidOption(`\`${option}\` must be a mail address.`);
}

function requireSmtp(smtp: SmtpOptions): void {
  onlyKnown(smtp, ['host', 'port', 'secure', 'user', 'password', 'ca', 'allowPlaintext']);
  if (typeof smtp.host !== 'string' || smtp.host === '') throw invalidOption('`smtp.host` must name a mail server.');
  number('smtp.port', smtp.port, 587, { min: 1, max: 65_535, whole: true });
}
