import type { GenerateResult, StreamPart } from './map-prompt.js';

/** Of an answer that the model did not give, or not to its end. */
export const UNKNOWN_USAGE: GenerateResult['usage'] = {
  inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: undefined, text: undefined, reasoning: undefined },
};

/** The refusal as the last text of a stream. */
export function refusalParts(text: string): StreamPart[] {
  return [
    { type: 'text-start', id: 'refusal' },
    { type: 'text-delta', id: 'refusal', delta: text },
    { type: 'text-end', id: 'refusal' },
    { type: 'finish', finishReason: { unified: 'content-filter', raw: undefined }, usage: UNKNOWN_USAGE },
  ];
}
