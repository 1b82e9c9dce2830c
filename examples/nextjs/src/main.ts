import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { shutdown } from '@llm-sentinel/core';
import { demoCommands, startDemoModel } from '@llm-sentinel/servers';
import next from 'next';

// A model for who has none, and Next.js: it compiles as it goes, or takes what `next build` made when NODE_ENV is production.
const { env } = process;
env.NEXT_TELEMETRY_DISABLED = '1';
const dir = fileURLToPath(new URL('..', import.meta.url));
const fake = env.OPENAI_BASE_URL === undefined ? await startDemoModel() : undefined;
env.OPENAI_BASE_URL ??= fake?.openaiUrl;

const app = next({ dir, dev: env.NODE_ENV !== 'production' });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => void handle(request, response));
server.listen(Number(env.PORT ?? 3000), '127.0.0.1');
await once(server, 'listening');
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
console.log(`${demoCommands(url, '/api/chat')}
Or in a browser. Ctrl+C ends it.`);

/** Answers under way may end, then the adapters are told the rest. */
function stop(): void {
  // Whose answer has ended is not waited for until he asks again.
  server.keepAliveTimeout = 1;
  server.close(async () => {
    await app.close();
    await shutdown();
    await fake?.close();
    // The compiler of Next.js would keep the process.
    process.exit();
  });
  // A browser that is open keeps a socket of the compiler.
  setTimeout(() => process.exit(1), 10_000).unref();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
