import { AIMessage, ToolMessage } from '@langchain/core/messages';
import { type ChatGuardOptions, chatGuard } from '@llm-sentinel/chat';
import { isSentinelError, type ScanContext } from '@llm-sentinel/core';
import { createMiddleware } from 'langchain';
import { GuardedChatModel } from './guarded-chat-model.js';
import { mapMessage } from './map-message.js';

export interface SentinelMiddlewareOptions extends ChatGuardOptions {
  /** Throw SentinelError `BLOCKED`, which LangChain wraps as the `cause` of its own error, or answer with `refusal`. @default 'throw' */
  readonly onBlock?: 'throw' | 'answer';
  /** @default 'Sorry, I can’t help with that.' */
  readonly refusal?: string;
}

/**
 * For `createAgent`: scans what the model reads and writes, also as it streams, and what tools return. `context: { userId, sessionId }`
 * of a call tells the scanner whose it is.
 */
export function sentinelMiddleware(options: SentinelMiddlewareOptions = {}) {
  const { onBlock = 'throw', refusal = 'Sorry, I can’t help with that.', ...guardOptions } = options;
  const guard = chatGuard(guardOptions);
  // Results are kept with the conversation. What is hidden in them is hidden anew in each call, by that call's placeholders.
  const toolGuard = chatGuard({ ...guardOptions, redact: false });

  return createMiddleware({
    name: 'Sentinel',
    async wrapModelCall(request, handler) {
      const turn = guard.turn(contextOf(request.runtime));
      try {
        return await handler({ ...request, model: new GuardedChatModel(request.model, turn) });
      } catch (error) {
        if (onBlock === 'throw' || !isSentinelError(error, 'BLOCKED')) throw error;
        return new AIMessage(refusal);
      }
    },
    async wrapToolCall(request, handler) {
      const result = await handler(request);
      if (!ToolMessage.isInstance(result)) return result;
      return toolGuard.turn(contextOf(request.runtime)).input(result, mapMessage);
    },
  });
}

function contextOf({ context }: { context?: unknown }): ScanContext {
  const { userId, sessionId } = (context ?? {}) as ScanContext;
  return { ...(userId !== undefined && { userId }), ...(sessionId !== undefined && { sessionId }) };
}
