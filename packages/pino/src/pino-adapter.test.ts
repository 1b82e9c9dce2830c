import { createHmac } from 'node:crypto';
import { isSentinelError } from '@llm-sentinel/core';
import {
  buildDecisionEvent,
  buildFeedbackEvent,
  buildFinding,
  buildScanEvent,
  type ScanEventOverrides,
  testAdapter,
} from '@llm-sentinel/testing';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { type PinoAdapterOptions, pinoAdapter } from './pino-adapter.js';

type Line = Record<string, unknown>;

const KEY = 'a key of enough bytes';
const email = buildFinding({ rule: 'pii/email', threatType: 'pii', severity: 'medium', entity: 'email' });

/** A real pino logger whose lines are kept. */
function capture(level = 'debug') {
  const written: string[] = [];
  const destination = { write: (line: string) => void written.push(line) };
  const formatters = { level: (label: string) => ({ level: label }) };
  const logger = pino({ level, base: null, timestamp: false, messageKey: 'message', formatters }, destination);
  return { logger, written, lines: () => written.map((line) => JSON.parse(line) as Line) };
}

function logScan(event: ScanEventOverrides, options: Omit<PinoAdapterOptions, 'logger'> = {}): Line {
  const { logger, lines } = capture();
  pinoAdapter({ logger, ...options }).onScan?.(buildScanEvent(event));
  const scans = lines().filter((line) => 'latency_ms' in line || 'event.duration' in line);
  expect(scans).toHaveLength(1);
  return scans[0] as Line;
}

let shared = capture();

testAdapter('pino', {
  create: () => pinoAdapter({ logger: shared.logger, hmacKey: KEY }),
  recorded: () => shared.written.join(''),
  failing: () => pinoAdapter({ logger: throwingLogger() }),
  reset: () => {
    shared = capture();
  },
});

testAdapter('pino in ECS format, everything recorded', {
  create: () =>
    pinoAdapter({
      logger: shared.logger,
      format: 'ecs',
      redactedExcerpt: true,
      userId: 'plain',
      sessionId: 'plain',
    }),
  recorded: () => shared.written.join(''),
  reset: () => {
    shared = capture();
  },
  recordsText: true,
  recordsIdentifiers: true,
});

/** A logger whose destination is gone, as a stream that was destroyed. */
function throwingLogger() {
  const destination = {
    write() {
      throw new RangeError('destroyed');
    },
  };
  return pino({ level: 'debug' }, destination);
}

