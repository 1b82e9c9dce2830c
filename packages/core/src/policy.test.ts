import { describe, expect, it } from 'vitest';
import { judge, resolvePolicy } from './policy.js';
import type { Finding } from './result.js';

const finding = (facts: Partial<Finding>): Finding => ({
  engine: 'attacks',
  rule: 'test/rule',
  threatType: 'injection',
  severity: 'high',
  score: 0.8,
  start: 0,
  end: 10,
  message: 'Test.',
  ...facts,
});
const balanced = resolvePolicy('balanced', {});

describe('judge', () => {
  it('lets a text without findings pass', () => {
    expect(judge([], 'user', balanced)).toMatchObject({
      action: 'allow',
      riskScore: 0,
      severity: 'none',
      threatType: null,
    });
  });

  it.each([
    [0.39, 'allow'],
    [0.4, 'flag'],
    [0.69, 'flag'],
    [0.7, 'block'],
  ] as const)('answers an attack of score %f with %s', (score, action) => {
    expect(judge([finding({ score })], 'user', balanced).action).toBe(action);
  });

  it.each([
    ['strict', 0.5, 'block'],
    ['balanced', 0.5, 'flag'],
    ['lenient', 0.5, 'allow'],
  ] as const)('is as ready to act as the mode: %s', (mode, score, action) => {
    expect(judge([finding({ score })], 'user', resolvePolicy(mode, {})).action).toBe(action);
  });

  it.each([
    ['user', 'block'],
    ['tool', 'block'],
    ['document', 'block'],
    ['model', 'flag'],
    ['system', 'allow'],
  ] as const)('looks at the source: an injection from %s leads to %s', (source, action) => {
    expect(judge([finding({})], source, balanced).action).toBe(action);
  });

  it('combines different places as independent evidence', () => {
    const verdict = judge([finding({ score: 0.5 }), finding({ score: 0.5, start: 20, end: 30 })], 'user', balanced);
    expect(verdict).toMatchObject({ scores: { injection: 0.75 }, riskScore: 0.75, action: 'block' });
  });

  it('counts overlapping findings once, by the best', () => {
    const verdict = judge([finding({ score: 0.5 }), finding({ score: 0.6, start: 5, end: 30 })], 'user', balanced);
    expect(verdict.scores).toEqual({ injection: 0.6 });
  });

  it('takes deliberate encoding for a signal, transport encoding for none', () => {
    const score = (decodedFrom: Finding['decodedFrom']) =>
      judge([finding({ score: 0.5, ...(decodedFrom && { decodedFrom }) })], 'user', balanced).riskScore;
    expect(score(['base64'])).toBe(0.7);
    expect(score(['html'])).toBe(0.5);
  });

  it('redacts personal data without calling it a risk', () => {
    const verdict = judge([finding({ threatType: 'pii', score: 0.9, entity: 'email' })], 'user', balanced);
    expect(verdict).toMatchObject({ action: 'redact', riskScore: 0, threatType: 'pii', scores: { pii: 0.9 } });
  });

  it('names the threat that decided, not the loudest', () => {
    const verdict = judge(
      [finding({ threatType: 'pii', score: 0.99 }), finding({ score: 0.75, start: 20, end: 30 })],
      'user',
      balanced,
    );
    expect(verdict).toMatchObject({ action: 'block', threatType: 'injection' });
  });

  it('never does more than flag for rules on trial', () => {
    expect(judge([finding({ score: 0.99, experimental: true })], 'user', balanced).action).toBe('flag');
    const both = [finding({ score: 0.99, experimental: true }), finding({ score: 0.45, start: 20, end: 30 })];
    expect(judge(both, 'user', balanced).action).toBe('flag');
  });

  it('follows overrides, per source too', () => {
    const policy = resolvePolicy('balanced', { injection: { threshold: 0.2, action: { user: 'flag' } } });
    expect(judge([finding({ score: 0.3 })], 'user', policy).action).toBe('flag');
    expect(judge([finding({ score: 0.3 })], 'tool', policy).action).toBe('block');
  });

  it('knows threat types that only a custom rule names, whatever they are called', () => {
    expect(judge([finding({ threatType: 'constructor' })], 'user', balanced)).toMatchObject({
      action: 'block',
      threatType: 'constructor',
      scores: { constructor: 0.8 },
    });
  });

  it('reports the worst severity of what counts', () => {
    const findings = [finding({ severity: 'low' }), finding({ severity: 'critical', score: 0.1, start: 20, end: 30 })];
    expect(judge(findings, 'user', balanced).severity).toBe('low');
  });
});
