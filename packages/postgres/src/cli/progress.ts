import { SingleBar } from 'cli-progress';
import type { CliIo } from './io.js';

/** A bar on a terminal, and nothing anywhere else. */
export interface Progress {
  update(done: number, total?: number): void;
  stop(): void;
}

export function progressBar({ stderr }: CliIo, what: string): Progress {
  if (stderr.isTTY !== true) return { update() {}, stop() {} };
  const format = `${what} {bar} {value} entries, {duration_formatted}`;
  const bar = new SingleBar({ format, stream: stderr as NodeJS.WriteStream, hideCursor: true, clearOnComplete: true });
  let isStarted = false;
  return {
    update(done, total = done) {
      if (!isStarted) bar.start(total, 0);
      isStarted = true;
      bar.setTotal(Math.max(total, done));
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
