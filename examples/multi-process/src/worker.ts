// One of the four processes. It asks for one user again and again, and tells its parent what was decided.
import { setInterval as every } from 'node:timers';
import { redisRateLimitStore } from '@llm-sentinel/redis';
import { rateLimiter } from '@llm-sentinel/resilience';
import { createClient } from 'redis';

const [port = '', workers = '4', askEveryMs = '40'] = process.argv.slice(2);

// Without these settings node-redis keeps calls until a dead server comes back: they would wait instead of being answered.
const client = createClient({
  socket: { host: '127.0.0.1', port: Number(port), reconnectStrategy: () => 100 },
  disableOfflineQueue: true,
  commandsQueueMaxLength: 1_000,
});
client.on('error', () => {});
await client.connect();

const limiter = rateLimiter({
  name: 'chat',
  perSecond: 20,
  burst: 20,
  perMinute: false,
  perHour: false,
  store: redisRateLimitStore({ client }),
  onUnavailable: 'local',
  // Alone, each of them grants its part: together they still hold the limit.
  localShare: 1 / Number(workers),
  onStoreChange: ({ available }) => process.send?.({ kind: 'store', available }),
});

every(async () => {
  const { allowed, outcome } = await limiter.check({ userId: 'ada' });
  process.send?.({ kind: 'check', allowed, outcome });
}, Number(askEveryMs));
process.on('disconnect', () => process.exit());
process.send?.({ kind: 'ready' });
