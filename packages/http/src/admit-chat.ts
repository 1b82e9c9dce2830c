import {
  createVault,
  redact,
  type ScanContext,
  type Scanner,
  type ScanResult,
  SentinelError,
  scanMessages,
  type Vault,
} from '@llm-sentinel/core';
import type { TextMessage } from './read-chat.js';

/** How a chat is judged before it goes to the model. */
export interface AdmitOptions {
  /** Whose chat it is. @default {} */
  readonly context?: ScanContext;
  /**
   * The `assistant` messages come from your own store. Those that a client sends are judged as its own words, because a client can
   * write them: an order that the model seems to have agreed to is an attack of its own. @default false
   */
  readonly trustAssistant?: boolean;
  /** Who judges. @default the one of `configure()` */
  readonly scanner?: Pick<Scanner, 'scanMessages'>;
}

/** A chat that may go to the model. */
export interface AdmittedChat {
  /** For the model: personal data and secrets are placeholders where the policy says `redact`, the same one for the same value. */
  readonly messages: readonly TextMessage[];
  /** What the placeholders stand for. Give it to the answer, and the user reads their own data where the model repeats a placeholder. */
  readonly vault: Vault;
  /** The verdict on the last message. */
  readonly result: ScanResult;
}

/**
 * Scans a chat before the model sees it.
 *
 * @throws SentinelError BLOCKED with `details: { stage: 'input', result }`, the result of the message that was blocked.
 * @example
 * const { messages } = admitChat(readChat(request.body).messages, { context: { userId, sessionId } });
 */
export function admitChat(messages: readonly TextMessage[], options: AdmitOptions = {}): AdmittedChat {
  const { context = {}, trustAssistant = false, scanner = { scanMessages } } = options;
  const judged = trustAssistant ? messages : messages.map((message) => ({ ...message, role: 'user' }));
  const { messages: results } = scanner.scanMessages(judged, context);
  const result = results.find(({ isSafe }) => !isSafe);
  if (result !== undefined) {
    throw new SentinelError('BLOCKED', '[@llm-sentinel/http] The chat was blocked: a message was not judged safe.', {
      details: { stage: 'input', result },
    });
  }
  const vault = createVault();
  return {
    messages: messages.map((message, index) => {
      const verdict = results[index] as ScanResult;
      if (verdict.action !== 'redact') return message;
      return { ...message, content: redact(message.content, verdict, { vault }).text };
    }),
    vault,
    result: results.at(-1) as ScanResult,
  };
}
