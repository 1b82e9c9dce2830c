import { rateLimiter } from '@llm-sentinel/resilience';
import OpenAI from 'openai';
import { createAsk } from './model';

const { OPENAI_BASE_URL = null, OPENAI_API_KEY = 'none', MODEL = 'fake', CHATS_PER_MINUTE = '20' } = process.env;

/** Stands for your authentication: it must answer an id of the user that nobody else can claim. */
export function identify(request: Request): { readonly userId: string } | null {
  const userId = request.headers.get('x-user-id');
  return userId === null ? null : { userId };
}

export const limiter = rateLimiter({
  name: 'chat',
  perSecond: false,
  perMinute: Number(CHATS_PER_MINUTE),
  perHour: false,
});

export const ask = createAsk(new OpenAI({ baseURL: OPENAI_BASE_URL, apiKey: OPENAI_API_KEY }), MODEL);
