// A process that writes until it is killed, and says what was acknowledged. Arguments: url or folder, spool folder, batch size.
import { postgresAdapter } from '../src/postgres-adapter.js';
import { never, scanOf } from './seed.js';

const [target = '', spoolDir = '', size = '20', first = '0'] = process.argv.slice(2);
const adapter = postgresAdapter({
  ...(target.startsWith('postgres') ? { connectionString: target } : { dataDir: target }),
  ...(spoolDir !== '' && { spool: { dir: spoolDir } }),
  writeTimeoutMs: 300,
});

const batch = Number(size);
for (let n = Number(first); ; n += batch) {
  const events = Array.from({ length: batch }, (_, index) => scanOf(n + index));
  const isKept = await adapter.write?.(events, never).then(
    () => true,
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      return false;
    },
  );
  // One write, so that the line is whole or not there.
  if (isKept) process.stdout.write(`${events.map(({ result }) => result.scanId).join(' ')}\n`);
}
