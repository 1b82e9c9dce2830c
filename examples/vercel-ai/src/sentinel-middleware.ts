import { type ChatGuardOptions, type ChatTurn, chatGuard } from '@llm-sentinel/chat';
import { isSentinelError, type ScanContext } from '@llm-sentinel/core';
import type { LanguageModelMiddleware } from 'ai';
import { guardStream } from './guard-stream.js';
import { type CallOptions, type GenerateResult, mapContent, mapPrompt, type StreamPart } from './map-prompt.js';
import { refusalParts, UNKNOWN_USAGE } from './refusal.js';

export interface SentinelMiddlewareOptions extends ChatGuardOptions {
  /** Throw SentinelError `BLOCKED`, or answer with `refusal` and the finish reason `content-filter`. @default 'throw' */
  readonly onBlock?: 'throw' | 'answer';
  /** @default 'Sorry, I can’t help with that.' */
  readonly refusal?: string;
}

/**
 * For `wrapLanguageModel`: scans what a model reads and writes, call by call. `providerOptions: { sentinel: { userId, sessionId } }` of
 * a call tells the scanner whose it is.
 */
export function sentinelMiddleware(options: SentinelMiddlewareOptions = {}): LanguageModelMiddleware {
  const { onBlock = 'throw', refusal = 'Sorry, I can’t help with that.', ...guardOptions } = options;
  const guard = chatGuard(guardOptions);
  const mayAnswer = (error: unknown) => onBlock === 'answer' && isSentinelError(error, 'BLOCKED');

  return {
    specificationVersion: 'v3',
    async wrapGenerate({ model, params }) {
      const turn = guard.turn(contextOf(params));
      try {
        return await guardResult(turn, await model.doGenerate(await guardParams(turn, params)));
      } catch (error) {
        if (!mayAnswer(error)) throw error;
        return {
          content: [{ type: 'text', text: refusal }],
          finishReason: { unified: 'content-filter', raw: undefined },
          usage: UNKNOWN_USAGE,
          warnings: [],
        };
      }
    },
    async wrapStream({ model, params }) {
      const turn = guard.turn(contextOf(params));
      try {
        const { stream, ...rest } = await model.doStream(await guardParams(turn, params));
        return { ...rest, stream: stream.pipeThrough(guardStream(turn, onBlock === 'answer' ? refusal : null)) };
      } catch (error) {
        if (!mayAnswer(error)) throw error;
        return { stream: streamOf([{ type: 'stream-start', warnings: [] }, ...refusalParts(refusal)]) };
      }
    },
  };
}

async function guardParams(turn: ChatTurn, params: CallOptions): Promise<CallOptions> {
  return { ...params, prompt: await turn.input(params.prompt, mapPrompt) };
}

async function guardResult(turn: ChatTurn, result: GenerateResult): Promise<GenerateResult> {
  const content = await turn.output(result.content, (parts, visit) => parts.map((part) => mapContent(part, visit)));
  if (result.response === undefined) return { ...result, content };
  // The body is the whole answer once more, as it came.
  const { body: _, ...response } = result.response;
  return { ...result, content, response };
}

function contextOf({ providerOptions }: CallOptions): ScanContext {
  return (providerOptions?.sentinel ?? {}) as ScanContext;
}

function streamOf(parts: readonly StreamPart[]): ReadableStream<StreamPart> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}
