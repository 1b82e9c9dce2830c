// Private servers for tests: the real programs, each in a folder of its own on a free loopback port.
export { available, type ServerBinary } from './servers/binary.js';
export { describeWithServer } from './servers/describe-with-server.js';
export { startPostgres } from './servers/postgres.js';
export { startAlertmanager, startPrometheus, type WebServerOptions } from './servers/prometheus.js';
export { startRedis } from './servers/redis.js';
export type { RunningServer } from './servers/server.js';
