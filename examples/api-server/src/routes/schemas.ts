import { Type } from '@fastify/type-provider-typebox';
import type { ConversationResult, ScanResult } from '@llm-sentinel/core';
import type { SearchPage } from '@llm-sentinel/postgres';

// What requests and answers look like: validated, serialized by it, and shown in the OpenAPI document.

const sources = ['user', 'model', 'tool', 'document', 'system'] as const;
const actions = ['allow', 'flag', 'redact', 'block'] as const;
const severities = ['none', 'low', 'medium', 'high', 'critical'] as const;

// Plain types, not unions of schemas: the serializer need not try which one fits.
const text = () => Type.String();
export const oneOf = <const Choices extends readonly string[]>(choices: Choices, description?: string) =>
  Type.Unsafe<Choices[number]>({
    type: 'string',
    enum: [...choices],
    ...(description !== undefined && { description }),
  });
const nullable = <T extends 'string' | 'number' | 'integer'>(type: T) =>
  Type.Unsafe<(T extends 'string' ? string : number) | null>({ type: [type, 'null'] });

const identifier = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 256, description }));

/** What a client may say about a text. */
const context = {
  userId: identifier('Who wrote it. Kept as a pseudonym, or not at all'),
  sessionId: identifier('Which conversation it belongs to'),
  ip: Type.Optional(Type.String({ maxLength: 45, description: 'Address of the user' })),
  labels: Type.Optional(
    Type.Record(Type.String({ pattern: '^[\\w.-]{1,64}$' }), Type.String({ maxLength: 256 }), {
      maxProperties: 16,
      additionalProperties: false,
      description: 'For your own search in log and audit log',
    }),
  ),
  protectedText: Type.Optional(
    Type.Array(Type.String({ minLength: 1 }), {
      maxItems: 16,
      description: 'What the text must not contain: the system prompt, canaries',
    }),
  ),
};

export const scanRequest = Type.Object(
  {
    text: Type.String({ description: 'The text to judge' }),
    source: Type.Optional(oneOf(sources, 'Where it comes from. Default: `user`')),
    ...context,
  },
  { additionalProperties: false },
);

export const messagesRequest = Type.Object(
  {
    messages: Type.Array(
      Type.Object({
        role: Type.String({ maxLength: 64 }),
        // A text, parts, or null: the scanner reads what the common model APIs send, and says what it can't read.
        content: Type.Optional(Type.Unknown()),
      }),
      { minItems: 1, maxItems: 2_000 },
    ),
    ...context,
  },
  { additionalProperties: false },
);

const evidence = Type.Object({
  concept: text(),
  weight: Type.Number(),
  start: Type.Integer(),
  end: Type.Integer(),
});

const finding = Type.Object(
  {
    engine: text(),
    rule: text(),
    threatType: text(),
    severity: oneOf(severities.slice(1) as ['low', 'medium', 'high', 'critical']),
    score: Type.Number({ minimum: 0, maximum: 1 }),
    start: Type.Integer({ description: 'First UTF-16 unit' }),
    end: Type.Integer({ description: 'One past the last UTF-16 unit' }),
    message: text(),
    entity: Type.Optional(text()),
    decodedFrom: Type.Optional(Type.Array(text())),
    references: Type.Optional(Type.Array(text())),
    evidence: Type.Optional(Type.Array(evidence)),
    experimental: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

const verdict = {
  isSafe: Type.Boolean({ description: 'False exactly when the action is `block`' }),
  action: oneOf(actions),
  riskScore: Type.Number({ minimum: 0, maximum: 1 }),
  severity: oneOf(severities),
  threatType: nullable('string'),
  latencyMs: Type.Number({ minimum: 0 }),
};

// Of answers TypeScript knows the type already: what the scanner returns is sent as it is.
export const scanResult = Type.Unsafe<ScanResult>(
  Type.Object(
    {
      scanId: Type.String({ format: 'uuid', description: 'For feedback and search' }),
      ...verdict,
      scores: Type.Record(Type.String(), Type.Number()),
      triggeredEngines: Type.Array(text()),
      findings: Type.Array(finding),
      inputLength: Type.Integer({ minimum: 0 }),
      source: oneOf(sources),
      cached: Type.Boolean(),
      truncated: Type.Boolean({ description: 'A part of the text was not judged' }),
      errors: Type.Array(Type.Object({ engine: text(), code: text(), type: text() })),
      version: text(),
    },
    { additionalProperties: false },
  ),
);

export const conversationResult = Type.Unsafe<ConversationResult>(
  Type.Object({ ...verdict, messages: Type.Array(scanResult) }, { additionalProperties: false }),
);

export const redactionResult = Type.Object(
  {
    text: Type.String({ description: 'With placeholders such as `[EMAIL_1]`' }),
    count: Type.Integer({ minimum: 0 }),
    placeholders: Type.Unsafe<readonly string[]>(Type.Array(text())),
    result: scanResult,
  },
  { additionalProperties: false },
);

export const feedbackRequest = Type.Object(
  {
    scanId: Type.String({ format: 'uuid' }),
    verdict: oneOf(['false_positive', 'false_negative', 'confirmed']),
    threatType: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9_]{0,63}$' })),
    comment: Type.Optional(Type.String({ maxLength: 2_000 })),
    reporter: identifier('Who says so'),
  },
  { additionalProperties: false },
);

/** A part of the answer that is an object with members of the log's own. */
const record = () => Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });
const records = () =>
  Type.Unsafe<readonly unknown[]>({ type: 'array', items: { type: 'object', additionalProperties: true } });

