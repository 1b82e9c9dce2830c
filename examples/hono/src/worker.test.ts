import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { type ChatEndpoint, type ChatEndpointSetup, describeGuardedChat } from '@llm-sentinel/servers';
import { build } from 'esbuild';
import { SYSTEM_PROMPT } from './model.js';

type Worker = typeof import('./worker.js')['default'];

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('worker.ts', import.meta.url))],
  bundle: true,
  // A module of Node that is imported anywhere is an error.
  platform: 'neutral',
  conditions: ['worker', 'browser'],
  mainFields: ['module', 'main'],
  format: 'iife',
  globalName: 'worker',
  write: false,
});

let report: (error: unknown) => void = () => {};

/** What the web has standardised. No `process`, `Buffer` or `require`. */
const WORLD = {
  ...{ AbortController, AbortSignal, Blob, Event, EventTarget, File, FormData, Headers, Request, Response, URL },
  ...{ ReadableStream, TransformStream, WritableStream, TextDecoder, TextDecoderStream, TextEncoder, URLSearchParams },
  ...{ clearInterval, clearTimeout, crypto, fetch, performance, queueMicrotask, setInterval, setTimeout },
  console: { debug() {}, info() {}, log() {}, warn() {}, error: (error: unknown) => report(error) },
};

function startWorker(): Worker {
  const context = createContext(WORLD);
  runInContext(outputFiles[0]?.text ?? '', context);
  return runInContext('worker.default', context) as Worker;
}
const worker = startWorker();

function start({ modelUrl, burst, onError }: ChatEndpointSetup): ChatEndpoint {
  report = onError;
  const counts = new Map<string, number>();
  const env = {
    OPENAI_BASE_URL: modelUrl,
    OPENAI_API_KEY: 'none',
    MODEL: 'fake',
    CHAT_LIMIT: {
      async limit({ key }: { key: string }) {
        counts.set(key, (counts.get(key) ?? 0) + 1);
        return { success: (counts.get(key) ?? 0) <= burst };
      },
    },
  };
  return {
    fetch: async (path, init) =>
      worker.fetch(new Request(`http://localhost${path}`, init), env, { waitUntil: () => {} }),
    close: () => {},
  };
}

describeGuardedChat('the chat in Hono, as a worker without Node', { start, systemPrompt: SYSTEM_PROMPT });
