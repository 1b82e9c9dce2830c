import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FakeModel, type FakeModelOptions, startFakeModel } from './fake-model/fake-model.js';
import { ATTACK, PATIENCE, SECRET } from './fixtures.js';

/** Gets the text of an answer from a guarded client. */
export type Ask = (prompt: string, signal?: AbortSignal) => Promise<string>;

export interface GuardedClientOptions {
  /** Makes a client of the model, with a scanner that blocks secrets in answers where `isStrict`, and else has them replaced. */
  readonly connect: (model: FakeModel, isStrict: boolean) => Ask;
  readonly streams: boolean;
  /** What the client throws for an error of a guard. */
  readonly thrown: (error: { readonly code: 'BLOCKED'; readonly details: object }) => object;
  /** What it throws where the API answers with 429. */
  readonly apiError: object;
}

/** What every way to get a text from a guarded client of a model must do, whatever its SDK. */
export function describeGuardedClient(name: string, options: GuardedClientOptions): void {
  const { connect, streams, thrown, apiError } = options;
  let model: FakeModel;

  async function start(
    reply: FakeModelOptions['reply'],
    { isStrict = false, ...fakes }: Partial<FakeModelOptions> & { readonly isStrict?: boolean } = {},
  ): Promise<Ask> {
    model = await startFakeModel({ reply, ...fakes });
    return connect(model, isStrict);
  }

  describe(name, () => {
    afterEach(() => model?.close());

    it('a harmless exchange passes', async () => {
      const ask = await start('It opens at nine.');
      expect(await ask('When?')).toBe('It opens at nine.');
    });

    it('an attack is refused before the model is asked', async () => {
      const ask = await start('Never said.');
      await expect(ask(ATTACK)).rejects.toMatchObject(thrown({ code: 'BLOCKED', details: { stage: 'input' } }));
      expect(model.requests).toEqual([]);
    });

    it.each(streams ? [1, 3, 7, 1_000] : [1])(
      'a secret does not pass, in pieces of %i characters',
      async (chunkSize) => {
        const text = `Hello. The key is ${SECRET}, she said. ${'All is well. '.repeat(20)}`;
        const ask = await start(text, { chunkSize });
        expect(await ask('Hello')).toBe(text.replace(SECRET, '[AWS_ACCESS_KEY_1]'));
      },
    );

    it('a blocked answer rejects, and the model is cut off', async () => {
      const reply = `The key is ${SECRET}. ${'And so on. '.repeat(1_000)}`;
      const ask = await start(reply, { isStrict: true, delayMs: 1 });
      await expect(ask('Hello')).rejects.toMatchObject(thrown({ code: 'BLOCKED', details: { stage: 'output' } }));
      if (streams) await vi.waitFor(() => expect(model.requests[0]?.outcome).toBe('aborted'), PATIENCE);
    });

    it('who aborts the call aborts the request', async () => {
      // What is not streamed takes its time as a whole.
      const reply = async () => (streams ? 'And so on. '.repeat(1_000) : sleep(10_000, 'Too late.', { ref: false }));
      const ask = await start(reply, { delayMs: 1 });
      const controller = new AbortController();
      const asked = ask('Hello', controller.signal).catch(() => 'aborted');
      await vi.waitFor(() => expect(model.requests).toHaveLength(1), PATIENCE);
      controller.abort();
      await asked;
      await vi.waitFor(() => expect(model.requests[0]?.outcome).toBe('aborted'), PATIENCE);
    });

    it('an error of the API passes', async () => {
      const ask = await start({ status: 429, message: 'Slow down.' });
      await expect(ask('Hello')).rejects.toMatchObject(apiError);
    });

    it('calls at the same time share nothing', async () => {
      const ask = await start(({ body }) => `To ${JSON.stringify(body).match(/\[EMAIL_\d]/)}`);
      const names = Array.from({ length: 10 }, (_, index) => `ann${index}@example.com`);
      expect(await Promise.all(names.map((name) => ask(name)))).toEqual(names.map((name) => `To ${name}`));
      expect(model.requests.map(({ body }) => JSON.stringify(body)).join()).not.toContain('@example.com');
    });
  });
}
