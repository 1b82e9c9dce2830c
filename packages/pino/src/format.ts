import type { IdentifierMode } from '@llm-sentinel/core/adapter-kit';
import type { LineKind } from './classify.js';

/** `default`: snake_case fields. `ecs`: names of the Elastic Common Schema. */
export type LogFormat = 'default' | 'ecs';

export const FORMATS: readonly LogFormat[] = ['default', 'ecs'];

/** Every field a line can have, beside those of the logger itself. */
const FIELDS = [
  'scan_id',
  'request_id',
  'session_id',
  'user_id',
  'layer',
  'source',
  'input_length',
  'risk_score',
  'is_safe',
  'blocked',
  'threat_type',
  'engines_triggered',
  'findings',
  'findings_omitted',
  'policy_id',
  'ruleset_version',
  'truncated',
  'errors',
  'redacted_excerpt',
  'verdict',
  'reporter',
  'decided_by',
  'decision',
  'subject',
  'actor',
  'engine',
  'error_type',
  'error_code',
  'details',
  'trace_id',
  'span_id',
] as const;

type FieldName = (typeof FIELDS)[number];

/** What came of the text, in the words of ECS. */
export type Outcome = 'allowed' | 'denied' | 'error' | 'info';

/** How the fields of a line are written. */
export interface LineFormat {
  /** What a field begins with, as `,"scan_id":`. */
  readonly keys: Readonly<Record<FieldName, string>>;
  /** The names alone, those of `head` and `latency` as well. */
  readonly names: readonly string[];
  /** The fields that each line begins with: what happened. */
  head(kind: LineKind, outcome: Outcome): string;
  latency(ms: number): string;
}

// ECS 8.11. What it has no name for goes under `sentinel.`, where it can never clash with a field to come.
const ECS_NAMES: ReadonlyMap<string, string> = new Map([
  ['scan_id', 'event.id'],
  ['risk_score', 'event.risk_score'],
  ['request_id', 'http.request.id'],
  ['error_type', 'error.type'],
  ['error_code', 'error.code'],
  ['trace_id', 'trace.id'],
  ['span_id', 'span.id'],
]);

/** The names of a format. Dotted in ECS, as its logging libraries write them. */
export function lineFormat(format: LogFormat, userIdMode: IdentifierMode): LineFormat {
  return format === 'ecs' ? ecsFormat(userIdMode) : DEFAULT_FORMAT;
}

const DEFAULT_FORMAT: LineFormat = {
  keys: keysOf((field) => field),
  names: ['event', 'event_type', 'latency_ms', ...FIELDS],
  head: ({ event }) => `,"event":"${event}","event_type":"${event}"`,
  latency: (ms) => `,"latency_ms":${milliseconds(ms)}`,
};

/** `''`, `.001`, …, `.25`, …, `.999`. */
const THOUSANDTHS: readonly string[] = Array.from({ length: 1_000 }, (_, i) => String(i / 1_000).slice(1));

/** To the microsecond, of two whole numbers: printing a fraction takes longer than all other numbers of a line. */
function milliseconds(ms: number): string {
  const microseconds = Math.round(ms * 1_000);
  return Math.floor(microseconds / 1_000) + THOUSANDTHS[microseconds % 1_000]!;
}

function ecsFormat(userIdMode: IdentifierMode): LineFormat {
  const nameOf = (field: string): string => {
    // ECS keeps a pseudonym apart from an id: `user.hash` is there for it.
    if (field === 'user_id') return userIdMode === 'hmac' ? 'user.hash' : 'user.id';
    return ECS_NAMES.get(field) ?? `sentinel.${field}`;
  };
  return {
    keys: keysOf(nameOf),
    names: [
      ...['event.kind', 'event.category', 'event.type', 'event.action', 'event.duration'],
      ...FIELDS.map((field) => nameOf(field)),
    ],
    head({ event, level, category = 'intrusion_detection' }, outcome) {
      const kind = level === 'warn' || level === 'error' ? 'alert' : 'event';
      const type = category === 'configuration' ? 'change' : outcome;
      return `,"event.kind":"${kind}","event.category":["${category}"],"event.type":["${type}"],"event.action":"${event}"`;
    },
    latency: (ms) => `,"event.duration":${Math.round(ms * 1e6)}`,
  };
}

function keysOf(nameOf: (field: string) => string): LineFormat['keys'] {
  return Object.fromEntries(FIELDS.map((field) => [field, `,"${nameOf(field)}":`])) as LineFormat['keys'];
}
