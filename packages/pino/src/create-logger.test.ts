import { isSentinelError } from '@llm-sentinel/core';
import { buildScanEvent } from '@llm-sentinel/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CreateLoggerOptions, createLogger } from './create-logger.js';
import { pinoAdapter } from './pino-adapter.js';

function capture(options: Partial<CreateLoggerOptions> = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line.trimEnd()) };
  return { logger: createLogger({ service: 'chat-api', version: '2.3.0', destination, ...options }), lines };
}

const traceContext = () => ({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' });

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 15, 10, 30, 45, 123), toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createLogger', () => {
  it('writes an ISO timestamp, the level as a word, service, version and message', () => {
    const { logger, lines } = capture();
    logger.warn({ attempt: 2 }, 'Model is slow');
    expect(JSON.parse(lines[0] ?? '')).toMatchInlineSnapshot(`
      {
        "attempt": 2,
        "level": "warn",
        "message": "Model is slow",
        "service": "chat-api",
        "timestamp": "2026-01-15T10:30:45.123Z",
        "version": "2.3.0",
      }
    `);
  });

  it('writes the line of a scan', () => {
    const { logger, lines } = capture();
    pinoAdapter({ logger }).onScan?.(buildScanEvent());
    expect(JSON.parse(lines[0] ?? '')).toMatchInlineSnapshot(`
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
        "risk_score": 0,
        "ruleset_version": "1.0.0+0123456789abcdef",
        "scan_id": "019bc135-2883-7000-8000-000000000000",
        "service": "chat-api",
        "source": "user",
        "timestamp": "2026-01-15T10:30:45.123Z",
        "version": "2.3.0",
      }
    `);
  });

  it('writes ECS names on request', () => {
    const { logger, lines } = capture({ format: 'ecs', traceContext });
    pinoAdapter({ logger, format: 'ecs' }).onScan?.(buildScanEvent());
    expect(JSON.parse(lines[0] ?? '')).toMatchInlineSnapshot(`
      {
        "@timestamp": "2026-01-15T10:30:45.123Z",
        "ecs.version": "8.11.0",
        "event.action": "scan_completed",
        "event.category": [
          "intrusion_detection",
        ],
        "event.duration": 250000,
        "event.id": "019bc135-2883-7000-8000-000000000000",
        "event.kind": "event",
        "event.risk_score": 0,
        "event.type": [
          "allowed",
        ],
        "log.level": "info",
        "message": "Scan completed",
        "sentinel.blocked": false,
        "sentinel.engines_triggered": [],
        "sentinel.findings": [],
        "sentinel.input_length": 42,
        "sentinel.is_safe": true,
        "sentinel.layer": "input_guard",
        "sentinel.ruleset_version": "1.0.0+0123456789abcdef",
        "sentinel.source": "user",
        "service.name": "chat-api",
        "service.version": "2.3.0",
        "span.id": "00f067aa0ba902b7",
        "trace.id": "4bf92f3577b34da6a3ce929d0e0e4736",
      }
    `);
  });

  it('puts errors under `error`', () => {
    const error = new RangeError('out of range');
    const plain = capture();
    plain.logger.error({ error }, 'It failed');
    expect(JSON.parse(plain.lines[0] ?? '')).toMatchObject({ error: { type: 'RangeError', message: 'out of range' } });
    const ecs = capture({ format: 'ecs' });
    ecs.logger.error(error);
    expect(JSON.parse(ecs.lines[0] ?? '')).toMatchObject({
      message: 'out of range',
      error: {
        type: 'RangeError',
        message: 'out of range',
        stack_trace: expect.stringContaining('RangeError') as string,
      },
    });
  });

  it('adds the active span to every line, also of a child', () => {
    const { logger, lines } = capture({ traceContext });
    logger.child({ component: 'sentinel' }).info('hello');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      component: 'sentinel',
      trace_id: traceContext().traceId,
      span_id: traceContext().spanId,
    });
  });

  it('masks prompts, credentials and what else it is told', () => {
    const { logger, lines } = capture({ redact: ['user.email', '*.iban'] });
    logger.info({
      prompt: 'p-canary',
      password: 'p-canary',
      req: { method: 'POST', headers: { authorization: 'p-canary', cookie: 'p-canary' } },
      user: { email: 'p-canary', iban: 'p-canary' },
    });
    expect(lines[0]).not.toContain('p-canary');
    expect(lines[0]).toContain('"prompt":"[Redacted]"');
  });

  it('is silent below its level', () => {
    const { logger, lines } = capture({ level: 'error' });
    pinoAdapter({ logger }).onScan?.(buildScanEvent());
    expect(lines).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['no service', { service: '' }, '`service` must be a name, such as "chat-api".'],
    ['an option that nobody knows', { redcat: ['email'] }, 'Unknown option `redcat`. Did you mean `redact`?'],
    [
      'an option of pino',
      { mixin: () => ({}) },
      'Unknown option `mixin`. Known options: service, version, level, format, destination, maxBufferChars, onLineLost, pretty, redact, traceContext.',
    ],
    [
      'an unknown level',
      { level: 'INFO' },
      '`level` must be one of trace, debug, info, warn, error, fatal, silent, got INFO.',
    ],
    ['an unknown format', { format: 'xml' }, '`format` must be one of default, ecs, got xml.'],
    [
      'a path with two wildcards',
      { redact: ['a.*.*'] },
      '`redact` takes paths like "user.email" or "*.email" with at most one "*", got a.*.*.',
    ],
    [
      'a path that is code',
      { redact: ['a;process.exit()'] },
      '`redact` takes paths like "user.email" or "*.email" with at most one "*", got a;process.exit().',
    ],
  ])('throws on %s', (_case, options, message) => {
    let thrown: unknown;
    try {
      capture(options);
    } catch (error) {
      thrown = error;
    }
    expect(isSentinelError(thrown, 'INVALID_OPTION')).toBe(true);
    expect((thrown as Error).message).toBe(`[@llm-sentinel/pino] ${message}`);
  });
});
