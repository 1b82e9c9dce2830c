import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A balancer of connections, as one in front of a service is: it leads new ones to who is ready. */
export interface Balancer {
  readonly url: string;
  /** Who may get connections, once ready. */
  use(...urls: readonly string[]): void;
  stop(): Promise<void>;
}

const PROBE_MS = 50;
/** Much, because tests share a machine. */
const PROBE_TIMEOUT_MS = 5_000;

export async function startBalancer(): Promise<Balancer> {
  const sockets = new Set<Socket>();
  let targets: readonly string[] = [];
  const ready = new Set<string>();
  let next = 0;
  let isStopped = false;

  /** A connection to who is ready and answers: who has just closed is passed over. */
  async function reach(): Promise<Socket | undefined> {
    const candidates = [...ready];
    for (const _ of candidates) {
      const socket = await connected(candidates[next++ % candidates.length]!);
      if (socket !== undefined) return socket;
    }
    return undefined;
  }

  const server = createServer({ pauseOnConnect: true }, async (client) => {
    const upstream = await reach();
    if (upstream === undefined) {
      client.destroy();
      return;
    }
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.once('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
    client.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  /** Each by itself: one that is slow to answer says nothing of the others. */
  async function probe(url: string): Promise<void> {
    while (!isStopped && targets.includes(url)) {
      if (await isReady(url)) ready.add(url);
      else ready.delete(url);
      await sleep(PROBE_MS);
    }
    ready.delete(url);
  }
  let probing: Promise<void>[] = [];

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    use(...urls) {
      const added = urls.filter((url) => !targets.includes(url));
      targets = urls;
      probing = [...probing, ...added.map(probe)];
    },
    async stop() {
      isStopped = true;
      await Promise.all(probing);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function connected(url: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}
