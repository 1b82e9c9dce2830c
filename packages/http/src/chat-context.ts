import type { EventContext } from '@llm-sentinel/core';
import type { Chat } from './read-chat.js';

/**
 * The context of a chat's scans: who asks, and a session that nobody else can write into, whatever the client calls its chat. A
 * `sessionId` that the application knows stays.
 *
 * @example
 * const context = chatContext({ userId, ip }, chat); // sessionId: `${userId}/${chat.chatId}`
 */
export function chatContext(identity: EventContext, { chatId }: Pick<Chat, 'chatId'>): EventContext {
  const { userId, sessionId } = identity;
  if (sessionId !== undefined || userId === undefined || chatId === undefined) return identity;
  return { ...identity, sessionId: `${userId}/${chatId}` };
}
