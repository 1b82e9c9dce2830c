import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FakeOpenAI, type FakeOpenAIOptions, startFakeOpenAI } from './fake-openai.js';

let model: FakeOpenAI | undefined;
afterEach(() => model?.close());

async function ask(options: FakeOpenAIOptions, stream: boolean, signal?: AbortSignal): Promise<Response> {
  model = await startFakeOpenAI(options);
  return fetch(`${model.url}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: 'any', stream, messages: [{ role: 'user', content: 'Hello' }] }),
    ...(signal && { signal }),
  });
}

/** The texts of a stream's pieces. */
const pieces = (events: string) =>
  [...events.matchAll(/^data: (\{.*\})$/gm)].map(
    ([, json = '']) => JSON.parse(json).choices[0].delta.content as string | undefined,
  );

describe('the fake of the API of OpenAI', () => {
  it('answers whole', async () => {
    const response = await ask({ reply: 'Bonjour.' }, false);
    expect(await response.json()).toMatchObject({
      object: 'chat.completion',
      model: 'any',
      choices: [{ message: { role: 'assistant', content: 'Bonjour.' }, finish_reason: 'stop' }],
    });
  });

  it('streams pieces of the size that was asked for, and an end', async () => {
    const response = await ask({ reply: 'Bonjour.', chunkSize: 3 }, true);
    const events = await response.text();
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(pieces(events)).toEqual(['', 'Bon', 'jou', 'r.', undefined]);
    expect(events.endsWith('data: [DONE]\n\n')).toBe(true);
  });

  it('answers to what was asked, and remembers it', async () => {
    const response = await ask({ reply: ({ messages }) => `You said ${messages[0]?.content}.` }, false);
    expect(await response.json()).toMatchObject({ choices: [{ message: { content: 'You said Hello.' } }] });
    await vi.waitFor(() => expect(model?.requests).toMatchObject([{ body: { model: 'any' }, outcome: 'answered' }]));
  });

  it('fails when it is told to', async () => {
    const response = await ask({ reply: { status: 429, message: 'Slow down.' } }, true);
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({ error: { message: 'Slow down.' } });
  });

  it('notices that its client went away', async () => {
    const controller = new AbortController();
    const response = await ask({ reply: 'x'.repeat(1_000), delayMs: 5 }, true, controller.signal);
    await response.body?.getReader().read();
    expect(model?.requests[0]?.outcome).toBe('answering');
    controller.abort();
    await vi.waitFor(() => expect(model?.requests[0]?.outcome).toBe('aborted'));
  });

  it('hangs in the middle of an answer when it is told to', async () => {
    const controller = new AbortController();
    const response = await ask({ reply: 'Bonjour.', chunkSize: 3, hangAfter: 1 }, true, controller.signal);
    const reader = response.body?.getReader();
    let events = '';
    while (!events.includes('Bon')) events += new TextDecoder().decode((await reader?.read())?.value);
    expect(events).not.toContain('jou');
    expect(model?.requests[0]?.outcome).toBe('answering');
    controller.abort();
    await vi.waitFor(() => expect(model?.requests[0]?.outcome).toBe('aborted'));
  });

  it('has nothing but chats', async () => {
    model = await startFakeOpenAI({ reply: '' });
    expect((await fetch(`${model.url}/models`)).status).toBe(400);
    const other = await fetch(`${model.url}/embeddings`, { method: 'POST', body: '{"messages":[]}' });
    expect(other.status).toBe(404);
  });
});
