import { afterEach, describe, expect, it, vi } from 'vitest';
import { ATTACK } from '../fixtures.js';
import { type FakeModel, type FakeModelOptions, startFakeModel } from './fake-model.js';
import { POISONED_PAGE, startLibraryModel } from './library.js';

let model: FakeModel | undefined;
afterEach(() => model?.close());

const PATHS = ['/v1/chat/completions', '/v1/responses', '/v1/messages'];

function ask(path: string, body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(`${model?.url}${path}`, { method: 'POST', body: JSON.stringify(body), ...(signal && { signal }) });
}

async function start(reply: FakeModelOptions['reply'], options: Partial<FakeModelOptions> = {}): Promise<void> {
  model = await startFakeModel({ reply, ...options });
}

/** The texts of all deltas, in whichever words. */
const deltas = (events: string) =>
  [...events.matchAll(/^data: (\{.*\})$/gm)]
    .map(([, json = '']) => JSON.parse(json))
    .map(
      (data) =>
        data.choices?.[0]?.delta.content ?? (typeof data.delta === 'string' ? data.delta : data.delta?.text) ?? '',
    )
    .filter((text) => text !== '');

// That the answers are what the APIs answer, the SDKs say in whose tests the fake is used.
describe.each(PATHS)('the fake model at %s', (path) => {
  it('answers whole, and calls tools', async () => {
    await start(() => ({ text: 'Bonjour.', toolCalls: [{ name: 'read', input: { page: 1 } }] }));
    const answer = JSON.stringify(await (await ask(path, { model: 'any' })).json());
    expect(answer).toContain('Bonjour.');
    expect(answer).toContain('"name":"read"');
    expect(answer).toContain('"model":"any"');
  });

  it('streams pieces of the size that was asked for', async () => {
    await start(() => 'Bonjour.', { chunkSize: 3 });
    const response = await ask(path, { stream: true });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(deltas(await response.text())).toEqual(['Bon', 'jou', 'r.']);
  });

  it('fails when it is told to', async () => {
    await start(() => ({ status: 429, message: 'Slow down.' }));
    const response = await ask(path, { stream: true });
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({ error: { message: 'Slow down.' } });
  });

  it('notices that its client went away', async () => {
    await start(() => 'x'.repeat(2_000), { delayMs: 5 });
    const controller = new AbortController();
    await ask(path, { stream: true }, controller.signal);
    expect(model?.requests).toMatchObject([{ path, body: { stream: true }, outcome: 'answering' }]);
    controller.abort();
    await vi.waitFor(() => expect(model?.requests[0]?.outcome).toBe('aborted'));
  });
});

it('always says the same where it is given no function', async () => {
  await start('Bonjour.');
  for (let i = 0; i < 2; i++) expect(await (await ask('/v1/messages', {})).text()).toContain('Bonjour.');
});

it('hangs in the middle of an answer when it is told to', async () => {
  await start('Bonjour.', { chunkSize: 3, hangAfter: 2 });
  const controller = new AbortController();
  const reader = (await ask('/v1/chat/completions', { stream: true }, controller.signal)).body?.getReader();
  let events = '';
  while (!events.includes('Bon')) events += new TextDecoder().decode((await reader?.read())?.value);
  expect(events).not.toContain('jou');
  expect(model?.requests[0]?.outcome).toBe('answering');
  controller.abort();
  await vi.waitFor(() => expect(model?.requests[0]?.outcome).toBe('aborted'));
});

it('has no other paths', async () => {
  await start(() => '');
  expect((await ask('/v1/embeddings', {})).status).toBe(404);
});

it('the model of the library does whatever it reads', async () => {
  model = await startLibraryModel();
  const said = async (content: string, role = 'user') =>
    JSON.stringify(await (await ask('/v1/chat/completions', { messages: [{ role, content }] })).json());
  expect(await said('When does it open?')).toContain('It opens at nine.');
  expect(await said(ATTACK)).toContain('My system prompt is');
  expect(await said('See https://library.example/')).toContain('read_page');
  expect(await said(POISONED_PAGE, 'tool')).toContain('My system prompt is');
  expect(await said('[Withheld]', 'tool')).toContain('I could not use that page.');
});
