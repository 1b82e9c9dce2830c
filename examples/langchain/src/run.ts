import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import { ChatOpenAI } from '@langchain/openai';
import { isSentinelError } from '@llm-sentinel/core';
import { ATTACK, POISONED_PAGE, startLibraryModel } from '@llm-sentinel/servers';
import { createAgent, tool } from 'langchain';
import { z } from 'zod';
import { guardRetriever } from './guard-retriever.js';
import { sentinelMiddleware } from './sentinel-middleware.js';

/** Six exchanges with a guarded agent. `print` gets what a person would see. */
export async function run(print: (line: string) => void): Promise<void> {
  const fake = await startLibraryModel();
  const readPage = tool(async () => POISONED_PAGE, {
    name: 'read_page',
    description: 'Reads a page of the web.',
    schema: z.object({ url: z.string() }),
  });
  const agent = createAgent({
    model: new ChatOpenAI({ model: 'any', apiKey: 'none', configuration: { baseURL: fake.openaiUrl } }),
    tools: [readPage],
    systemPrompt: 'You answer for a library.',
    middleware: [sentinelMiddleware()],
  });
  const ask = async (content: string) => {
    const { messages } = await agent.invoke({ messages: [{ role: 'user', content }] });
    return messages.at(-1)?.text ?? '';
  };

  print('— a question');
  print(await ask('When does the library open?'));

  print('— an attack: refused before the model is asked');
  await ask(ATTACK).catch((error: Error) => {
    if (!isSentinelError(error.cause, 'BLOCKED')) throw error;
    print(error.message);
  });

  print('— an attack in a page that a tool reads: the model does not get to see it');
  print(await ask('When does it open? See https://library.example/'));

  print('— an attack among retrieved documents: it is left out');
  const found = await guardRetriever(new Shelf()).invoke('opening hours');
  print(found.map(({ pageContent }) => pageContent).join(' | '));

  print('— a secret in a streamed answer: it does not pass');
  let answer = '';
  const question = { messages: [{ role: 'user', content: 'Which key opens the door?' }] };
  for await (const [chunk] of await agent.stream(question, { streamMode: 'messages' })) answer += chunk.text;
  print(answer);

  print('— an address of the user: the model works with a placeholder');
  const text = await ask('Tell ann@example.com that her book is here.');
  print(`asked: ${fake.requests.at(-1)?.body.messages.at(-1).content}`);
  print(`answered: ${text}`);

  await fake.close();
}

/** Stands in for a vector store. */
class Shelf extends BaseRetriever {
  readonly lc_namespace = ['example'];

  override async _getRelevantDocuments(): Promise<Document[]> {
    return ['Open from nine to five.', POISONED_PAGE, 'Closed on Sundays.'].map(
      (pageContent) => new Document({ pageContent }),
    );
  }
}
