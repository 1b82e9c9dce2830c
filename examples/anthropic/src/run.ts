import Anthropic from '@anthropic-ai/sdk';
import { isSentinelError } from '@llm-sentinel/core';
import { ATTACK, POISONED_PAGE, startLibraryModel } from '@llm-sentinel/servers';
import { guardAnthropic } from './guard-anthropic.js';

/** Five exchanges through a guarded client. `print` gets what a person would see. */
export async function run(print: (line: string) => void): Promise<void> {
  const fake = await startLibraryModel();
  const client = guardAnthropic(new Anthropic({ baseURL: fake.url, apiKey: 'none' }));
  const ask = (...messages: Anthropic.MessageParam[]) =>
    client.messages.create({ model: 'any', max_tokens: 100, system: 'You answer for a library.', messages });
  const textOf = ({ content }: Anthropic.Message) =>
    content.map((block) => ('text' in block ? block.text : '')).join('');

  print('— a question');
  print(textOf(await ask({ role: 'user', content: 'When does the library open?' })));

  print('— an attack: refused before the model is asked');
  await ask({ role: 'user', content: ATTACK }).catch((error: unknown) => {
    if (!isSentinelError(error, 'BLOCKED')) throw error;
    print(error.message);
  });

  print('— an attack in a page that a tool reads: the model does not get to see it');
  const question: Anthropic.MessageParam = { role: 'user', content: 'When does it open? See https://library.example/' };
  const { content } = await ask(question);
  const results = content.flatMap((block): Anthropic.ToolResultBlockParam[] =>
    block.type === 'tool_use' ? [{ type: 'tool_result', tool_use_id: block.id, content: POISONED_PAGE }] : [],
  );
  print(textOf(await ask(question, { role: 'assistant', content }, { role: 'user', content: results })));

  print('— a secret in a streamed answer: it does not pass');
  const messages: Anthropic.MessageParam[] = [{ role: 'user', content: 'Which key opens the door?' }];
  let answer = '';
  await client.messages
    .stream({ model: 'any', max_tokens: 100, messages })
    .on('text', (text) => {
      answer += text;
    })
    .done();
  print(answer);

  print('— an address of the user: the model works with a placeholder');
  const told = await ask({ role: 'user', content: 'Tell ann@example.com that her book is here.' });
  print(`asked: ${fake.requests.at(-1)?.body.messages.at(-1).content}`);
  print(`answered: ${textOf(told)}`);

  await fake.close();
}
