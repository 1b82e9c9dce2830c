import type { Feedback } from '@llm-sentinel/core';
import { refusal } from './refusal.js';

const VERDICTS: readonly string[] = ['false_positive', 'false_negative', 'confirmed'] satisfies Feedback['verdict'][];
const MAX_COMMENT_CHARS = 2_000;

/**
 * Checks a parsed body `{ scanId, verdict, comment? }` for `reportFeedback`. A threat type is not taken from a client: it becomes a
 * label of metrics.
 *
 * @throws SentinelError INVALID_INPUT, which `problemOf` answers with 400.
 */
export function readFeedback(body: unknown, reporter?: string): Feedback {
  const { scanId, verdict, comment } = (body ?? {}) as Record<string, unknown>;
  if (typeof scanId !== 'string' || !/^[0-9a-f-]{36}$/.test(scanId)) {
    throw refusal('`scanId` must be the id of a scan.');
  }
  if (typeof verdict !== 'string' || !VERDICTS.includes(verdict)) {
    throw refusal(`\`verdict\` must be one of ${VERDICTS.join(', ')}.`);
  }
  if (comment !== undefined && !(typeof comment === 'string' && comment.length <= MAX_COMMENT_CHARS)) {
    throw refusal(`\`comment\` must be a text of at most ${MAX_COMMENT_CHARS} characters.`);
  }
  return {
    scanId,
    verdict: verdict as Feedback['verdict'],
    ...(typeof comment === 'string' && { comment }),
    ...(reporter !== undefined && { reporter }),
  };
}
