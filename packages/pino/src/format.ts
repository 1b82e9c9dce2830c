import type { IdentifierMode } from './pseudonym.js';

/** `default`: snake_case fields. `ecs`: names of the Elastic Common Schema. */
export type LogFormat = 'default' | 'ecs';

export const FORMATS: readonly LogFormat[] = ['default', 'ecs'];

/** A line before it is given to the logger. Its keys are ours, never a caller's. */
export type LogFields = Record<string, unknown>;

// ECS 8.11. What it has no name for goes under `sentinel.`, where it can never clash with a field to come.
const ECS_NAMES: ReadonlyMap<string, string> = new Map([
  ['event', 'event.action'],
  ['scan_id', 'event.id'],
  ['risk_score', 'event.risk_score'],
  ['request_id', 'http.request.id'],
  ['trace.id', 'trace.id'],
  ['span.id', 'span.id'],
]);

/** Renames the fields of a line to ECS. Dotted names, as the ECS logging libraries write them. */
export function toEcs(fields: LogFields, isAlert: boolean, userIdMode: IdentifierMode): LogFields {
  const line: LogFields = {
    'event.kind': isAlert ? 'alert' : 'event',
    'event.category': ['intrusion_detection'],
    'event.type': [typeOf(fields)],
  };
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'event_type') continue;
    if (name === 'latency_ms') line['event.duration'] = Math.round(Number(value) * 1e6);
    // ECS keeps a pseudonym apart from an id: `user.hash` is there for it.
    else if (name === 'user_id') line[userIdMode === 'hmac' ? 'user.hash' : 'user.id'] = value;
    else line[ECS_NAMES.get(name) ?? `sentinel.${name}`] = value;
  }
  return line;
}

function typeOf(fields: LogFields): string {
  if (fields.event === 'scan_failed') return 'error';
  if (fields.blocked === undefined) return 'info';
  return fields.blocked === true ? 'denied' : 'allowed';
}
