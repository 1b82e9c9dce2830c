import { type ChatEndpoint, type ChatEndpointSetup, describeGuardedChat } from '@llm-sentinel/servers';
import { vi } from 'vitest';
import { SYSTEM_PROMPT } from '../../../model';

/** The routes, read anew with the settings of the test. */
async function start({ modelUrl, burst, onError }: ChatEndpointSetup): Promise<ChatEndpoint> {
  vi.stubEnv('OPENAI_BASE_URL', modelUrl);
  vi.stubEnv('CHATS_PER_MINUTE', String(burst));
  vi.resetModules();
  const routes = { '/api/chat': await import('./route'), '/api/feedback': await import('../feedback/route') };
  const printed = vi.spyOn(console, 'error').mockImplementation(onError);
  return {
    fetch: (path, init) => routes[path as keyof typeof routes].POST(new Request(`http://localhost${path}`, init)),
    close() {
      printed.mockRestore();
      vi.unstubAllEnvs();
    },
  };
}

describeGuardedChat('the routes of Next.js', {
  start,
  systemPrompt: SYSTEM_PROMPT,
  paths: ['/api/chat', '/api/feedback'],
});
