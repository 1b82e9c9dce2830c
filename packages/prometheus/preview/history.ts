import { buildFinding, buildResult, buildScanEvent, buildScannerInfo } from '@llm-sentinel/testing';
import { type OpenMetricsContentType, Registry } from 'prom-client';
import { prometheusAdapter } from '../src/index.js';

const MINUTES = 6 * 60 + 10;

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const RULES = [
  ['meaning/drop-earlier-instructions', 'injection', 'high', 0.9],
  ['meaning/reveal-your-instructions', 'prompt_leak', 'high', 0.85],
  ['meaning/role-without-rules', 'jailbreak', 'critical', 0.95],
  ['exfiltration/markdown-image', 'exfiltration', 'high', 0.8],
  ['pii/email', 'pii', 'medium', 0.9],
  ['pii/phone', 'pii', 'medium', 0.7],
  ['pii/credit-card', 'pii', 'high', 0.95],
  ['secret/github-token', 'secret', 'critical', 0.99],
  ['obfuscation/invisible-characters', 'obfuscation', 'low', 0.4],
] as const;
const SOURCES = ['user', 'user', 'user', 'model', 'document', 'tool'] as const;

/** What one instance would have shown at every minute of six hours, as OpenMetrics with times; a busy afternoon with an attack. */
export async function historyOf(instance: string, seed: number, endMs: number): Promise<string> {
  const random = randomNumbers(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const registry = new Registry<OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  registry.setDefaultLabels({ job: 'sentinel', instance });
  const adapter = prometheusAdapter({ registry, apiKeyAliases: ['mobile-app', 'batch'] });
  const { metrics } = adapter;
  let judgeIsWell = true;
  let queued = 0;
  const info = buildScannerInfo();
  adapter.onAttach?.({
    ...info,
    engines: ['attacks', 'pii', 'secrets', 'llm-judge'],
    health: () => ({
      ...info.health(),
      engines: ['attacks', 'pii', 'secrets', 'llm-judge'].map((name) => ({
        name,
        status: name === 'llm-judge' && !judgeIsWell ? 'failed' : 'ok',
        errors: 0,
      })),
      adapters: [{ name: 'postgres', status: 'ok', queued, dropped: 0, errors: 0 }],
    }),
  });

  function scan(minute: number, attackShare: number): void {
    const isAttack = random() < attackShare;
    const isPersonal = !isAttack && random() < 0.08;
    const [rule, threatType, severity, score] = pick(
      isAttack ? RULES.filter(([, threat]) => threat !== 'pii') : RULES.filter(([, threat]) => threat === 'pii'),
    );
    const entity = threatType === 'pii' ? { entity: rule.split('/')[1]?.replace('-', '_') ?? '' } : {};
    const finding = buildFinding({ rule, threatType, severity, score, ...entity });
    const isLate = !judgeIsWell && random() < 0.3;
    const latencyMs = isLate ? 1_500 : random() < 0.02 ? 60 + random() * 80 : 0.2 + random() ** 3 * 4;
    const cached = !isAttack && random() < 0.35;
    const riskScore = isAttack ? score - random() * 0.25 : random() ** 4 * 0.5;
    // People come and go: each stays for some twenty minutes.
    const sessionId = `session-${Math.floor(minute / 4) * 8 + Math.floor(random() * (50 + 30 * Math.sin(minute / 60)))}`;
    adapter.onScan?.(
      buildScanEvent({
        time: Date.now(),
        context: { sessionId },
        engineTimings: cached
          ? []
          : [
              { engine: 'attacks', ms: 0.1 + random() ** 4 * 3 },
              { engine: 'pii', ms: 0.05 + random() ** 4 * 2 },
              { engine: 'secrets', ms: 0.03 + random() ** 4 },
              { engine: 'llm-judge', ms: isLate ? 1_500 : 20 + random() ** 2 * 80 },
            ],
        result: buildResult({
          source: pick(SOURCES),
          cached,
          latencyMs,
          findings: isAttack || isPersonal ? [finding] : [],
          action: isAttack ? (random() < 0.85 ? 'block' : 'flag') : isPersonal ? 'redact' : 'allow',
          riskScore,
          errors: isLate ? [{ engine: 'llm-judge', code: 'TIMEOUT', type: 'TimeoutError' }] : [],
        }),
      }),
    );
  }

  /** What packages beside the scanner report. */
  function operate(minute: number, scans: number): void {
    const databaseIsAway = minute > 150 && minute < 175;
    queued = databaseIsAway ? 40 + Math.floor(random() * 30) : Math.floor(random() * 5);
    metrics.increment('audit_records_total', { status: databaseIsAway ? 'spooled' : 'written' }, scans);
    metrics.set('audit_queue_length', {}, queued);
    metrics.set('audit_spool_bytes', {}, databaseIsAway ? (minute - 150) * 48_000 : 0);
    for (let i = 0; i < 4; i++)
      metrics.observe('audit_write_seconds', {}, databaseIsAway ? 2 : 0.004 + random() ** 3 * 0.05);
    for (let i = 0; i < 20; i++) {
      for (const operation of ['insert', 'select'])
        metrics.observe('store_query_seconds', { store: 'postgres', operation }, 0.003 + random() ** 3 * 0.06);
      metrics.observe('store_query_seconds', { store: 'redis', operation: 'eval' }, 0.001 + random() ** 4 * 0.02);
    }
    metrics.set('store_size_bytes', { store: 'postgres' }, 4e9 + minute * 900_000);
    metrics.set('store_size_bytes', { store: 'redis' }, 9e7 + 1e7 * Math.sin(minute / 40));
    metrics.set('circuit_state', { circuit: 'postgres', state: databaseIsAway ? 'open' : 'closed' }, 1);
    metrics.set('circuit_state', { circuit: 'llm', state: judgeIsWell ? 'closed' : 'half_open' }, 1);
    if (databaseIsAway) metrics.increment('retries_total', { operation: 'audit_write', outcome: 'exhausted' }, 3);
    if (random() < 0.2) metrics.increment('retries_total', { operation: 'llm', outcome: 'succeeded' });
    metrics.increment('rate_limit_decisions_total', { limit: 'per_user', decision: 'allowed' }, scans);
    metrics.increment(
      'rate_limit_decisions_total',
      { limit: 'per_user', decision: 'denied' },
      Math.floor(random() * 4),
    );
    metrics.increment('api_key_requests_total', { key_id: 'mobile-app', status: 'success' }, Math.floor(scans * 0.7));
    metrics.increment(
      'api_key_requests_total',
      { key_id: 'batch', status: random() < 0.1 ? 'failure' : 'success' },
      Math.floor(scans * 0.3),
    );
    metrics.increment('llm_tokens_total', { model: 'large', token_type: 'input' }, scans * 600);
    metrics.increment('llm_tokens_total', { model: 'large', token_type: 'output' }, scans * 180);
    for (const [route, seconds] of [
      ['/v1/chat', 0.4],
      ['/v1/documents/:id', 0.08],
    ] as const) {
      metrics.increment('http_requests_total', { method: 'POST', route, status_code: '200' }, Math.floor(scans / 2));
      if (random() < 0.15) metrics.increment('http_requests_total', { method: 'POST', route, status_code: '503' });
      for (let i = 0; i < 10; i++)
        metrics.observe('http_request_duration_seconds', { method: 'POST', route }, seconds * (0.5 + random()));
    }
    if (minute % 60 === 0) {
      metrics.increment('threat_feed_updates_total', { feed: 'urls', status: 'success' });
      metrics.set(
        'threat_feed_last_success_timestamp_seconds',
        { feed: 'urls' },
        (endMs - (MINUTES - minute) * 60_000) / 1_000,
      );
      metrics.increment('patterns_discovered_total', { pattern_type: 'phrase' }, 2);
    }
    if (minute % 140 === 70) metrics.increment('patterns_deployed_total', { pattern_type: 'phrase' });
    if (minute === 220) metrics.increment('drift_incidents_total', { kind: 'scores' });
    if (minute % 45 === 10) metrics.increment('alerts_sent_total', { channel: 'slack', status: 'sent' });
    if (minute > 205 && minute < 230) metrics.increment('alerts_suppressed_total', { reason: 'dedup' });
    metrics.set('reviews_pending', {}, Math.max(0, Math.round(30 + 25 * Math.sin(minute / 50))));
    if (random() < 0.3) metrics.increment('reviews_completed_total', { action: random() < 0.7 ? 'approve' : 'reject' });
    if (random() < 0.1) metrics.increment('threat_matches_total', { severity: 'high' });
    if (random() < 0.03)
      adapter.onFeedback?.({
        type: 'feedback',
        time: 0,
        scanId: 'a',
        verdict: 'false_positive',
        threatType: 'injection',
      });
  }

  const pages: string[] = [];
  const realNow = Date.now;
  for (let minute = 0; minute < MINUTES; minute++) {
    judgeIsWell = !(minute > 270 && minute < 290);
    // Sessions expire by the clock.
    Date.now = () => endMs - (MINUTES - 1 - minute) * 60_000;
    const attack = minute > 200 && minute < 225 ? 1 : 0;
    const scans = Math.floor(180 + 90 * Math.sin(minute / 70) + random() * 40 + attack * 260);
    for (let i = 0; i < scans; i++) scan(minute, attack === 1 ? 0.62 : 0.035);
    operate(minute, scans);
    const seconds = (endMs - (MINUTES - 1 - minute) * 60_000) / 1_000;
    pages.push(samplesAt(await registry.metrics(), seconds), `up{job="sentinel",instance="${instance}"} 1 ${seconds}`);
    pages.push(...processAt(instance, minute, random, seconds));
  }
  Date.now = realNow;
  await adapter.close?.();
  return pages.join('\n');
}

/** The lines that carry numbers, each with its time. */
function samplesAt(page: string, seconds: number): string {
  return page
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => `${line} ${seconds}`)
    .join('\n');
}

/** What `processMetrics` would show; of this process it would say little. */
function processAt(instance: string, minute: number, random: () => number, seconds: number): string[] {
  const labels = `{job="sentinel",instance="${instance}"}`;
  return [
    `process_cpu_seconds_total${labels} ${minute * 14 + random() * 3} ${seconds}`,
    `process_resident_memory_bytes${labels} ${1.6e8 + 2e7 * Math.sin(minute / 15) + random() * 4e6} ${seconds}`,
    `nodejs_eventloop_lag_p99_seconds${labels} ${0.011 + random() ** 3 * 0.02} ${seconds}`,
    `nodejs_gc_duration_seconds_sum{job="sentinel",instance="${instance}",kind="minor"} ${minute * 0.4 + random() * 0.1} ${seconds}`,
  ];
}
