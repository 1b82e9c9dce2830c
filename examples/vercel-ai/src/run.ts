import { createOpenAI } from '@ai-sdk/openai';
import { isSentinelError } from '@llm-sentinel/core';
import { ATTACK, POISONED_PAGE, startLibraryModel } from '@llm-sentinel/servers';
import { generateText, stepCountIs, streamText, tool, wrapLanguageModel } from 'ai';
import { z } from 'zod';
import { sentinelMiddleware } from './sentinel-middleware.js';

/** Five exchanges with a guarded model. `print` gets what a person would see. */
export async function run(print: (line: string) => void): Promise<void> {
  const fake = await startLibraryModel();
  const openai = createOpenAI({ baseURL: fake.openaiUrl, apiKey: 'none' });
  const model = wrapLanguageModel({ model: openai.chat('any'), middleware: sentinelMiddleware() });
  const system = 'You answer for a library.';
  const readPage = tool({
    description: 'Reads a page of the web.',
    inputSchema: z.object({ url: z.url() }),
    execute: async () => POISONED_PAGE,
  });

  print('— a question');
  print((await generateText({ model, system, prompt: 'When does the library open?' })).text);

  print('— an attack: refused before the model is asked');
  await generateText({ model, system, prompt: ATTACK }).catch((error: unknown) => {
    if (!isSentinelError(error, 'BLOCKED')) throw error;
    print(error.message);
  });

  print('— an attack in a page that a tool reads: the model does not get to see it');
  const tools = { read_page: readPage };
  const prompt = 'When does it open? See https://library.example/';
  print((await generateText({ model, system, tools, prompt, stopWhen: stepCountIs(3) })).text);

  print('— a secret in a streamed answer: it does not pass');
  let answer = '';
  for await (const delta of streamText({ model, system, prompt: 'Which key opens the door?' }).textStream)
    answer += delta;
  print(answer);

  print('— an address of the user: the model works with a placeholder');
  const { text } = await generateText({ model, system, prompt: 'Tell ann@example.com that her book is here.' });
  print(`asked: ${fake.requests.at(-1)?.body.messages.at(-1).content}`);
  print(`answered: ${text}`);

  await fake.close();
}