describe('a scan', () => {
  it('is one line with the fields of a clean text', () => {
    expect(logScan({ context: { requestId: 'request-1' } })).toMatchInlineSnapshot(`
      {
        "blocked": false,
        "engines_triggered": [],
        "event": "scan_completed",
        "event_type": "scan_completed",
        "findings": [],
        "input_length": 42,
        "is_safe": true,
        "latency_ms": 0.25,
        "layer": "input_guard",
        "level": "info",
        "message": "Scan completed",
        "request_id": "request-1",
        "risk_score": 0,
        "ruleset_version": "1.0.0+0123456789abcdef",
        "scan_id": "019bc135-2883-7000-8000-000000000000",
        "source": "user",
      }
    `);
  });

  it('is one line with the fields of a threat', () => {
    const findings = [buildFinding(), { ...email, start: 20, end: 36 }];
    expect(
      logScan(
        { result: { findings, source: 'document' }, context: { userId: 'user-42', sessionId: 'session-7' } },
        { userId: 'plain', sessionId: 'plain' },
      ),
    ).toMatchInlineSnapshot(`
      {
        "blocked": true,
        "engines_triggered": [
          "rules",
        ],
        "event": "security_threat_detected",
        "event_type": "security_threat_detected",
        "findings": [
          {
            "end": 16,
            "rule": "meaning/drop-earlier-instructions",
            "severity": "high",
            "start": 0,
          },
          {
            "end": 36,
            "rule": "pii/email",
            "severity": "medium",
            "start": 20,
          },
        ],
        "input_length": 42,
        "is_safe": false,
        "latency_ms": 0.25,
        "layer": "retrieval_guard",
        "level": "warn",
        "message": "Security threat detected",
        "risk_score": 0.9,
        "ruleset_version": "1.0.0+0123456789abcdef",
        "scan_id": "019bc135-2883-7000-8000-000000000000",
        "session_id": "session-7",
        "source": "document",
        "threat_type": "injection",
        "user_id": "user-42",
      }
    `);
  });

  const failed = { engine: 'classifier', code: 'ENGINE_FAILED', type: 'TypeError' } as const;
  const injection = [buildFinding()];
  const jailbreak = [buildFinding({ threatType: 'jailbreak' })];
  const secret = [buildFinding({ threatType: 'secret', entity: 'aws_access_key' })];

  it.each<[string, ScanEventOverrides['result'], string, string]>([
    ['a clean text', {}, 'scan_completed', 'info'],
    ['a weak finding that is allowed', { findings: injection, action: 'allow' }, 'scan_completed', 'info'],
    ['blocked injection', { findings: injection }, 'security_threat_detected', 'warn'],
    ['blocked PII', { findings: [email] }, 'security_threat_detected', 'warn'],
    ['flagged injection', { findings: injection, action: 'flag' }, 'injection_attempt', 'warn'],
    ['flagged jailbreak', { findings: jailbreak, action: 'flag' }, 'injection_attempt', 'warn'],
    ['redacted PII', { findings: [email], action: 'redact' }, 'pii_detected', 'warn'],
    [
      'PII beside something else',
      { findings: [email, ...injection], action: 'redact', threatType: 'pii' },
      'security_threat_detected',
      'warn',
    ],
    ['a redacted secret', { findings: secret, action: 'redact' }, 'security_threat_detected', 'warn'],
    ['a failed engine, let through', { errors: [failed] }, 'scan_failed', 'error'],
    ['a failed engine, stopped', { errors: [failed], action: 'block' }, 'scan_failed', 'error'],
    ['a failed engine beside a verdict', { errors: [failed], findings: injection }, 'security_threat_detected', 'warn'],
  ])('names %s', (_case, result = {}, event, level) => {
    expect(logScan({ result })).toMatchObject({ event, event_type: event, level });
  });

  it('lists failed engines, and says when a part was not judged', () => {
    const line = logScan({ result: { errors: [failed], truncated: true } });
    expect(line).toMatchObject({ errors: [failed], truncated: true });
    expect(logScan({})).not.toHaveProperty('truncated');
    expect(logScan({})).not.toHaveProperty('errors');
  });

  it('lists 50 findings and counts the rest', () => {
    const findings = Array.from({ length: 60 }, (_, i) => buildFinding({ start: i, end: i + 1 }));
    const line = logScan({ result: { findings } });
    expect(line.findings).toHaveLength(50);
    expect(line.findings_omitted).toBe(10);
  });
});

describe('an engine that fails', () => {
  const failed = { engine: 'llm-judge', code: 'TIMEOUT', type: 'TimeoutError' } as const;
  const minute = 60_000;

  function unhealthyAt(...times: number[]): Line[] {
    const { logger, lines } = capture();
    const adapter = pinoAdapter({ logger });
    for (const time of times) adapter.onScan?.(buildScanEvent({ time, result: { errors: [failed] } }));
    return lines().filter(({ event }) => event === 'engine_unhealthy');
  }

  it('is told of beside the scan', () => {
    expect(unhealthyAt(0)).toMatchInlineSnapshot(`
      [
        {
          "engine": "llm-judge",
          "error_code": "TIMEOUT",
          "error_type": "TimeoutError",
          "event": "engine_unhealthy",
          "event_type": "engine_unhealthy",
          "level": "warn",
          "message": "Engine unhealthy",
          "ruleset_version": "1.0.0+0123456789abcdef",
        },
      ]
    `);
  });

  it('is told of once a minute, not with each scan', () => {
    expect(unhealthyAt(0, 1, minute - 1)).toHaveLength(1);
    expect(unhealthyAt(0, minute - 1, minute, minute + 1)).toHaveLength(2);
  });

  it('is told of also when the clock is set back', () => {
    expect(unhealthyAt(10 * minute, 0)).toHaveLength(2);
  });
});

