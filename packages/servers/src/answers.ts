import { connect } from 'node:net';

/** Whether the first bytes that a server sends in reply to a request satisfy a test. */
export function repliesOverTcp(
  port: number,
  request: string | Uint8Array,
  isExpected: (reply: Buffer) => boolean,
): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    const settle = (answer: boolean) => {
      resolve(answer);
      socket.destroy();
    };
    socket.setTimeout(1_000, () => settle(false));
    socket.once('data', (reply) => settle(isExpected(reply)));
    socket.once('error', () => settle(false));
    socket.once('close', () => settle(false));
  });
}

/** Whether a page answers with 200. */
export async function answersOverHttp(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(1_000) });
  await response.body?.cancel();
  return response.status === 200;
}
