// Private servers for tests: the real programs, each in a folder of its own on a free loopback port.
export { available, requireBinary, type ServerBinary } from './binary.js';
export { DEMO_SECRET, demoCommands, startDemoModel } from './demo-model.js';
export { describeWithServer } from './describe-with-server.js';
export type { FakeAnswer } from './fake-model/answer.js';
export {
  type FakeModel,
  type FakeModelFailure,
  type FakeModelOptions,
  type FakeModelRequest,
  startFakeModel,
} from './fake-model/fake-model.js';
export { POISONED_PAGE, startLibraryModel } from './fake-model/library.js';
export { ATTACK, PATIENCE, SECRET, SESAME_RULE, WITHHELD } from './fixtures.js';
export {
  type ChatEndpoint,
  type ChatEndpointSetup,
  describeChatProgram,
  describeGuardedChat,
  type GuardedChatOptions,
} from './guarded-chat.js';
export { type Ask, describeGuardedClient, type GuardedClientOptions } from './guarded-client.js';
export { startPostgres } from './postgres.js';
export { startAlertmanager, startPrometheus, type WebServerOptions } from './prometheus.js';
export { startRedis } from './redis.js';
export { type RedisSentinelOptions, type RedisSentinels, startRedisSentinels } from './redis-sentinel.js';
export { type RunningExample, startExample } from './running-example.js';
export type { RunningServer } from './server.js';
export { startTcpProxy, type TcpProxy } from './tcp-proxy.js';
export { runTool, type ToolResult } from './tool.js';