describe('an audit logger', () => {
  function auditOf(level: string, act: (adapter: ReturnType<typeof pinoAdapter>) => void) {
    const log = capture(level);
    const audit = capture('info');
    act(pinoAdapter({ logger: log.logger, auditLogger: audit.logger }));
    const events = (lines: Line[]) => lines.map(({ event }) => event);
    return { log: events(log.lines()), audit: events(audit.lines()) };
  }

  it('gets what was stopped, found, judged and changed, but not what went its usual way', () => {
    const { log, audit } = auditOf('debug', (adapter) => {
      adapter.onScan?.(buildScanEvent());
      adapter.onScan?.(buildScanEvent({ result: { findings: [buildFinding()] } }));
      adapter.onDecision?.(buildDecisionEvent({ decision: 'allowed' }));
      adapter.onDecision?.(buildDecisionEvent());
      adapter.onFeedback?.(buildFeedbackEvent());
      adapter.logSecurityEvent({ event: 'config_changed' });
    });
    expect(log).toHaveLength(6);
    expect(audit).toEqual(['security_threat_detected', 'policy_blocked', 'review_completed', 'config_changed']);
  });

  it('does not depend on the level of the log', () => {
    const { log, audit } = auditOf('silent', (adapter) => adapter.onFeedback?.(buildFeedbackEvent()));
    expect(log).toEqual([]);
    expect(audit).toEqual(['review_completed']);
  });
});

describe('identifiers', () => {
  const context = { userId: 'user-42', sessionId: 'session-7' };

  it('are left out without a key', () => {
    const line = logScan({ context });
    expect(line).not.toHaveProperty('user_id');
    expect(line).not.toHaveProperty('session_id');
  });

  it('are pseudonyms with a key, the ones that openssl gives too', () => {
    const hmac = (id: string) => createHmac('sha256', KEY).update(id).digest('hex');
    expect(logScan({ context }, { hmacKey: KEY })).toMatchObject({
      user_id: hmac('user-42'),
      session_id: hmac('session-7'),
    });
  });

  it('have a mode each', () => {
    const line = logScan({ context }, { hmacKey: KEY, userId: 'omit', sessionId: 'plain' });
    expect(line).not.toHaveProperty('user_id');
    expect(line).toMatchObject({ session_id: 'session-7' });
  });

  it('keep their pseudonym after thousands of others', () => {
    const { logger, lines } = capture();
    const adapter = pinoAdapter({ logger, hmacKey: KEY });
    const scanOf = (userId: string) => adapter.onScan?.(buildScanEvent({ context: { userId } }));
    scanOf('first');
    for (let i = 0; i < 2_500; i++) scanOf(`user-${i}`);
    scanOf('first');
    expect(lines().at(-1)?.user_id).toBe(lines()[0]?.user_id);
    expect(new Set(lines().map((line) => line.user_id)).size).toBe(2_501);
  });
});

describe('strings from outside', () => {
  it('have characters that deceive shown as escapes', () => {
    const requestId = 'a\nb\u001b[2J\u0085\u202Etxt\u2066\u2028\uD800 \u{1F600} ключ';
    expect(logScan({ context: { requestId } }).request_id).toBe(
      'a\\u000ab\\u001b[2J\\u0085\\u202etxt\\u2066\\u2028\\ud800 \u{1F600} ключ',
    );
  });

  it('are cut off, not through a pair', () => {
    const line = logScan({ context: { requestId: `${'x'.repeat(255)}\u{1F600}${'y'.repeat(9_000)}` } });
    expect(line.request_id).toBe(`${'x'.repeat(255)}\\ud83d…`);
  });
});

describe('the text', () => {
  const text = 'Write to [EMAIL_1]\nabout the offer.';

  it('is not logged, even when the event has it', () => {
    expect(JSON.stringify(logScan({ text }))).not.toContain('offer');
  });

  it('is logged escaped on request', () => {
    const line = logScan({ text }, { redactedExcerpt: true });
    expect(line.redacted_excerpt).toBe('Write to [EMAIL_1]\\u000aabout the offer.');
    expect(logScan({}, { redactedExcerpt: true })).not.toHaveProperty('redacted_excerpt');
  });
});

