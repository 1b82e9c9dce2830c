// The one entry behind `npm run demo | test | build | check | bench | docs | docs:site`. It needs nothing but Node: it installs and builds what
// has changed, then runs the task. Everything else is imported below the version check, so that an old Node reaches its message.
import process from 'node:process';

const NEEDED = { major: 20, minor: 19 };
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < NEEDED.major || (major === NEEDED.major && minor < NEEDED.minor)) {
  console.error(
    `LLM Sentinel needs Node ${NEEDED.major}.${NEEDED.minor} or newer, and this is Node ${process.versions.node}.`,
  );
  process.exitCode = 1;
} else {
  const [task = '', ...args] = process.argv.slice(2);
  // No top-level await: the oldest Node that reads modules does not know it.
  import('./lib/tasks.mjs').then(async ({ runTask }) => {
    process.exitCode = await runTask(task, args);
  });
}
