import type { ScannerHealth } from './adapter.js';
import type { ScanContext } from './context.js';
import { createScanner } from './create-scanner.js';
import type { GuardOptions } from './guard.js';
import type { ChatMessage, ConversationResult } from './messages.js';
import type { ScannerOptions } from './options.js';
import type { ScanResult } from './result.js';
import type { Feedback, OpenStreamOptions, Scanner, ScanStreamOptions } from './scanner.js';
import type { SessionState } from './session.js';
import type { TextStream } from './stream.js';

// An ESM and a CJS copy of this package may meet in one process; both must see what configure() was told. The number rises when
// the Scanner interface changes in a way that an older copy could not use.
const KEY = Symbol.for('@llm-sentinel/core/1');
const holder = globalThis as { [KEY]?: Scanner };

function current(): Scanner {
  holder[KEY] ??= createScanner();
  return holder[KEY];
}

/**
 * Replaces the process-wide default scanner, in every copy of this package. The one before is shut down in the background: its
 * adapters are drained and closed.
 *
 * @throws SentinelError INVALID_OPTION or INVALID_RULE; the scanner before then stays in place.
 */
export function configure(options: ScannerOptions = {}): Scanner {
  const next = createScanner(options);
  const before = holder[KEY];
  holder[KEY] = next;
  void before?.shutdown();
  return next;
}

/**
 * Judges a text with the default scanner. See `Scanner.scan`.
 *
 * @throws SentinelError INVALID_INPUT for a text that is not a string, or a bad context.
 * @example
 * const result = scan(text, { userId, source: 'user' });
 * if (!result.isSafe) reply(result.findings[0].message);
 */
export function scan(text: string, context?: ScanContext): ScanResult {
  return current().scan(text, context);
}

/**
 * See `Scanner.scanAsync`.
 *
 * @throws SentinelError INVALID_INPUT, as a rejection, for a text that is not a string, or a bad context.
 */
export function scanAsync(text: string, context?: ScanContext): Promise<ScanResult> {
  return current().scanAsync(text, context);
}

/**
 * See `Scanner.scanMessages`.
 *
 * @throws SentinelError INVALID_INPUT for messages that are none, or a bad context.
 */
export function scanMessages(messages: readonly ChatMessage[], context?: ScanContext): ConversationResult {
  return current().scanMessages(messages, context);
}

/**
 * See `Scanner.scanStream`.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be; INVALID_INPUT for a bad context.
 * @example
 * const safe = modelOutput.pipeThrough(scanStream({ blockMessage: 'This answer was withheld.' }));
 */
export function scanStream(options?: ScanStreamOptions): TransformStream<string, string> {
  return current().scanStream(options);
}

/**
 * See `Scanner.openStream`.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be; INVALID_INPUT for a bad context.
 * @example
 * const text = openStream();
 * for await (const { delta } of events) send(text.push(delta));
 * if (!text.blocked) send(text.end());
 */
export function openStream(options?: OpenStreamOptions): TextStream {
  return current().openStream(options);
}

/**
 * See `Scanner.guard`. Uses the scanner that is the default when the wrapped function is called.
 *
 * @throws SentinelError INVALID_OPTION for what is no function or an option that does not fit. The wrapped function rejects with BLOCKED, or
 *   INVALID_INPUT for a text that is none.
 * @example
 * const ask = guard((prompt: string) => callModel(prompt));
 */
export function guard<Args extends readonly unknown[], Output>(
  fn: (...args: Args) => Promise<Output> | Output,
  options?: GuardOptions<Args, Output>,
): (...args: Args) => Promise<Output> {
  // Wrapped once now, so that wrong options throw here.
  current().guard(fn, options);
  return (...args) => current().guard(fn, options)(...args);
}

/**
 * See `Scanner.reportFeedback`.
 *
 * @throws SentinelError INVALID_INPUT for an unknown verdict or a missing scanId.
 */
export function reportFeedback(feedback: Feedback): void {
  current().reportFeedback(feedback);
}

/** See `Scanner.sessionState`. */
export function sessionState(sessionId: string): SessionState | undefined {
  return current().sessionState(sessionId);
}

/** See `Scanner.health`. */
export function health(): ScannerHealth {
  return current().health();
}

/** See `Scanner.flush`. */
export function flush(): Promise<void> {
  return current().flush();
}

/** See `Scanner.shutdown`. */
export function shutdown(): Promise<void> {
  return current().shutdown();
}
