import { chatHandler } from '@llm-sentinel/http';
import { ask, identify, limiter } from '../../../chat';
import { SYSTEM_PROMPT } from '../../../model';

export const POST = chatHandler({
  identify,
  limiter,
  ask: (messages, { signal }) => ask(messages, signal),
  protectedText: SYSTEM_PROMPT,
  blockMessage: '\n[The rest of this answer was withheld.]',
  onError: (error) => console.error(error),
});
