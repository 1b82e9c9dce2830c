// A network between us and the server that a test can spoil.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  readonly port: number;
  /** Milliseconds that each piece is held back, in both directions. */
  delay(ms: number): void;
  /** Ends all connections with a reset, and refuses new ones until `mend`. */
  cut(): void;
  /** Swallows all that is sent, without an end: as when a cable is pulled. */
  stall(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function startProxy(targetPort: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let delayMs = 0;
  let state: 'open' | 'cut' | 'stalled' = 'open';

  function forward(from: Socket, to: Socket): void {
    from.on('data', (piece) => {
      if (state === 'stalled') return;
      if (delayMs === 0) to.write(piece);
      else setTimeout(() => to.writable && to.write(piece), delayMs);
    });
    from.on('close', () => to.destroy());
    from.on('error', () => to.destroy());
    sockets.add(from);
    from.on('close', () => sockets.delete(from));
  }

  const server = createServer((client) => {
    if (state === 'cut') {
      client.resetAndDestroy();
      return;
    }
    const target = connect(targetPort, '127.0.0.1');
    forward(client, target);
    forward(target, client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const resetAll = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    delay(ms) {
      delayMs = ms;
    },
    cut() {
      state = 'cut';
      resetAll();
    },
    stall() {
      state = 'stalled';
    },
    mend() {
      // What was swallowed cannot be taken up again.
      if (state === 'stalled') resetAll();
      state = 'open';
    },
    async close() {
      resetAll();
      server.close();
      await once(server, 'close');
    },
  };
}
