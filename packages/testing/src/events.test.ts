import { describe, expect, it } from 'vitest';
import {
  buildDecisionEvent,
  buildFeedbackEvent,
  buildFinding,
  buildResult,
  buildScanEvent,
  buildScanId,
  buildScannerInfo,
} from './events.js';
import { eventGallery } from './gallery.js';

function isDeepFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeepFrozen);
}

describe('builders', () => {
  it.each([
    ['buildFinding', buildFinding({ decodedFrom: ['hex'] })],
    ['buildResult', buildResult({ findings: [buildFinding()], errors: [] })],
    [
      'buildScanEvent',
      buildScanEvent({ context: { labels: { tenant: 'acme' } }, engineTimings: [{ engine: 'a', ms: 1 }] }),
    ],
    ['buildFeedbackEvent', buildFeedbackEvent()],
    ['buildDecisionEvent', buildDecisionEvent({ context: { labels: { tenant: 'acme' } } })],
    ['buildScannerInfo', buildScannerInfo().health()],
  ])('%s freezes deeply', (_name, value) => {
    expect(isDeepFrozen(value)).toBe(true);
  });

  it('builds the same event each time', () => {
    expect(buildScanEvent()).toEqual(buildScanEvent());
    expect(buildScanEvent()).not.toBe(buildScanEvent());
  });

  it('derives the verdict from findings and action', () => {
    const findings = [
      buildFinding({ score: 0.4, engine: 'classifier' }),
      buildFinding({ score: 0.9 }),
      buildFinding({ threatType: 'pii', severity: 'critical', score: 0.5 }),
    ];
    expect(buildResult({ findings })).toMatchObject({
      action: 'block',
      isSafe: false,
      riskScore: 0.9,
      severity: 'critical',
      threatType: 'injection',
      scores: { injection: 0.9, pii: 0.5 },
      triggeredEngines: ['classifier', 'rules'],
    });
    expect(buildResult({ findings: findings.slice(2), action: 'redact' })).toMatchObject({
      riskScore: 0,
      threatType: 'pii',
    });
    expect(buildResult({ findings, action: 'flag' })).toMatchObject({ isSafe: true, threatType: 'injection' });
    expect(buildResult({ findings, action: 'allow' })).toMatchObject({ isSafe: true, threatType: null });
    expect(buildResult()).toMatchObject({
      action: 'allow',
      isSafe: true,
      riskScore: 0,
      severity: 'none',
      findings: [],
    });
  });

  it('lets an override win over what it derives', () => {
    expect(buildResult({ findings: [buildFinding()], riskScore: 0.1, isSafe: true })).toMatchObject({
      riskScore: 0.1,
      isSafe: true,
    });
  });

  it('numbers scan ids as valid UUIDv7s in rising order', () => {
    const ids = [buildScanId(0), buildScanId(9), buildScanId(10), buildScanId(70_000)];
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...ids].sort()).toEqual(ids);
  });
});

describe('eventGallery', () => {
  const scans = eventGallery().flatMap(({ event }) => (event.type === 'scan' ? [event] : []));

  it('is deep-frozen, and the names are unique', () => {
    const gallery = eventGallery();
    expect(gallery.filter(({ event }) => !isDeepFrozen(event))).toEqual([]);
    expect(new Set(gallery.map(({ name }) => name)).size).toBe(gallery.length);
  });

  it('gives each scan its own id, from the first one on', () => {
    const ids = scans.map((event) => event.result.scanId);
    expect(new Set(ids).size).toBe(ids.length);
    const later = eventGallery(ids.length).flatMap(({ event }) => (event.type === 'scan' ? [event.result.scanId] : []));
    expect(ids.filter((id) => later.includes(id))).toEqual([]);
  });

  it('shows every action, source, feedback verdict, component and kind of error', () => {
    const events = eventGallery().map(({ event }) => event);
    const seen = (values: readonly (string | undefined)[]) => [...new Set(values)].sort();
    expect(seen(scans.map((event) => event.result.action))).toEqual(['allow', 'block', 'flag', 'redact']);
    expect(seen(scans.map((event) => event.result.source))).toEqual(['document', 'model', 'system', 'tool', 'user']);
    expect(seen(scans.flatMap((event) => event.result.errors.map((error) => error.code)))).toEqual([
      'ENGINE_FAILED',
      'TIMEOUT',
    ]);
    expect(seen(events.flatMap((event) => (event.type === 'feedback' ? [event.verdict] : [])))).toEqual([
      'confirmed',
      'false_negative',
      'false_positive',
    ]);
    expect(seen(events.flatMap((event) => (event.type === 'decision' ? [event.component] : [])))).toEqual([
      'circuit',
      'guard',
      'policy',
      'rate-limit',
      'review',
      'stream',
    ]);
  });

  it('shows what is rare: cached, truncated, timed, with a text, decoded, experimental, none and many findings', () => {
    expect(scans.some((event) => event.result.cached)).toBe(true);
    expect(scans.some((event) => event.result.truncated)).toBe(true);
    expect(scans.some((event) => event.engineTimings.length > 0)).toBe(true);
    expect(scans.some((event) => event.text !== undefined)).toBe(true);
    expect(scans.some((event) => event.result.findings.some((finding) => finding.decodedFrom !== undefined))).toBe(
      true,
    );
    expect(scans.some((event) => event.result.findings.some((finding) => finding.experimental === true))).toBe(true);
    expect(scans.some((event) => event.result.findings.length === 0)).toBe(true);
    expect(scans.some((event) => event.result.findings.length === 1_000)).toBe(true);
  });

  it('holds the odd characters that break logs, labels and rows', () => {
    const ids = scans.map((event) => event.context.requestId ?? '').join('');
    for (const odd of ['\n', '\u0000', '\u001b', '\u0085', '\u2028', '\u202E', '"', '\\', '\uD800', '\u{1F600}']) {
      expect(ids.includes(odd), JSON.stringify(odd)).toBe(true);
    }
  });

  it('has a label whose name is __proto__, as an own property', () => {
    const labels = scans.map((event) => event.context.labels ?? {});
    expect(labels.some((label) => Object.hasOwn(label, '__proto__'))).toBe(true);
  });
});
