import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTcpProxy, type TcpProxy } from './index.js';

/** A server that answers with its name and what it got. */
async function echo(name: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => socket.write(`${name} ${chunk}`));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
const portOf = (server: Server) => (server.address() as { port: number }).port;

describe('startTcpProxy', () => {
  let [one, two]: (Server | undefined)[] = [];
  let proxy: TcpProxy;
  const sockets: Socket[] = [];
  const open = async () => {
    const socket = connect(proxy.port, '127.0.0.1');
    socket.on('error', () => {});
    sockets.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  const say = async (socket: Socket, text: string) => {
    socket.write(text);
    const [reply] = await once(socket, 'data');
    return String(reply);
  };
  beforeEach(async () => {
    [one, two] = [await echo('one'), await echo('two')];
    proxy = await startTcpProxy(portOf(one));
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await proxy.stop();
    one?.close();
    two?.close();
  });

  it('passes everything on, at once or late', async () => {
    const socket = await open();
    expect(await say(socket, 'hello')).toBe('one hello');
    proxy.delay(20);
    expect(await say(socket, 'again')).toBe('one again');
  });

  it('swallows everything while it is stalled, and ends such connections after', async () => {
    const socket = await open();
    await say(socket, 'hello');
    proxy.stall();
    socket.write('lost');
    const ended = once(socket, 'close');
    const silent = await Promise.race([
      once(socket, 'data'),
      new Promise((resolve) => setTimeout(resolve, 50, 'nothing')),
    ]);
    expect(silent).toBe('nothing');
    proxy.restore();
    await ended;
    expect(await say(await open(), 'hello')).toBe('one hello');
  });

  it('cuts connections and takes no more, until it is restored', async () => {
    const socket = await open();
    proxy.cut();
    await once(socket, 'close');
    await once(await open(), 'close');
    proxy.restore();
    expect(await say(await open(), 'hello')).toBe('one hello');
  });

  it('leads to another server', async () => {
    await say(await open(), 'hello');
    proxy.redirect(portOf(two as Server));
    expect(await say(await open(), 'hello')).toBe('two hello');
  });
});
