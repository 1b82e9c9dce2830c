import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands between a client and a server, and makes the network as bad as a test needs it. */
export interface TcpProxy {
  readonly port: number;
  /** Holds back every piece in both directions for so long from now on. */
  delay(ms: number): void;
  /** Swallows all pieces from now on, as a cable that was pulled does: nobody is told. */
  stall(): void;
  /** Ends all connections, and refuses new ones until `restore`. */
  cut(): void;
  /** Leads new connections to another port, and ends those there are. */
  redirect(port: number): void;
  /** As at first: no delay, nothing stalled, new connections welcome. Those that stalled are ended. */
  restore(): void;
  stop(): Promise<void>;
}

/** Starts a proxy before a port of this machine. */
export async function startTcpProxy(firstTarget: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let target = firstTarget;
  let delayMs = 0;
  let isStalled = false;
  let isCut = false;

  function relay(from: Socket, to: Socket): void {
    sockets.add(from);
    from.on('data', (chunk) => {
      if (isStalled) return;
      if (delayMs === 0) to.write(chunk);
      else setTimeout(() => to.writable && to.write(chunk), delayMs);
    });
    from.on('error', () => {});
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  }
  function dropAll(): void {
    for (const socket of sockets) socket.destroy();
  }

  const server = createServer((client) => {
    if (isCut) {
      client.destroy();
      return;
    }
    const upstream = connect(target, '127.0.0.1');
    relay(client, upstream);
    relay(upstream, client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as { port: number }).port,
    delay(ms) {
      delayMs = ms;
    },
    stall() {
      isStalled = true;
    },
    cut() {
      isCut = true;
      dropAll();
    },
    redirect(port) {
      target = port;
      dropAll();
    },
    restore() {
      if (isStalled) dropAll();
      delayMs = 0;
      isStalled = false;
      isCut = false;
    },
    async stop() {
      dropAll();
      server.close();
      await once(server, 'close');
    },
  };
}
