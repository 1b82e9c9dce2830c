import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startRedis, startTcpProxy } from '@llm-sentinel/servers';
import { type Message, type Slice, sliceCounter, sliceLine } from './timeline.js';

/** A second of the timeline, and in which part of the story it was. */
export interface Second extends Slice {
  readonly phase: 'together' | 'alone' | 'together again';
  /** How long it really was, in seconds. */
  readonly seconds: number;
}

const WORKERS = 4;

/** Lets four processes ask at once, kills their Redis, and brings it back. Prints as it goes. */
export async function runTimeline(print: (line: string) => void, secondsAPhase = 3): Promise<readonly Second[]> {
  const started = performance.now();
  const say = (line: string) => print(`${((performance.now() - started) / 1_000).toFixed(1).padStart(5)} s  ${line}`);
  let redis = await startRedis();
  // Workers know one address, as they do in production; a new Redis takes it over.
  const address = await startTcpProxy(redis.port);
  const counter = sliceCounter(WORKERS);
  const workers = startWorkers(address.port, (worker, message) => {
    counter.add(worker, message);
    if (message.kind === 'store') say(`worker ${worker + 1}: Redis is ${message.available ? 'back' : 'away'}`);
  });
  const seconds: Second[] = [];
  const watch = async (phase: Second['phase']) => {
    for (let i = 0; i < secondsAPhase; i++) {
      counter.take();
      const began = performance.now();
      await sleep(1_000);
      const slice = counter.take();
      seconds.push({ ...slice, phase, seconds: (performance.now() - began) / 1_000 });
      say(sliceLine(slice));
    }
  };

  try {
    await Promise.all(workers.map(ready));
    say(`${WORKERS} processes ask for one user, 25 times a second each. The limit is 20 a second, and 20 at once.`);
    await watch('together');
    redis.kill('SIGKILL');
    await redis.exited;
    say('Redis was killed.');
    await watch('alone');
    redis = await startRedis();
    address.redirect(redis.port);
    say('A new Redis has started, empty.');
    await sleep(500);
    await watch('together again');
  } finally {
    for (const worker of workers) worker.kill();
    await address.stop();
    await redis.stop();
  }
  return seconds;
}

function startWorkers(port: number, listen: (worker: number, message: Message) => void): ChildProcess[] {
  const file = fileURLToPath(new URL('./worker.ts', import.meta.url));
  return Array.from({ length: WORKERS }, (_, index) => {
    const worker = fork(file, [String(port), String(WORKERS)], { execArgv: ['--import', 'tsx'] });
    worker.on('message', (message) => listen(index, message as Message));
    return worker;
  });
}

function ready(worker: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('exit', (code) => reject(new Error(`A worker ended with code ${code}.`)));
  });
}
