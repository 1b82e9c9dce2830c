import { invalidOption } from './check.js';

/** What is used of a client, cluster or sentinel of node-redis 5 or 6. */
export interface NodeRedisClient {
  /** Runs a script that Redis has. */
  evalSha(sha: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  /** Runs a script, and leaves it with Redis. */
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  /** Reads a value. */
  get(key: string): Promise<unknown>;
  /** Writes a value that ends by itself after `PX` milliseconds. */
  set(key: string, value: string, options: { PX: number }): Promise<unknown>;
}

/** What is used of a client or cluster of ioredis. */
export interface IoRedisClient {
  /** Runs a script that Redis has. */
  evalsha(sha: string, keyCount: number, ...args: string[]): Promise<unknown>;
  /** Runs a script, and leaves it with Redis. */
  eval(script: string, keyCount: number, ...args: string[]): Promise<unknown>;
  /** Reads a value. */
  get(key: string): Promise<unknown>;
  /** Writes a value that ends by itself after `ms` milliseconds. */
  set(key: string, value: string, unit: 'PX', ms: number): Promise<unknown>;
}

/** A connected client. It stays yours: nothing here connects or closes it. */
export type RedisClient = NodeRedisClient | IoRedisClient;

/** The few commands that all stores are made of, the same for every client. */
export interface Commands {
  evalSha(sha: string, keys: readonly string[], args: readonly string[]): Promise<unknown>;
  eval(script: string, keys: readonly string[], args: readonly string[]): Promise<unknown>;
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
}

/** @throws SentinelError INVALID_OPTION when it is no client that we know. */
export function commandsOf(client: RedisClient): Commands {
  if (typeof client === 'object' && client !== null) {
    if ('evalSha' in client && typeof client.evalSha === 'function') return nodeRedisCommands(client);
    if ('evalsha' in client && typeof client.evalsha === 'function') return ioRedisCommands(client);
  }
  throw invalidOption('`client` must be a client of node-redis (version 5 or 6) or of ioredis.');
}

function nodeRedisCommands(client: NodeRedisClient): Commands {
  return {
    evalSha: (sha, keys, args) => client.evalSha(sha, { keys: [...keys], arguments: [...args] }),
    eval: (script, keys, args) => client.eval(script, { keys: [...keys], arguments: [...args] }),
    get: async (key) => textOf(await client.get(key)),
    set: async (key, value, ttlMs) => void (await client.set(key, value, { PX: ttlMs })),
  };
}

function ioRedisCommands(client: IoRedisClient): Commands {
  return {
    evalSha: (sha, keys, args) => client.evalsha(sha, keys.length, ...keys, ...args),
    eval: (script, keys, args) => client.eval(script, keys.length, ...keys, ...args),
    get: async (key) => textOf(await client.get(key)),
    set: async (key, value, ttlMs) => void (await client.set(key, value, 'PX', ttlMs)),
  };
}

/** A client may be set to return buffers. */
function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
