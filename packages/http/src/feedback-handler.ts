import { reportFeedback, type Scanner } from '@llm-sentinel/core';
import { callable, onlyKnown } from './check.js';
import { createGate, type GateOptions } from './gate.js';
import { problemOf, problemResponse } from './problem.js';
import { readFeedback } from './read-feedback.js';
import { readJson } from './read-json.js';

/** Two thousand characters of a comment in JSON, and the rest. */
const MAX_BYTES = 16_384;

/** Who may say that a verdict was right or wrong, and who is told. */
export interface FeedbackHandlerOptions extends GateOptions {
  /** Told of failures that are ours. */
  readonly onError?: (error: unknown, request: Request) => void;
  /** Who is told. @default the one of `configure()` */
  readonly scanner?: Pick<Scanner, 'reportFeedback'>;
}

const KNOWN: readonly string[] = [
  'identify',
  'limiter',
  'onError',
  'scanner',
] satisfies (keyof FeedbackHandlerOptions)[];

/**
 * An endpoint that takes a person's judgement of a verdict, `{ scanId, verdict, comment? }`, and answers 204. Never rejects.
 *
 * @throws SentinelError INVALID_OPTION for an option that is missing, unknown or wrong.
 */
export function feedbackHandler(options: FeedbackHandlerOptions): (request: Request) => Promise<Response> {
  onlyKnown(options, KNOWN);
  const { onError, scanner = { reportFeedback } } = options;
  callable('onError', onError);
  const gate = createGate(options);
  return async (request) => {
    try {
      const identity = await gate(request);
      scanner.reportFeedback(readFeedback(await readJson(request, { maxBytes: MAX_BYTES }), identity.userId));
      return new Response(null, { status: 204 });
    } catch (error) {
      if (problemOf(error).status >= 500) onError?.(error, request);
      return problemResponse(error);
    }
  };
}
