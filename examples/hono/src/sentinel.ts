import {
  type AdmittedChat,
  admitChat,
  chatContext,
  type Limiter,
  problemOf,
  problemResponse,
  readChat,
  readJson,
  refusal,
} from '@llm-sentinel/http';
import type { ErrorHandler } from 'hono';
import { createMiddleware } from 'hono/factory';

/** What these middlewares know of a request. */
export interface SentinelEnv {
  Variables: {
    userId: string;
    chat: AdmittedChat & { readonly context: ReturnType<typeof chatContext> };
  };
}

/** Stands for your authentication: it must leave an id of the user that nobody else can claim. */
export const authenticate = createMiddleware<SentinelEnv>(async (c, next) => {
  const userId = c.req.header('x-user-id');
  if (userId === undefined) throw refusal('Say who you are.', 401);
  c.set('userId', userId);
  await next();
});

/** Before the body is read: what is refused should cost nothing. */
export const limit = (limiter: Limiter) =>
  createMiddleware<SentinelEnv>(async (c, next) => {
    await limiter.enforce({ userId: c.get('userId') });
    await next();
  });

/** Lets only what is safe reach the model. */
export const guardChat = createMiddleware<SentinelEnv>(async (c, next) => {
  const chat = readChat(await readJson(c.req.raw));
  const context = chatContext({ userId: c.get('userId') }, chat);
  c.set('chat', { ...admitChat(chat.messages, { context }), context });
  await next();
});

/** Every failure becomes a problem that says no more than its sender may know. */
export function problems(onError: (error: unknown) => void): ErrorHandler {
  return (error, c) => {
    if (problemOf(error).status >= 500 && !c.req.raw.signal.aborted) onError(error);
    return problemResponse(error);
  };
}
