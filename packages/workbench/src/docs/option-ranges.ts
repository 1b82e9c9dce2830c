import { createScanner, isSentinelError } from '@llm-sentinel/core';
// Sources, as the page describes them; none of these is a dependency of the workbench otherwise.
import * as alerting from '../../../alerting/src/index.js';
import * as dashboard from '../../../dashboard/src/index.js';
import * as http from '../../../http/src/index.js';
import * as pino from '../../../pino/src/index.js';
import * as postgres from '../../../postgres/src/index.js';
import * as prometheus from '../../../prometheus/src/index.js';
import * as redis from '../../../redis/src/index.js';
import * as resilience from '../../../resilience/src/index.js';

/** Gives options of a type to a function that checks them. */
// biome-ignore lint/suspicious/noExplicitAny: what is passed is wrong on purpose
type Probe = (options: any) => unknown;

const channel = alerting.consoleChannel();
const client = { eval: async () => null, evalsha: async () => null, status: 'ready' };
const source = { summary: async () => null, search: async () => null };
const secrets = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const { privateKey } = postgres.generateCheckpointKeys();
const call = async () => 'answer';
const jsonRequest = () =>
  new Request('http://a.example', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });

// By the name of the type of the options, as the page of options has it.
const PROBES: Readonly<Record<string, Probe>> = {
  ScannerOptions: createScanner,
  QueueOptions: (queue) => createScanner({ queue }),
  SessionOptions: (sessions) => createScanner({ sessions }),
  ThreatPolicy: (pii) => createScanner({ policy: { pii } }),
  ScanStreamOptions: (options) => createScanner().scanStream(options),
  OpenStreamOptions: (options) => createScanner().openStream(options),
  AlertManagerOptions: (options) => alerting.alertManager({ channels: [channel], ...options }),
  ChannelRateLimit: (rateLimit) => alerting.alertManager({ channels: [{ channel, rateLimit }] }),
  DeliveryRetry: (retry) => alerting.alertManager({ channels: [channel], retry }),
  EscalationStep: (step) =>
    alerting.alertManager({
      channels: [channel],
      routes: [{ name: 'a', channels: ['console'], escalation: [{ channels: ['console'], ...step }] }],
    }),
  ThresholdRuleOptions: (options) => alerting.thresholdRule({ name: 'A', measure: () => 0, threshold: 1, ...options }),
  PollRuleOptions: (options) => alerting.pollRule({ name: 'A', read: () => 0, threshold: 1, ...options }),
  Route: (route) =>
    alerting.alertManager({ channels: [channel], routes: [{ name: 'a', channels: ['console'], ...route }] }),
  Thresholds: (thresholds) => alerting.alertManager({ channels: [channel], thresholds }),
  EmailChannelOptions: (options) =>
    alerting.emailChannel({ from: 'a@b.example', to: 'a@b.example', smtp: { host: 'b.example' }, ...options }),
  SmtpOptions: (smtp) =>
    alerting.emailChannel({ from: 'a@b.example', to: 'a@b.example', smtp: { host: 'b.example', ...smtp } }),
  NewRuleOptions: alerting.newRuleFiring,
  NetworkOptions: (network) => alerting.slackChannel({ url: 'https://hooks.example/a', network }),
  HistoryQuery: (query) => alerting.alertManager({ channels: [channel] }).history(query),
  VerifyWebhookOptions: (options) => alerting.verifyWebhook('', {}, { secrets, ...options }),
  ReadChatOptions: (options) => http.readChat({ messages: [{ role: 'user', content: 'a' }] }, options),
  ReadJsonOptions: (options) => http.readJson(jsonRequest(), options),
  ChatHandlerOptions: (options) => http.chatHandler({ ask: call, identify: () => null, ...options }),
  AnswerOptions: (options) => http.answerEvents(new ReadableStream(), options),
  // How much of a log is read is asked only where there is a log.
  DashboardOptions: (options) =>
    dashboard.securityDashboard({ auth: 'none', ...('maxLogEntries' in options && { source }), ...options }),
  PrintOptions: (options) => dashboard.printDashboard(dashboard.securityDashboard(), options),
  CreateLoggerOptions: (options) => pino.createLogger({ service: 'a', ...options }),
  PostgresAdapterOptions: postgres.postgresAdapter,
  DatabaseOptions: postgres.postgresAdapter,
  AuditLogOptions: postgres.createAuditLog,
  SpoolOptions: (spool) => postgres.postgresAdapter({ spool: { dir: 'spool', ...spool } }),
  CheckpointOptions: (options) =>
    postgres.postgresAdapter({ checkpoints: { signer: postgres.createSigner({ privateKey }), sink() {}, ...options } }),
  PrometheusAdapterOptions: prometheus.prometheusAdapter,
  HttpMetricsOptions: (options) =>
    prometheus.httpMetrics({ metrics: prometheus.prometheusAdapter().metrics, ...options }),
  ProfileHandlerOptions: (options) => prometheus.profileHandler({ auth: 'none', ...options }),
  CpuProfileOptions: prometheus.cpuProfile,
  RedisStoreOptions: (options) => redis.redisRateLimitStore({ client, ...options }),
  RedisLockOptions: (options) => redis.redisLock({ client, ...options }),
  RedisPatternCacheOptions: (options) => redis.redisPatternCache({ client, ...options }),
  RedisSessionStoreOptions: (options) => redis.redisSessionStore({ client, ...options }),
  RedisVerdictCacheOptions: (options) => redis.redisVerdictCache({ client, ...options }),
  BulkheadOptions: resilience.bulkhead,
  CircuitBreakerOptions: (options) => resilience.circuitBreaker(call, options),
  MemoryLockOptions: resilience.memoryLock,
  MemoryRateLimitStoreOptions: resilience.memoryRateLimitStore,
  PolicyOptions: resilience.policy,
  RateLimiterOptions: resilience.rateLimiter,
  RetryOptions: (options) => resilience.retry(call, options),
  ResilientOptions: (options) => resilience.resilient({ name: 'a', write: async () => {} }, options),
};

const LARGEST = String(Number.MAX_VALUE).replace(/[.+]/g, '\\$&');
// The largest number is no bound that anybody meets. Where there is no lower one, the upper is another option of the probe.
const NO_LOWER_BOUND = new RegExp(` from -${LARGEST} to .*$`);
const NO_UPPER_BOUND = new RegExp(` from (\\S+) to ${LARGEST}$`);

/**
 * What a number must be, asked of the code itself: it is given one that is none, and says what it wanted. Undefined where it does not say,
 * as for types that no function here takes.
 */
export async function optionRange(type: string, option: string): Promise<string | undefined> {
  try {
    await PROBES[type]?.({ [option]: Number.NaN });
    return undefined;
  } catch (error) {
    if (!isSentinelError(error, 'INVALID_OPTION') || !error.message.includes(`${option}\``)) return undefined;
    const range = /must be (.+?)(?:, got NaN)?\.$/.exec(error.message)?.[1];
    const bounds = range?.replace(NO_LOWER_BOUND, '').replace(NO_UPPER_BOUND, ' of at least $1');
    return bounds === 'a number' ? undefined : bounds;
  }
}
