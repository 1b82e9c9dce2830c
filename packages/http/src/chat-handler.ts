import { isSentinelError, type ScanContext, type Scanner, SentinelError } from '@llm-sentinel/core';
import { type AdmitOptions, admitChat } from './admit-chat.js';
import { type AnswerOptions, type AnswerText, answerResponse } from './answer.js';
import { chatContext } from './chat-context.js';
import { callable, invalidOption, limitOf, onlyKnown } from './check.js';
import { createGate, type GateOptions } from './gate.js';
import { problemOf, problemResponse } from './problem.js';
import { type ReadChatOptions, readChat, type TextMessage } from './read-chat.js';
import { type ReadJsonOptions, readJson } from './read-json.js';

/** What a call of the model may need beside its messages. */
export interface ModelCall {
  /** Aborted when the client goes away or the answer is blocked. */
  readonly signal: AbortSignal;
  /** Whose chat it is, as it was judged. */
  readonly context: ScanContext;
}

/** Who may ask, how the model is called, and how chats and answers are judged. */
export interface ChatHandlerOptions
  extends GateOptions,
    ReadJsonOptions,
    ReadChatOptions,
    Pick<AdmitOptions, 'trustAssistant'>,
    Pick<AnswerOptions, 'blockMessage' | 'onResult'> {
  /**
   * Calls the model. Resolves when it begins to answer: what fails before is a clear 502, what fails after an `error` event.
   */
  readonly ask: (messages: readonly TextMessage[], call: ModelCall) => AnswerText | Promise<AnswerText>;
  /** What an answer must not contain: the system prompt. @default nothing */
  readonly protectedText?: string | readonly string[];
  /** Told of failures that are ours: answers of 500 and more, and answers that broke off. Give it your logger. */
  readonly onError?: (error: unknown, request: Request) => void;
  /** Who judges. @default the one of `configure()` */
  readonly scanner?: Pick<Scanner, 'scanMessages' | 'scanStream'>;
}

const KNOWN: readonly string[] = [
  'ask',
  'identify',
  'limiter',
  'maxBytes',
  'maxMessages',
  'maxChars',
  'trustAssistant',
  'protectedText',
  'blockMessage',
  'onResult',
  'onError',
  'scanner',
] satisfies (keyof ChatHandlerOptions)[];

/**
 * A guarded chat endpoint: who asks, how often, a body within bounds, the messages scanned, the model asked, its answer scanned as
 * it streams. It takes and answers what the web has standardised, and never rejects.
 *
 * @throws SentinelError INVALID_OPTION for an option that is missing, unknown or wrong.
 * @example
 * export const POST = chatHandler({ ask, identify, limiter, protectedText: SYSTEM_PROMPT });
 */
export function chatHandler(options: ChatHandlerOptions): (request: Request) => Promise<Response> {
  onlyKnown(options, KNOWN);
  const { ask, protectedText, onError, scanner, trustAssistant, blockMessage, onResult } = options;
  if (typeof ask !== 'function') throw invalidOption('`ask` must be a function.');
  callable('onResult', onResult);
  callable('onError', onError);
  // Here, and not with the first request.
  for (const limit of ['maxBytes', 'maxMessages', 'maxChars'] as const) limitOf(limit, options[limit], 1);
  const gate = createGate(options);

  async function answer(request: Request): Promise<Response> {
    const identity = await gate(request);
    const chat = readChat(await readJson(request, options), options);
    const context = chatContext(identity, chat);
    const { messages, vault } = admitChat(chat.messages, {
      context,
      ...(trustAssistant !== undefined && { trustAssistant }),
      ...(scanner !== undefined && { scanner }),
    });
    const abort = new AbortController();
    const text = await begin(messages, { signal: AbortSignal.any([request.signal, abort.signal]), context });
    return answerResponse(text, {
      abort,
      vault,
      onResult,
      context: { ...context, ...(protectedText !== undefined && { protectedText }) },
      onError: (error) => {
        if (!request.signal.aborted) onError?.(error, request);
      },
      ...(blockMessage !== undefined && { blockMessage }),
      ...(scanner !== undefined && { scanner }),
    });
  }

  /** A client of a model has errors of its own, with a status that is not ours to pass on. */
  async function begin(messages: readonly TextMessage[], call: ModelCall): Promise<AnswerText> {
    try {
      return await ask(messages, call);
    } catch (cause) {
      if (isSentinelError(cause)) throw cause;
      throw new SentinelError('UNAVAILABLE', '[@llm-sentinel/http] The model could not be asked.', { cause });
    }
  }

  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (problemOf(error).status >= 500 && !request.signal.aborted) onError?.(error, request);
      return problemResponse(error);
    }
  };
}
