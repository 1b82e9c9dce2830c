import { type AdmittedChat, admitChat, chatContext, problemOf, readChat, refusal } from '@llm-sentinel/http';
import { type RateLimiter, rateLimitHeaders } from '@llm-sentinel/resilience';
import type { ErrorRequestHandler, RequestHandler } from 'express';

/** What the guard knows of a chat, in `response.locals.chat`. */
export interface GuardedChat extends AdmittedChat {
  readonly context: ReturnType<typeof chatContext>;
}

/** Stands for your authentication: it must leave an id of the user that nobody else can claim. */
export const authenticate: RequestHandler = (request, response, next) => {
  const userId = request.get('x-user-id');
  if (userId === undefined) throw refusal('Say who you are.', 401);
  response.locals.userId = userId;
  next();
};

/** Before the body is read: what is refused should cost nothing. */
export function limit(limiter: RateLimiter): RequestHandler {
  return async (_request, response, next) => {
    const decision = await limiter.enforce({ userId: response.locals.userId });
    response.set(rateLimitHeaders(limiter, decision));
    next();
  };
}

/** Lets only what is safe reach the model. Express hands what is thrown here to the error handler. */
export const guardChat: RequestHandler = (request, response, next) => {
  const chat = readChat(request.body);
  const context = chatContext({ userId: response.locals.userId }, chat);
  response.locals.chat = { ...admitChat(chat.messages, { context }), context } satisfies GuardedChat;
  next();
};

/** The last middleware: every failure becomes a problem that says no more than its sender may know. */
export function problems(onError: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    // `expose` is set where Express and its body parser blame the request.
    const { status, headers, body } = problemOf(error, error?.expose === true ? error.status : 500);
    if (response.destroyed) return;
    if (status >= 500) onError(error);
    if (response.headersSent) response.destroy();
    else response.status(status).set(headers).json(body);
  };
}
