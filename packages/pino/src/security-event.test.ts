import { createHmac } from 'node:crypto';
import { isSentinelError, SentinelError } from '@llm-sentinel/core';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { type PinoAdapterOptions, pinoAdapter, type SecurityEvent } from './index.js';

const KEY = 'a key of enough bytes';

function logged(event: SecurityEvent, options: Partial<PinoAdapterOptions> = {}): Record<string, unknown> {
  const lines: string[] = [];
  const formatters = { level: (level: string) => ({ level }) };
  const logger = pino(
    { level: 'debug', base: null, timestamp: false, messageKey: 'message', formatters },
    { write: (line: string) => void lines.push(line) },
  );
  pinoAdapter({ logger, ...options }).logSecurityEvent(event);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

describe('logSecurityEvent', () => {
  it.each([
    ['engine_unhealthy', 'warn', 'Engine unhealthy'],
    ['circuit_opened', 'warn', 'Circuit opened'],
    ['rate_limited', 'warn', 'Rate limit exceeded'],
    ['audit_write_failed', 'error', 'Audit write failed'],
    ['audit_chain_broken', 'error', 'Audit chain broken'],
    ['review_requested', 'info', 'Review requested'],
    ['review_completed', 'info', 'Review completed'],
    ['pattern_deployed', 'info', 'Pattern deployed'],
    ['pattern_rolled_back', 'info', 'Pattern rolled back'],
    ['config_changed', 'info', 'Configuration changed'],
  ])('knows %s, its level and its sentence', (event, level, message) => {
    expect(logged({ event })).toEqual({ level, event, event_type: event, message });
  });

  it('writes who, where and what, under pseudonyms', () => {
    const hmac = (id: string) => createHmac('sha256', KEY).update(id).digest('hex');
    const line = logged(
      {
        event: 'config_changed',
        actor: 'ana',
        userId: 'user-42',
        sessionId: 'session-7',
        requestId: 'request-1',
        scanId: 'scan-1',
        message: 'The mode was changed',
        details: { setting: 'mode', rules: 12, forced: true, until: null, nothing: undefined },
      },
      { hmacKey: KEY },
    );
    expect(line).toEqual({
      level: 'info',
      event: 'config_changed',
      event_type: 'config_changed',
      scan_id: 'scan-1',
      request_id: 'request-1',
      session_id: hmac('session-7'),
      user_id: hmac('user-42'),
      actor: hmac('ana'),
      details: { setting: 'mode', rules: 12, forced: true, until: null },
      message: 'The mode was changed',
    });
  });

  it('leaves out who did it when there is neither a key nor a mode', () => {
    expect(logged({ event: 'config_changed', actor: 'ana' })).not.toHaveProperty('actor');
  });

  it('takes names and levels of your own', () => {
    expect(logged({ event: 'canary_leaked', level: 'error' })).toMatchObject({
      event: 'canary_leaked',
      level: 'error',
    });
    expect(logged({ event: 'canary_leaked' })).toMatchObject({ level: 'info', message: 'Security event' });
    expect(logged({ event: 'config_changed', level: 'warn' })).toMatchObject({ level: 'warn' });
  });

  it.each<[string, unknown, object]>([
    ['a SentinelError', new SentinelError('TIMEOUT', 'canary'), { error_type: 'SentinelError', error_code: 'TIMEOUT' }],
    ['an error of Node', Object.assign(new Error('canary'), { code: 'ECONNREFUSED' }), { error_code: 'ECONNREFUSED' }],
    ['an error without code', new RangeError('canary'), { error_type: 'RangeError' }],
    ['what is no error', 'canary', { error_type: 'string' }],
    ['null', null, { error_type: 'object' }],
  ])('names the class and code of %s, not its message', (_case, error, expected) => {
    const line = logged({ event: 'audit_write_failed', error });
    expect(line).toMatchObject(expected);
    expect(JSON.stringify(line)).not.toContain('canary');
  });

  it('escapes and caps what it is given', () => {
    const details = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`d${i}`, i]));
    expect(Object.keys(logged({ event: 'x', details }).details as object)).toHaveLength(50);
    const line = logged({
      event: 'x',
      message: 'first\nsecond\u202e',
      requestId: 'r\u2028',
      details: { 'k\u0000"': `v\u001b${'y'.repeat(300)}`, n: Number.NaN },
    });
    expect(line).toMatchObject({ message: 'first\\u000asecond\\u202e', request_id: 'r\\u2028' });
    expect(line.details).toEqual({ 'k\\u0000"': `v\\u001b${'y'.repeat(254)}…`, n: null });
  });

  it('has ECS names: a change of settings is a change, not an intrusion', () => {
    const line = logged(
      { event: 'config_changed', actor: 'ana', details: { mode: 'strict' } },
      { format: 'ecs', userId: 'plain' },
    );
    expect(line).toMatchObject({
      'event.action': 'config_changed',
      'event.kind': 'event',
      'event.category': ['configuration'],
      'event.type': ['change'],
      'sentinel.actor': 'ana',
      'sentinel.details': { mode: 'strict' },
    });
    expect(logged({ event: 'audit_chain_broken' }, { format: 'ecs' })).toMatchObject({
      'event.kind': 'alert',
      'event.category': ['intrusion_detection'],
      'event.type': ['info'],
    });
  });

  it.each<[string, object, RegExp]>([
    ['no name', {}, /`event` must be a name of small letters/],
    ['a name with a quote', { event: 'a"b' }, /`event` must be a name of small letters/],
    ['an inherited name', { event: '__proto__' }, /`event` must be a name of small letters/],
    ['an unknown level', { event: 'config_changed', level: 'loud' }, /`level` must be one of debug, info, warn, error/],
  ])('throws for %s', (_case, event, message) => {
    let thrown: unknown;
    try {
      logged(event as SecurityEvent);
    } catch (error) {
      thrown = error;
    }
    expect(isSentinelError(thrown, 'INVALID_INPUT')).toBe(true);
    expect((thrown as Error).message).toMatch(message);
  });

  it('takes "constructor" for a name of your own, though objects inherit it', () => {
    expect(logged({ event: 'constructor' })).toMatchObject({ event: 'constructor', level: 'info' });
  });
});