const auditEntry = Type.Object(
  {
    ts: Type.String({ format: 'date-time' }),
    event_id: Type.String({ format: 'uuid', description: 'Of a scan its `scanId`' }),
    event_type: text(),
    tenant: text(),
    actor: nullable('string'),
    request_id: nullable('string'),
    session_ref: nullable('string'),
    layer: nullable('string'),
    result: nullable('string'),
    blocked: Type.Boolean(),
    risk_score: nullable('number'),
    threat_type: nullable('string'),
    severity: nullable('string'),
    pii_detected: Type.Boolean(),
    injection_detected: Type.Boolean(),
    findings: records(),
    metadata: record(),
    excerpt: nullable('string'),
    content_commitment: nullable('string'),
    chain_id: Type.String({ format: 'uuid' }),
    seq: Type.Integer({ minimum: 1 }),
    schema_version: Type.Integer(),
    prev_hash: text(),
    hash: text(),
  },
  { additionalProperties: false },
);

export const eventsPage = Type.Unsafe<SearchPage>(
  Type.Object({ entries: Type.Array(auditEntry), next: nullable('string') }, { additionalProperties: false }),
);

const moment = (description: string) => Type.Optional(Type.String({ format: 'date-time', description }));

export const rangeQuery = {
  from: moment('The oldest to include'),
  to: moment('Before this'),
  tenant: Type.Optional(Type.String({ maxLength: 64, description: 'Alias of a key. Of another one for `admin` only' })),
};

export const eventsQuery = Type.Object(
  {
    ...rangeQuery,
    eventType: Type.Optional(Type.String({ maxLength: 64 })),
    result: Type.Optional(Type.String({ maxLength: 64 })),
    blocked: Type.Optional(Type.Boolean()),
    threatType: Type.Optional(Type.String({ maxLength: 64 })),
    severity: Type.Optional(oneOf(severities)),
    layer: Type.Optional(Type.String({ maxLength: 64 })),
    rule: Type.Optional(Type.String({ maxLength: 256 })),
    minRisk: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    userId: identifier('As it was sent with the scan; needs `hmacKey` in the configuration'),
    sessionId: identifier('As `userId`'),
    requestId: Type.Optional(Type.String({ maxLength: 128 })),
    scanId: Type.Optional(Type.String({ format: 'uuid' })),
    text: Type.Optional(Type.String({ maxLength: 256, description: 'Words in the excerpt, where there is one' })),
    order: Type.Optional(oneOf(['newest', 'oldest'])),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000, description: 'Default: 100' })),
    cursor: Type.Optional(Type.String({ maxLength: 512, description: '`next` of the page before' })),
  },
  { additionalProperties: false },
);

export const readinessView = Type.Object(
  {
    status: oneOf(['ok', 'degraded', 'failed']),
    parts: Type.Record(
      Type.String(),
      Type.Object({ status: oneOf(['ok', 'degraded', 'failed']), detail: Type.Optional(text()) }),
    ),
  },
  { additionalProperties: false },
);

const problem = Type.Object(
  {
    type: text(),
    title: text(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable: for programs' }),
    detail: text(),
    requestId: Type.Optional(text()),
    errors: Type.Optional(Type.Array(Type.Object({ path: text(), message: text() }))),
  },
  { additionalProperties: false, description: 'RFC 9457' },
);

/** Every error of every route. */
export const problems = {
  '4xx': { description: 'The request was refused', content: { 'application/problem+json': { schema: problem } } },
  '5xx': { description: 'The service could not answer', content: { 'application/problem+json': { schema: problem } } },
};
