import { type Static, type TProperties, type TSchemaOptions, Type } from 'typebox';

// Every option of the service, once: defaults, validation, names of environment variables and the table in the README come
// from here.

/** A part of the configuration. An absent one is filled with the defaults of its options. */
const group = <Options extends TProperties>(description: string, options: Options) =>
  Type.Object(options, { additionalProperties: false, default: {}, description });

/** Not shown by `config print`, and readable from a file named by `<VARIABLE>_FILE`. */
const secret = (description: string, options: TSchemaOptions = {}) =>
  Type.Optional(Type.String({ minLength: 1, description, secret: true, ...options }));

const words = (description: string) => Type.Array(Type.String({ minLength: 1 }), { default: [], description });
const flag = (fallback: boolean, description: string) => Type.Boolean({ default: fallback, description });
const whole = (fallback: number, minimum: number, maximum: number, description: string) =>
  Type.Integer({ default: fallback, minimum, maximum, description });
const oneOf = <const Choices extends readonly string[]>(
  choices: Choices,
  fallback: Choices[number],
  description: string,
) => Type.Unsafe<Choices[number]>({ type: 'string', enum: [...choices], default: fallback, description });

const port = { minimum: 0, maximum: 65_535 };
const MINUTE = 60_000;
const MEGABYTE = 1_048_576;

/** How often somebody may call. A tier that is left out does not count. */
export const quotaSchema = Type.Object(
  {
    perSecond: Type.Optional(Type.Number({ exclusiveMinimum: 0, description: 'Calls a second, steadily' })),
    burst: Type.Optional(Type.Number({ minimum: 1, description: 'Calls at once. Default: twice `perSecond`' })),
    perMinute: Type.Optional(Type.Number({ exclusiveMinimum: 0, description: 'Calls a minute' })),
    perHour: Type.Optional(Type.Number({ exclusiveMinimum: 0, description: 'Calls an hour' })),
  },
  { additionalProperties: false },
);

const threatPolicy = Type.Object(
  {
    threshold: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    flagThreshold: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    classifierThreshold: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    action: Type.Optional(Type.Enum(['allow', 'flag', 'redact', 'block'])),
  },
  { additionalProperties: false },
);