describe('feedback and decisions', () => {
  it('logs feedback as a completed review, without the comment', () => {
    const { logger, lines } = capture();
    const comment = 'The text was a recipe.';
    pinoAdapter({ logger, userId: 'plain' }).onFeedback?.(buildFeedbackEvent({ comment, reporter: 'ana' }));
    expect(lines()).toMatchInlineSnapshot(`
      [
        {
          "event": "review_completed",
          "event_type": "review_completed",
          "level": "info",
          "message": "Review completed",
          "reporter": "ana",
          "scan_id": "019bc135-2883-7000-8000-000000000000",
          "threat_type": "injection",
          "verdict": "false_positive",
        },
      ]
    `);
  });

  it.each([
    ['guard', 'blocked', 'policy_blocked', 'warn'],
    ['guard', 'allowed', 'decision_made', 'debug'],
    ['stream', 'stopped', 'policy_blocked', 'warn'],
    ['policy', 'blocked', 'policy_blocked', 'warn'],
    ['rate-limit', 'denied', 'rate_limited', 'warn'],
    ['rate-limit', 'unavailable_deny', 'rate_limited', 'warn'],
    ['rate-limit', 'allowed', 'decision_made', 'debug'],
    ['circuit', 'opened', 'circuit_opened', 'warn'],
    ['circuit', 'closed', 'decision_made', 'debug'],
    ['review', 'requested', 'review_requested', 'info'],
    ['review', 'escalate', 'review_completed', 'info'],
  ] as const)('logs %s %s as %s', (component, decision, event, level) => {
    const { logger, lines } = capture();
    pinoAdapter({ logger }).onDecision?.(buildDecisionEvent({ component, decision, subject: 'x' }));
    expect(lines()).toEqual([
      expect.objectContaining({ event, event_type: event, level, decided_by: component, decision }),
    ]);
  });

  it('names the policy that blocked', () => {
    const { logger, lines } = capture();
    const adapter = pinoAdapter({ logger });
    adapter.onDecision?.(buildDecisionEvent({ component: 'policy', subject: 'no-secrets' }));
    expect(lines()).toMatchInlineSnapshot(`
      [
        {
          "blocked": true,
          "decided_by": "policy",
          "decision": "blocked",
          "event": "policy_blocked",
          "event_type": "policy_blocked",
          "level": "warn",
          "message": "Blocked by policy",
          "policy_id": "no-secrets",
          "subject": "no-secrets",
        },
      ]
    `);
  });
});

