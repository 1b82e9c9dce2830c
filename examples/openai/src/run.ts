import { isSentinelError } from '@llm-sentinel/core';
import { ATTACK, POISONED_PAGE, startLibraryModel } from '@llm-sentinel/servers';
import OpenAI from 'openai';
import { guardOpenAI } from './guard-openai.js';

/** Five exchanges through a guarded client. `print` gets what a person would see. */
export async function run(print: (line: string) => void): Promise<void> {
  const fake = await startLibraryModel();
  const client = guardOpenAI(new OpenAI({ baseURL: fake.openaiUrl, apiKey: 'none' }));
  const model = 'any';
  const ask = async (prompt: string) => {
    const messages = [
      { role: 'system', content: 'You answer for a library.' },
      { role: 'user', content: prompt },
    ] as const;
    const answer = await client.chat.completions.create({ model, messages: [...messages] });
    return answer.choices[0]?.message.content ?? '';
  };

  print('— a question');
  print(await ask('When does the library open?'));

  print('— an attack: refused before the model is asked');
  await ask(ATTACK).catch((error: unknown) => {
    if (!isSentinelError(error, 'BLOCKED')) throw error;
    print(error.message);
  });

  print('— an attack in a page that a tool reads: the model does not get to see it');
  const runner = client.chat.completions.runTools({
    model,
    messages: [{ role: 'user', content: 'When does it open? See https://library.example/' }],
    tools: [
      {
        type: 'function',
        function: {
          name: 'read_page',
          description: 'Reads a page of the web.',
          parameters: { type: 'object', properties: { url: { type: 'string' } } },
          parse: JSON.parse,
          function: async (_: { url: string }) => POISONED_PAGE,
        },
      },
    ],
  });
  print((await runner.finalContent()) ?? '');

  print('— a secret in a streamed answer: it does not pass');
  let answer = '';
  const stream = await client.responses.create({
    model,
    input: [{ role: 'user', content: 'Which key opens the door?' }],
    stream: true,
  });
  for await (const event of stream) if (event.type === 'response.output_text.delta') answer += event.delta;
  print(answer);

  print('— an address of the user: the model works with a placeholder');
  const text = await ask('Tell ann@example.com that her book is here.');
  print(`asked: ${fake.requests.at(-1)?.body.messages.at(-1).content}`);
  print(`answered: ${text}`);

  await fake.close();
}