const allowEntry = Type.Object(
  {
    rule: Type.String({ minLength: 1 }),
    source: Type.Optional(Type.Enum(['user', 'model', 'tool', 'document', 'system'])),
    text: Type.Optional(Type.String()),
    until: Type.Optional(Type.String({ format: 'date-time' })),
    reason: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);

export const configSchema = Type.Object(
  {
    dataDir: Type.String({ default: 'data', minLength: 1, description: 'Folder for what the service keeps on disk' }),
    keysFile: Type.Optional(
      Type.String({ minLength: 1, description: 'Hashed API keys. Default: `keys.yaml` in `dataDir`' }),
    ),
    hmacKey: secret(
      'Turns ids of users and sessions into pseudonyms in log and audit log; without it they are left out',
      {
        minLength: 16,
      },
    ),
    server: group('Listeners and their limits', {
      host: Type.String({ default: '127.0.0.1', minLength: 1, description: 'Address to listen on; `0.0.0.0` for all' }),
      port: Type.Integer({ default: 8080, ...port, description: 'Port of the API; 0 for a free one' }),
      adminPort: Type.Optional(
        Type.Integer({ ...port, description: 'Port of its own for metrics, health and dashboard' }),
      ),
      trustProxy: words('Addresses or networks of proxies whose `X-Forwarded-For` is believed'),
      corsOrigins: words('Origins whose pages may call the API'),
      maxConnections: whole(4_096, 1, 1_000_000, 'Connections at the same time; more are refused'),
      maxBodyBytes: whole(MEGABYTE, 1_024, 100 * MEGABYTE, 'Body of a scan or a redaction'),
      maxConversationBytes: whole(4 * MEGABYTE, 1_024, 100 * MEGABYTE, 'Body of a scan of messages'),
      maxStreamBytes: whole(64 * MEGABYTE, 1_024, 1_024 * MEGABYTE, 'Body of a stream'),
      headersTimeoutMs: whole(10_000, 100, 10 * MINUTE, 'Time for a client to send its headers'),
      requestTimeoutMs: whole(15_000, 100, 10 * MINUTE, 'Time for a request, its body included'),
      streamTimeoutMs: whole(10 * MINUTE, 100, 60 * MINUTE, 'Time for a stream'),
      streamIdleMs: whole(MINUTE, 100, 60 * MINUTE, 'Longest silence within a stream, in either direction'),
      keepAliveMs: whole(72_000, 100, 60 * MINUTE, 'How long an idle connection is kept; more than the proxy keeps it'),
      drainDelayMs: whole(500, 0, MINUTE, 'How long a stopping service still takes requests, for balancers to notice'),
      drainTimeoutMs: whole(4_500, 100, 10 * MINUTE, 'After so long a stopping service ends, whatever is still open'),
      docs: flag(true, 'Serve `/docs` and `/openapi.json`'),
    }),
    scanner: group('What is found, and what comes of it', {
      mode: oneOf(['strict', 'balanced', 'lenient'], 'balanced', 'How readily texts are blocked'),
      failMode: Type.Optional(
        Type.Enum(['open', 'closed'], { description: 'What to do when an engine fails. Default: as the mode says' }),
      ),
      sessions: flag(true, 'Judge a text in the light of the turns before it, where a `sessionId` is given'),
      captureText: oneOf(['none', 'redacted'], 'none', 'Whether log and audit log hold an excerpt, masked'),
      disabledRules: words('Rules to leave out: ids, or `family/*`'),
      maxInputChars: whole(2_000_000, 1, 100_000_000, 'Characters of a text that are judged'),
      cacheEntries: whole(10_000, 0, 10_000_000, 'Verdicts that are remembered; 0 for none'),
      policy: Type.Record(Type.String(), threatPolicy, {
        default: {},
        description: 'Thresholds and actions by threat type',
      }),
      allow: Type.Array(allowEntry, { default: [], description: 'Findings to overlook' }),
    }),
    limits: group('How often clients may call', {
      perSecond: Type.Number({ default: 200, exclusiveMinimum: 0, description: 'Calls a second of one alias' }),
      burst: Type.Number({ default: 400, minimum: 1, description: 'Calls of one alias at once' }),
      perMinute: Type.Number({ default: 6_000, exclusiveMinimum: 0, description: 'Calls a minute of one alias' }),
      failedAuthPerMinute: whole(60, 1, 1_000_000, 'Refused keys a minute from one address; then it has to wait'),
      onUnavailable: oneOf(['local', 'allow', 'deny'], 'local', 'What decides while Redis is away'),
      localShare: Type.Number({
        default: 1,
        exclusiveMinimum: 0,
        maximum: 1,
        description: 'Share of a limit that one process grants by itself while Redis is away',
      }),
    }),
    logging: group('Lines on standard output', {
      level: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'info', 'Least level that is written'),
      format: oneOf(['default', 'ecs'], 'default', '`ecs` for names of the Elastic Common Schema'),
      requests: flag(true, 'A line for each request'),
      scans: flag(true, 'A line for each scan'),
      service: Type.String({
        default: 'llm-sentinel',
        minLength: 1,
        description: 'Name of this service on every line',
      }),
    }),
    metrics: group('Metrics for Prometheus', {
      enabled: flag(true, 'Serve `/metrics`'),
    }),
    tracing: group('Traces through OpenTelemetry', {
      endpoint: Type.Optional(
        Type.String({
          format: 'uri',
          description: 'OTLP endpoint over HTTP, such as `http://collector:4318/v1/traces`',
        }),
      ),
      sampleRatio: Type.Number({ default: 1, minimum: 0, maximum: 1, description: 'Share of new traces that is kept' }),
    }),
    audit: group('The tamper-evident log of all verdicts', {
      enabled: flag(true, 'Keep it'),
      maxQueue: whole(50_000, 100, 1_000_000, 'Entries in memory that wait to be written'),
      onFailure: oneOf(['continue', 'refuse'], 'continue', 'What happens to scans that cannot be recorded'),
      spoolBytes: whole(256 * MEGABYTE, 65_536, 1_024 * 1_024 * MEGABYTE, 'Disk for entries while the server is away'),
    }),
    postgres: group('Where the audit log is; without `url` in a folder of `dataDir`', {
      url: secret('Connection of a PostgreSQL 15 or newer', { pattern: '^postgres(ql)?://' }),
      autoMigrate: flag(true, 'Bring the schema up to date at the start'),
      queryTimeoutMs: whole(10_000, 100, 10 * MINUTE, 'Time for a query of events or a report'),
    }),
    redis: group('Limits and sessions that several processes share', {
      url: secret('Connection of a Redis', { pattern: '^rediss?://' }),
      prefix: Type.String({ default: 'sentinel', pattern: '^[\\w:.-]{1,64}$', description: 'Begin of all keys' }),
      deadlineMs: whole(50, 1, MINUTE, 'Time for one call'),
    }),
    alerting: group('Who is told of attacks', {
      console: flag(false, 'Print alerts on standard error'),
      slackUrl: secret('Incoming webhook of Slack', { format: 'uri' }),
      discordUrl: secret('Webhook of Discord', { format: 'uri' }),
      pagerDutyKey: secret('Routing key of PagerDuty'),
      webhookUrl: secret('Address of a webhook of your own', { format: 'uri' }),
      webhookSecret: secret('What it is signed with: `whsec_` and base64'),
      smtpUrl: secret('Mail server, such as `smtps://name:password@mail.example.com`', { pattern: '^smtps?://' }),
      mailFrom: Type.Optional(Type.String({ minLength: 3, description: 'Sender of mails' })),
      mailTo: words('Receivers of mails'),
    }),
    dashboard: group('The web page', {
      token: secret('What people log in with; without it there is no dashboard', { minLength: 16 }),
    }),
  },
  { additionalProperties: false },
);

/** The configuration, complete and checked. */
export type Config = Static<typeof configSchema>;
export type Quota = Static<typeof quotaSchema>;