describe('trace context', () => {
  const traceContext = () => ({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' });

  it('joins the line to the active span', () => {
    const ids = { trace_id: traceContext().traceId, span_id: traceContext().spanId };
    expect(logScan({}, { traceContext })).toMatchObject(ids);
    expect(logScan({}, { traceContext: () => undefined })).not.toHaveProperty('trace_id');
  });
});

describe('format ecs', () => {
  it('uses the names of the Elastic Common Schema', () => {
    expect(
      logScan(
        { result: { findings: [buildFinding()] }, context: { userId: 'user-42', requestId: 'request-1' } },
        { format: 'ecs', userId: 'plain', traceContext: () => ({ traceId: 'a', spanId: 'b' }) },
      ),
    ).toMatchInlineSnapshot(`
      {
        "event.action": "security_threat_detected",
        "event.category": [
          "intrusion_detection",
        ],
        "event.duration": 250000,
        "event.id": "019bc135-2883-7000-8000-000000000000",
        "event.kind": "alert",
        "event.risk_score": 0.9,
        "event.type": [
          "denied",
        ],
        "http.request.id": "request-1",
        "level": "warn",
        "message": "Security threat detected",
        "sentinel.blocked": true,
        "sentinel.engines_triggered": [
          "rules",
        ],
        "sentinel.findings": [
          {
            "end": 16,
            "rule": "meaning/drop-earlier-instructions",
            "severity": "high",
            "start": 0,
          },
        ],
        "sentinel.input_length": 42,
        "sentinel.is_safe": false,
        "sentinel.layer": "input_guard",
        "sentinel.ruleset_version": "1.0.0+0123456789abcdef",
        "sentinel.source": "user",
        "sentinel.threat_type": "injection",
        "span.id": "b",
        "trace.id": "a",
        "user.id": "user-42",
      }
    `);
  });

  it('puts a pseudonym into user.hash', () => {
    const line = logScan({ context: { userId: 'user-42' } }, { format: 'ecs', hmacKey: KEY });
    expect(line).toHaveProperty(['user.hash']);
    expect(line).not.toHaveProperty(['user.id']);
  });

  it('tells denied, allowed, failed and other lines apart', () => {
    const errors = [{ engine: 'classifier', code: 'TIMEOUT', type: 'TimeoutError' }] as const;
    const typeOf = (result: ScanEventOverrides['result'] = {}) => logScan({ result }, { format: 'ecs' })['event.type'];
    expect(typeOf({ findings: [buildFinding()] })).toEqual(['denied']);
    expect(typeOf({})).toEqual(['allowed']);
    expect(typeOf({ errors })).toEqual(['error']);
    const { logger, lines } = capture();
    pinoAdapter({ logger, format: 'ecs' }).onFeedback?.(buildFeedbackEvent());
    expect(lines()[0]?.['event.type']).toEqual(['info']);
  });
});

describe('a logger', () => {
  it('whose level drops the line costs no line: the event is not read beyond the verdict', () => {
    const { logger, written } = capture('warn');
    const event = buildScanEvent();
    const guarded = new Proxy(event, {
      get(target, key, receiver) {
        if (key === 'context') throw new Error('The line was built.');
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    const adapter = pinoAdapter({ logger });
    adapter.onScan?.(guarded);
    expect(written).toEqual([]);
    expect(adapter.health?.()).toEqual({ status: 'ok' });
  });

  it('may change its level later', () => {
    const { logger, written } = capture('warn');
    const adapter = pinoAdapter({ logger });
    logger.level = 'info';
    adapter.onScan?.(buildScanEvent());
    expect(written).toHaveLength(1);
  });

  it('that throws shows in health, without its message, until a line is written again', () => {
    let broken = true;
    const lines: string[] = [];
    const destination = {
      write(line: string) {
        if (broken) throw new RangeError('destroyed by /etc/secret');
        lines.push(line);
      },
    };
    const adapter = pinoAdapter({ logger: pino({}, destination) });
    adapter.onScan?.(buildScanEvent());
    expect(adapter.health?.()).toEqual({ status: 'failed', detail: 'The logger threw RangeError on the last line.' });
    broken = false;
    adapter.onScan?.(buildScanEvent());
    expect(adapter.health?.()).toEqual({ status: 'ok' });
    expect(lines).toHaveLength(1);
  });

  it('needs no more than four methods', () => {
    const calls: [object, string][] = [];
    const log = (fields: object, message: string) => void calls.push([fields, message]);
    pinoAdapter({ logger: { debug: log, info: log, warn: log, error: log } }).onScan?.(buildScanEvent());
    expect(calls).toEqual([[expect.objectContaining({ event: 'scan_completed' }), 'Scan completed']]);
  });
});

describe('bad options throw in the factory', () => {
  const { logger } = capture();
  it.each<[string, object, string]>([
    ['no logger', { logger: undefined }, '`logger` must be a pino logger.'],
    ['no audit logger', { auditLogger: {} }, '`auditLogger` must be a pino logger.'],
    ['an option that nobody knows', { auditLoger: logger }, 'Unknown option `auditLoger`. Did you mean `auditLogger`?'],
    ['unknown format', { format: 'xml' }, '`format` must be one of default, ecs, got xml.'],
    ['unknown mode', { userId: 'md5' }, '`userId` must be one of plain, hmac, omit, got md5.'],
    ['hmac without a key', { sessionId: 'hmac' }, "`sessionId: 'hmac'` needs `hmacKey`."],
    ['a short key', { hmacKey: 'hush' }, '`hmacKey` must have at least 16 bytes, or pseudonyms can be guessed.'],
  ])('%s', (_case, options, message) => {
    let thrown: unknown;
    try {
      pinoAdapter({ logger, ...options } as PinoAdapterOptions);
    } catch (error) {
      thrown = error;
    }
    expect(isSentinelError(thrown, 'INVALID_OPTION')).toBe(true);
    expect((thrown as Error).message).toBe(`[@llm-sentinel/pino] ${message}`);
  });
});
