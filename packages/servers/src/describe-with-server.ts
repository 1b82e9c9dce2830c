import { writeSync } from 'node:fs';
import { describe, it } from 'vitest';
import { available, missing, type ServerBinary } from './binary.js';

/**
 * A suite that needs a real server. Where its program is not installed, the suite is skipped and one line says so; in CI it
 * fails instead, because a suite that CI skips is a suite that nobody runs. What is needed belongs into the list of `.ci/run`.
 */
export function describeWithServer(name: string, binary: ServerBinary, suite: () => void): void {
  if (available(binary)) {
    describe(name, suite);
  } else if (process.env.CI) {
    describe(name, () => {
      it(`has ${binary} to run against`, () => {
        throw new Error(`${missing(binary)}. CI must have it: add it to the list in .ci/run.`);
      });
    });
  } else {
    // Straight to the terminal: a reporter would hold back or decorate what goes through the console.
    writeSync(2, `Skipped "${name}": ${missing(binary)}.\n`);
    describe.skip(name, suite);
  }
}
