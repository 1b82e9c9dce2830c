import type { EventContext } from './adapter.js';
import { SentinelError } from './errors.js';
import type { Source } from './result.js';

/** What the caller knows about a text. Everything is optional. */
export interface ScanContext extends EventContext {
  /** Where the text comes from. @default 'user' */
  readonly source?: Source;
  /** What the text must not contain: the system prompt, canary strings. */
  readonly protectedText?: string | readonly string[];
}

const SOURCES: readonly string[] = ['user', 'model', 'tool', 'document', 'system'] satisfies Source[];
const NO_CONTEXT: ScanContext = Object.freeze({});
const NO_EVENT_CONTEXT: EventContext = Object.freeze({});
const NO_PROTECTED_TEXT: readonly string[] = Object.freeze([]);

/** @throws SentinelError INVALID_INPUT for a text that is not a string, or a context that is not an object with a known source. */
export function checkInput(text: unknown, context: unknown): ScanContext {
  if (typeof text !== 'string') {
    throw new SentinelError(
      'INVALID_INPUT',
      `[@llm-sentinel/core] The text to scan must be a string, got ${kindOf(text)}.`,
    );
  }
  if (context === undefined) return NO_CONTEXT;
  if (typeof context !== 'object' || context === null) {
    throw new SentinelError(
      'INVALID_INPUT',
      `[@llm-sentinel/core] The scan context must be an object, got ${kindOf(context)}.`,
    );
  }
  const { source } = context as ScanContext;
  if (source !== undefined && !SOURCES.includes(source)) {
    throw new SentinelError('INVALID_INPUT', `[@llm-sentinel/core] \`source\` must be one of ${SOURCES.join(', ')}.`);
  }
  return context as ScanContext;
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value;
}

export function protectedTexts({ protectedText }: ScanContext): readonly string[] {
  if (protectedText === undefined || protectedText === '') return NO_PROTECTED_TEXT;
  const texts = typeof protectedText === 'string' ? [protectedText] : protectedText;
  if (!Array.isArray(texts) || texts.some((text) => typeof text !== 'string')) {
    throw new SentinelError(
      'INVALID_INPUT',
      '[@llm-sentinel/core] `protectedText` must be a string or a list of strings.',
    );
  }
  return texts;
}

/** The caller's part of an event, without what is not for adapters. */
export function eventContext(context: ScanContext): EventContext {
  const { userId, sessionId, requestId, ip, labels } = context;
  if (
    userId === undefined &&
    sessionId === undefined &&
    requestId === undefined &&
    ip === undefined &&
    labels === undefined
  ) {
    return NO_EVENT_CONTEXT;
  }
  // Field by field: spreading conditional objects would give each event a hidden class of its own, and every later read would miss its cache.
  const event: { -readonly [Key in keyof EventContext]: EventContext[Key] } = {};
  if (userId !== undefined) event.userId = userId;
  if (sessionId !== undefined) event.sessionId = sessionId;
  if (requestId !== undefined) event.requestId = requestId;
  if (ip !== undefined) event.ip = ip;
  if (labels !== undefined) event.labels = Object.freeze({ ...labels });
  return Object.freeze(event);
}
