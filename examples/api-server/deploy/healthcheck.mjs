// Health check of the container, whose image has no curl: exits with 0 when the process says that it is alive.
import process from 'node:process';

const port = process.env.SENTINEL_SERVER__ADMIN_PORT ?? '9464';
try {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2_000) });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
