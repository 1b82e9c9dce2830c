import { buildDecisionEvent, buildFinding, buildScanEvent, eventGallery } from '@llm-sentinel/testing';
import { type LoggerOptions, pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { type LoggerLike, type PinoAdapter, type PinoAdapterOptions, pinoAdapter } from './index.js';

const KEY = 'a key of enough bytes';
const threat = buildScanEvent({ result: { findings: [buildFinding()] }, context: { userId: 'user-42' } });

/** What a logger with these settings writes for the event of a threat, as text. */
function lineOf(settings: LoggerOptions, options: Partial<PinoAdapterOptions> = {}): string {
  const written: string[] = [];
  const destination = { write: (line: string) => void written.push(line) };
  const logger = pino({ base: null, timestamp: false, ...settings }, destination);
  pinoAdapter({ logger, userId: 'plain', ...options }).onScan?.(threat);
  return written.join('');
}

function emitAll(adapter: PinoAdapter): void {
  for (const { event } of eventGallery()) {
    if (event.type === 'scan') adapter.onScan?.(event);
    else if (event.type === 'feedback') adapter.onFeedback?.(event);
    else adapter.onDecision?.(event);
  }
  adapter.logSecurityEvent({ event: 'config_changed', actor: 'ana', details: { mode: 'strict' } });
}

describe.each(['default', 'ecs'] as const)('in %s format', (format) => {
  const options = { format, hmacKey: KEY, redactedExcerpt: true } as const;

  it('a logger of pino writes what any other logger is given, for every shape of event', () => {
    const written: string[] = [];
    const destination = { write: (line: string) => void written.push(line) };
    const formatters = { level: (level: string) => ({ level }) };
    const settings = { level: 'debug', base: null, timestamp: false, formatters };
    emitAll(pinoAdapter({ logger: pino({ ...settings, messageKey: 'message' }, destination), ...options }));

    const given: object[] = [];
    const log = (level: string) => (fields: object, message: string) => void given.push({ level, ...fields, message });
    const other: LoggerLike = { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
    emitAll(pinoAdapter({ logger: other, ...options }));

    expect(written.map((line) => JSON.parse(line) as unknown)).toEqual(given);
    expect(given.length).toBeGreaterThan(eventGallery().length);
  });

  it('no line has a key twice', () => {
    const written: string[] = [];
    const traceContext = () => ({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) });
    const logger = pino(
      { level: 'debug', mixin: () => ({ trace_id: 'of the mixin', 'trace.id': 'of the mixin' }) },
      { write: (line: string) => void written.push(line) },
    );
    emitAll(pinoAdapter({ logger: logger.child({ component: 'sentinel' }), traceContext, ...options }));
    for (const line of written) expect(JSON.stringify(JSON.parse(line)), 'the line once parsed').toBe(line.trimEnd());
  });
});

describe('a logger that does something to fields still does it to ours', () => {
  it.each<[string, LoggerOptions, string]>([
    ['redact', { redact: ['user_id'] }, '"user_id":"[Redacted]"'],
    ['redact within a field', { redact: ['findings[*].rule'] }, '"rule":"[Redacted]"'],
    ['redact in any field', { redact: ['*.rule', '*[*].rule'] }, '"rule":"[Redacted]"'],
    ['a serializer', { serializers: { user_id: (id: string) => id.toUpperCase() } }, '"user_id":"USER-42"'],
    [
      'a formatter',
      { formatters: { log: (fields) => ({ ...fields, seen: fields.event }) } },
      '"seen":"security_threat',
    ],
    ['a nested key', { nestedKey: 'payload' }, '"payload":{"event":'],
  ])('%s', (_case, settings, expected) => {
    expect(lineOf(settings)).toContain(expected);
  });

  it('the hook is given the fields', () => {
    let seen: unknown;
    const hooks: LoggerOptions['hooks'] = {
      logMethod(args) {
        seen = args[0];
      },
    };
    lineOf({ hooks });
    expect(seen).toMatchObject({ event: 'security_threat_detected', user_id: 'user-42' });
  });
});

describe('what is changed on the logger later counts', () => {
  it('its bindings, and each line has the fields of its own event alone', () => {
    const written: string[] = [];
    const logger = pino({ base: null }, { write: (line: string) => void written.push(line) });
    const adapter = pinoAdapter({ logger });
    adapter.onScan?.(threat);
    logger.setBindings({ region: 'eu' });
    adapter.onDecision?.(buildDecisionEvent());
    logger.info('a line of the application');
    const [first, second, third] = written.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).not.toHaveProperty('region');
    expect(second).toMatchObject({ region: 'eu', event: 'policy_blocked' });
    expect(second).not.toHaveProperty('findings');
    expect(third).toMatchObject({ region: 'eu' });
    expect(third).not.toHaveProperty('event');
  });
});

it('a line is JSON whatever an engine reports', () => {
  const odd = { ...buildFinding(), severity: 'high","x":"y', start: Number.NaN, end: '7}' } as unknown;
  const event = buildScanEvent({
    result: { findings: [odd as ReturnType<typeof buildFinding>], riskScore: Number.NaN },
  });
  const written: string[] = [];
  pinoAdapter({ logger: pino({}, { write: (line) => void written.push(line) }) }).onScan?.(event);
  expect(JSON.parse(written.join(''))).toMatchObject({
    risk_score: null,
    findings: [{ severity: 'high","x":"y', start: null, end: null }],
  });
});
