import { once } from 'node:events';
import { createServer } from 'node:http';

/** How the model behaves. */
export type Mood = 'well' | 'failing' | 'hanging' | 'leaking';

// In parts, so that no scanner of repositories takes it for a real one.
const LEAK = ['ghp', 'zQ4fT1mX8vB2nL6kR9wY3cD7hJ5pS0aGeUiO'].join('_');

/** A language model over HTTP, in this process, with moods. */
export interface FakeModel {
  readonly url: string;
  mood: Mood;
  /** Requests that reached it. */
  readonly requests: number;
  stop(): Promise<void>;
}

export async function startFakeModel(): Promise<FakeModel> {
  let requests = 0;
  const model = { mood: 'well' as Mood };
  const server = createServer((request, response) => {
    requests++;
    request.resume();
    if (model.mood === 'hanging') return;
    response.statusCode = model.mood === 'failing' ? 503 : 200;
    response.end(model.mood === 'leaking' ? `The token is ${LEAK}.` : 'Bonjour.');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    get mood() {
      return model.mood;
    },
    set mood(mood) {
      model.mood = mood;
    },
    get requests() {
      return requests;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
