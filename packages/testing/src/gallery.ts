import type { DecisionEvent, EventContext, FeedbackEvent, Finding, ScanEvent, Source } from '@llm-sentinel/core';
import {
  buildDecisionEvent,
  buildFeedbackEvent,
  buildFinding,
  buildScanEvent,
  buildScanId,
  type ScanEventOverrides,
} from './events.js';

/** Whatever core hands to an adapter. */
export type SentinelEvent = ScanEvent | FeedbackEvent | DecisionEvent;

/** An event with a name, for a test of its own. */
export interface GalleryEntry {
  /** What is special about the event. */
  readonly name: string;
  /** The event. Frozen. */
  readonly event: SentinelEvent;
}

const SOURCES: readonly Source[] = ['user', 'model', 'tool', 'document', 'system'];

const jailbreak = buildFinding({
  rule: 'meaning/role-without-rules',
  threatType: 'jailbreak',
  severity: 'critical',
  score: 0.97,
  start: 17,
  end: 40,
  message: 'Gives the model a persona without rules.',
  references: ['LLM01', 'AML.T0054'],
});

const email = buildFinding({
  rule: 'pii/email',
  threatType: 'pii',
  severity: 'medium',
  score: 0.8,
  start: 3,
  end: 21,
  message: 'Contains an e-mail address.',
  entity: 'email',
  references: ['LLM02'],
});

// Each character class that has broken a log, a label or a row before: C0 and C1 controls, line separators,
// bidirectional controls, quotes, a lone surrogate, an astral character, a combining mark, a NUL.
const ODD =
  'a\nb\tc\r\u001b[31m\u0085\u2028\u2029\u202Etxt.exe\u2066\u200B' +
  '"quoted"\\\'{}$1 e\u0301 \u{1F600} \uD800 \u0000%00 ключ 鍵';

const ODD_CONTEXT: EventContext = {
  userId: ODD,
  sessionId: `${'long-'.repeat(2_000)}${ODD}`,
  requestId: ODD,
  ip: '::ffff:192.0.2.7',
  // A computed key makes an own property; the plain form would set the prototype.
  labels: { [ODD]: ODD, ['__proto__']: 'polluted', constructor: '', '': 'empty name' },
};

/**
 * One event of every shape that core can emit, deep-frozen, each scan with its own id. An adapter has to take them all.
 *
 * @param firstId Number of the first scan id, for tests that need ids no other test has used.
 */
export function eventGallery(firstId = 0): readonly GalleryEntry[] {
  let next = firstId;
  const scan = (name: string, overrides: ScanEventOverrides): GalleryEntry => {
    const result = { scanId: buildScanId(next++), ...overrides.result };
    return { name, event: buildScanEvent({ ...overrides, result }) };
  };
  return [...verdicts(scan), ...extremes(scan), ...failures(scan), ...feedback(), ...decisions()];
}

type Scan = (name: string, overrides: ScanEventOverrides) => GalleryEntry;

function verdicts(scan: Scan): GalleryEntry[] {
  return [
    scan('allowed', {}),
    scan('allowed in spite of a weak finding', {
      result: { findings: [buildFinding({ score: 0.2, severity: 'low' })], action: 'allow' },
    }),
    scan('flagged', { result: { findings: [buildFinding({ score: 0.6 })], action: 'flag' } }),
    scan('redacted', { result: { findings: [email], action: 'redact' } }),
    scan('blocked', { result: { findings: [buildFinding()] } }),
    scan('blocked for several threats', { result: { findings: [email, buildFinding(), jailbreak] } }),
    scan('experimental rule', { result: { findings: [buildFinding({ experimental: true })], action: 'flag' } }),
    scan('decoded finding', { result: { findings: [buildFinding({ decodedFrom: ['base64', 'reversed'] })] } }),
    scan('custom threat type', {
      result: { findings: [withoutReferences({ rule: 'acme/price-fixing', threatType: 'price_fixing' })] },
    }),
    ...SOURCES.map((source) => scan(`from ${source}`, { result: { source, findings: [buildFinding()] } })),
  ];
}

