import closeWithGrace from 'close-with-grace';
import { runCommandLine } from './cli/run.js';
import { ConfigError } from './config/config-error.js';
import type { Config } from './config/schema.js';
import { startService } from './service.js';

const toError = (line: string) => void process.stderr.write(`${line}\n`);

const outcome = runCommandLine(process.argv.slice(2), {
  environment: process.env,
  out: (line) => void process.stdout.write(`${line}\n`),
  error: toError,
});
if ('serve' in outcome) await serve(outcome.serve);
else process.exitCode = outcome.exitCode;

async function serve(config: Config): Promise<void> {
  try {
    const service = await startService({
      config,
      isProduction: process.env.NODE_ENV === 'production',
      showFirstKey: (secret) => toError(`\nThis is the first API key. It is shown only now:\n\n  ${secret}\n`),
    });
    const { logger } = service.services;
    // The first SIGTERM or SIGINT drains, a second one ends at once. An error that nobody caught leaves the process in a state
    // that nobody knows: it is logged, and the process drains and ends, for whoever runs it to start a new one.
    closeWithGrace({ delay: config.server.drainTimeoutMs, logger, skip: ['SIGHUP', 'beforeExit'] }, async ({ err }) => {
      if (err !== undefined) logger.fatal({ event: 'uncaught_error', error: err }, 'An error was not caught');
      await service.stop();
    });
  } catch (error) {
    toError(error instanceof ConfigError ? error.message : `The service can't start: ${reasonOf(error)}`);
    process.exit(1);
  }
}

/** Without the stack: what is wrong is outside, such as a port that is taken. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
