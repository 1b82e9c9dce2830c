import type { AdapterHealth } from '@llm-sentinel/core';
import type { Logger } from 'pino';
import { createClient } from 'redis';

export interface Redis {
  readonly client: ReturnType<typeof createClient>;
  health(): AdapterHealth;
  close(): void;
}

const MAX_RECONNECT_MS = 2_000;

/** Connects in the background, and again whenever the connection is lost. Nobody waits for it. */
export function connectRedis(url: string, logger: Logger): Redis {
  const client = createClient({
    url,
    // A command that can't be sent fails at once: the stores decide without Redis then.
    disableOfflineQueue: true,
    commandsQueueMaxLength: 10_000,
    pingInterval: 10_000,
    socket: {
      connectTimeout: 2_000,
      reconnectStrategy: (attempts) => Math.min(50 * 2 ** attempts, MAX_RECONNECT_MS) * (0.5 + Math.random() / 2),
    },
  });
  let isAway = false;
  client.on('ready', () => {
    isAway = false;
    logger.info({ event: 'redis_connected' }, 'Redis is connected');
  });
  client.on('error', (error: NodeJS.ErrnoException) => {
    // Once an outage, not once an attempt.
    if (isAway) return;
    isAway = true;
    logger.warn(
      { event: 'redis_away', code: error.code ?? error.name },
      'Redis is away; limits are those of this process',
    );
  });
  client.connect().catch(() => {});
  return {
    client,
    health: () => (client.isReady ? { status: 'ok' } : { status: 'degraded', detail: 'Redis is not connected.' }),
    close: () => client.destroy(),
  };
}