function extremes(scan: Scan): GalleryEntry[] {
  const many = Array.from({ length: 1_000 }, (_, i) => buildFinding({ start: i * 20, end: i * 20 + 16 }));
  return [
    scan('empty text', { result: { inputLength: 0, latencyMs: 0 } }),
    scan('huge text, truncated', { result: { inputLength: 50_000_000, latencyMs: 4_200.5, truncated: true } }),
    scan('as many findings as there can be', { result: { findings: many, inputLength: 20_000 } }),
    scan('cached', { result: { findings: [buildFinding()], cached: true, latencyMs: 0.001 } }),
    scan('with engine timings', {
      engineTimings: [
        { engine: 'rules', ms: 0.04 },
        { engine: 'classifier', ms: 0.1 },
      ],
    }),
    scan('with a text', { text: 'Write to [EMAIL_1] about the offer.' }),
    scan('with a text of odd characters', { text: ODD }),
    scan('with a whole context', {
      context: {
        userId: 'user-42',
        sessionId: 'session-7',
        requestId: 'request-1',
        ip: '192.0.2.7',
        labels: { tenant: 'acme', route: '/chat/:id' },
      },
    }),
    scan('with an odd context', { context: ODD_CONTEXT, result: { findings: [buildFinding()] } }),
    scan('with empty identifiers', { context: { userId: '', sessionId: '', requestId: '', ip: '', labels: {} } }),
    // Names that every object inherits: a lookup in a plain object finds a function where it expects nothing.
    scan('names that objects inherit', {
      result: {
        findings: [withoutReferences({ engine: 'toString', rule: 'constructor/x', threatType: 'constructor' })],
      },
      engineTimings: [{ engine: 'toString', ms: 0.01 }],
    }),
    scan('odd names from a custom engine', {
      result: {
        findings: [withoutReferences({ engine: ODD, rule: ODD, threatType: ODD, entity: ODD, message: ODD })],
      },
    }),
  ];
}

function failures(scan: Scan): GalleryEntry[] {
  const failed = { engine: 'classifier', code: 'ENGINE_FAILED', type: 'TypeError' } as const;
  const timeout = { engine: 'llm-judge', code: 'TIMEOUT', type: 'TimeoutError' } as const;
  return [
    scan('engine failed, let through', { result: { errors: [failed] } }),
    scan('engine failed, stopped', { result: { errors: [failed], action: 'block' } }),
    scan('engine failed, others found something', { result: { errors: [failed], findings: [buildFinding()] } }),
    scan('engine timed out', { result: { errors: [timeout] }, engineTimings: [{ engine: 'llm-judge', ms: 500 }] }),
    scan('all engines failed', { result: { errors: [failed, timeout] } }),
  ];
}

function feedback(): GalleryEntry[] {
  return [
    { name: 'false positive', event: buildFeedbackEvent() },
    {
      name: 'false negative of an unknown scan',
      event: buildFeedbackEvent({ verdict: 'false_negative', threatType: null }),
    },
    {
      name: 'confirmed, with comment',
      event: buildFeedbackEvent({ verdict: 'confirmed', comment: ODD, reporter: ODD, scanId: ODD }),
    },
  ];
}

function decisions(): GalleryEntry[] {
  const cases: readonly Partial<Omit<DecisionEvent, 'type'>>[] = [
    { component: 'guard', decision: 'blocked', subject: 'input', scanId: buildScanId() },
    { component: 'guard', decision: 'allowed', subject: 'output' },
    { component: 'stream', decision: 'redacted', subject: 'output' },
    { component: 'rate-limit', decision: 'denied', subject: 'per-user', context: { userId: 'user-42' } },
    { component: 'circuit', decision: 'opened', subject: 'llm-judge' },
    { component: 'policy', decision: 'blocked', subject: 'no-secrets' },
    { component: 'review', decision: 'requested', subject: 'injection' },
    { component: 'review', decision: 'approve', subject: 'injection' },
    { component: 'policy', decision: ODD, subject: ODD, context: ODD_CONTEXT, scanId: ODD },
  ];
  return cases.map((overrides) => {
    const event = buildDecisionEvent(overrides);
    return { name: `${event.component} ${event.decision === ODD ? 'with odd names' : event.decision}`, event };
  });
}

/** A finding of a custom rule, which names no references. */
function withoutReferences(overrides: Partial<Finding>): Finding {
  const { references: _, ...finding } = buildFinding(overrides);
  return Object.freeze(finding);
}
