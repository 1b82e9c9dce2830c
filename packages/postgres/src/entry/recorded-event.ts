import { SentinelError } from '@llm-sentinel/core';
import type { EntryDraft } from './audit-entry.js';
import { common, type EntryMapping } from './from-event.js';
import { type Json, storableJson, storablePrefix } from './storable.js';

/** Something beside a scan that somebody may have to answer for. */
export interface RecordedEvent {
  /** Small letters, digits and `_`: `pattern_deployed`, `review_completed`, `config_changed`. */
  readonly type: string;
  /** Who did it: pseudonymised like a user id. */
  readonly actor?: string;
  /** The session it belongs to: pseudonymised like that of a scan. */
  readonly sessionId?: string;
  /** The request it belongs to, as given. */
  readonly requestId?: string;
  /** What came of it. */
  readonly result?: string;
  /** Kind of threat it is about. */
  readonly threatType?: string;
  /** How bad it is. */
  readonly severity?: 'none' | 'low' | 'medium' | 'high' | 'critical';
  /** Anything JSON can say. Kept as it is: no personal data, and no text that was scanned. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Milliseconds since the epoch. @default now */
  readonly time?: number;
}

const TYPE = /^[a-z][a-z0-9_]{0,63}$/;
const MAX_NAME_LENGTH = 256;

export function recordedDraft(event: RecordedEvent, mapping: EntryMapping): EntryDraft {
  const { type, actor, sessionId, requestId, result, threatType, severity, metadata = {}, time = Date.now() } = event;
  if (typeof type !== 'string' || !TYPE.test(type)) {
    throw new SentinelError(
      'INVALID_INPUT',
      '[@llm-sentinel/postgres] `type` must be a name of small letters, digits and "_", such as "config_changed".',
    );
  }
  const context = {
    ...(actor !== undefined && { userId: actor }),
    ...(sessionId !== undefined && { sessionId }),
    ...(requestId !== undefined && { requestId }),
  };
  return {
    ...common(time, context, mapping),
    event_type: type,
    result: result === undefined ? null : storablePrefix(result, MAX_NAME_LENGTH),
    threat_type: threatType === undefined ? null : storablePrefix(threatType, MAX_NAME_LENGTH),
    severity: severity ?? null,
    metadata: storableJson(metadata) as { readonly [name: string]: Json },
  };
}
