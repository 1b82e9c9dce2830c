import { limitOf } from './check.js';
import { refusal } from './refusal.js';

/** A message of a chat that is only text. */
export interface TextMessage {
  /** Who says it. */
  readonly role: 'user' | 'assistant';
  /** What is said. */
  readonly content: string;
}

/** What a client sends: the chat so far, the last message its own. */
export interface Chat {
  /** The client's name for the chat. Others can guess it: see `sessionId` of `chatHandler`. */
  readonly chatId?: string;
  /** The whole chat, the oldest message first. */
  readonly messages: readonly TextMessage[];
}

/** How large a chat may be. One that is larger is INVALID_INPUT. */
export interface ReadChatOptions {
  /** Messages of a chat at most; one more is answered with 413. @default 100 */
  readonly maxMessages?: number;
  /** UTF-16 units of all messages together at most; more is answered with 413. @default 100_000 */
  readonly maxChars?: number;
}

/**
 * Checks a parsed body: `{ chatId?, messages: [{ role, content }] }`, each content a text or a list of `{ type: 'text', text }`. Only
 * `user` and `assistant` may speak: who could send a `system` or `tool` message would not be judged as a user.
 *
 * @throws SentinelError INVALID_INPUT, which `problemOf` answers with 400, or with 413 for too much text.
 */
export function readChat(body: unknown, options: ReadChatOptions = {}): Chat {
  const maxMessages = limitOf('maxMessages', options.maxMessages, 100);
  const maxChars = limitOf('maxChars', options.maxChars, 100_000);
  const { chatId, messages } = (body ?? {}) as Record<string, unknown>;
  if (!Array.isArray(messages) || messages.length === 0) throw refusal('`messages` must be a list with a message.');
  if (messages.length > maxMessages) throw refusal(`\`messages\` must have at most ${maxMessages} messages.`, 413);
  if (chatId !== undefined && !(typeof chatId === 'string' && /^[\w.-]{1,128}$/.test(chatId))) {
    throw refusal('`chatId` must be 1 to 128 letters, digits, dots, dashes or underscores.');
  }
  const read = messages.map(readMessage);
  const chars = read.reduce((sum, { content }) => sum + content.length, 0);
  if (chars > maxChars) throw refusal(`\`messages\` must have at most ${maxChars} characters in all.`, 413);
  const last = read.at(-1) as TextMessage;
  if (last.role !== 'user' || last.content.trim() === '') throw refusal('The last message must be a text of the user.');
  return { messages: read, ...(typeof chatId === 'string' && { chatId }) };
}

function readMessage(message: unknown, index: number): TextMessage {
  const { role, content } = (message ?? {}) as Record<string, unknown>;
  if (role !== 'user' && role !== 'assistant') {
    throw refusal(`\`messages[${index}].role\` must be user or assistant.`);
  }
  return { role, content: readContent(content, index) };
}

function readContent(content: unknown, index: number): string {
  if (typeof content === 'string') return content;
  if (Array.isArray(content) && content.every(isTextPart)) return content.map(({ text }) => text).join('\n');
  throw refusal(`\`messages[${index}].content\` must be a text, or a list of { type: 'text', text }.`);
}

function isTextPart(part: unknown): part is { readonly text: string } {
  const { type, text } = (part ?? {}) as Record<string, unknown>;
  return type === 'text' && typeof text === 'string';
}
