import { Agent, type ClientRequest, request } from 'node:http';

/** Clients that call without a pause until they are stopped, over connections that they keep. */
export interface Clients {
  /** Ids of all scans that were acknowledged. */
  readonly scanIds: ReadonlySet<string>;
  /** What was no good answer, in words. */
  readonly failures: readonly string[];
  stop(): Promise<void>;
}

export function startClients(url: string, key: string, count: number): Clients {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const scanIds = new Set<string>();
  const failures: string[] = [];
  let isStopped = false;

  /** Tries once more by a new connection when one that was kept is gone: the other side closes those that say nothing. */
  async function call(text: string, isAgain = false): Promise<void> {
    try {
      const { status, body } = await scan(url, key, text, isAgain ? false : agent);
      if (status === 200) scanIds.add((JSON.parse(body) as { scanId: string }).scanId);
      else failures.push(`${status}: ${body}`);
    } catch (error) {
      if (error instanceof BrokenConnection && error.wasKept && !isAgain) return call(text, true);
      failures.push(String(error));
    }
  }

  async function client(name: number): Promise<void> {
    for (let i = 0; !isStopped; i++) await call(`Client ${name} asks for the ${i}th time when you open.`);
  }
  const running = Promise.all(Array.from({ length: count }, (_, name) => client(name)));
  return {
    scanIds,
    failures,
    async stop() {
      isStopped = true;
      await running;
      agent.destroy();
    },
  };
}

class BrokenConnection extends Error {
  readonly wasKept: boolean;
  constructor(cause: Error, { reusedSocket }: ClientRequest) {
    super(`A ${reusedSocket ? 'kept' : 'new'} connection broke: ${cause.message}`, { cause });
    this.wasKept = reusedSocket;
  }
}

function scan(url: string, key: string, text: string, agent: Agent | false): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const call = request(`${url}/v1/scan`, {
      method: 'POST',
      agent,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });
    call.once('error', (error) => reject(new BrokenConnection(error, call)));
    call.once('response', (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        body += part;
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body }));
      response.once('error', (error) => reject(new BrokenConnection(error, call)));
    });
    call.end(JSON.stringify({ text }));
  });
}
