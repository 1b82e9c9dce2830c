import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFinding, buildScanEvent } from '@llm-sentinel/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AuditLoggerOptions, createAuditLogger, createLogger, pinoAdapter } from './index.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-audit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keeps a trail of its own, whose lines can be told from others', async () => {
  const log: string[] = [];
  const logger = createLogger({
    service: 'chat-api',
    level: 'silent',
    destination: { write: (line: string) => void log.push(line) },
  });
  const destination = join(folder, 'audit', 'trail.jsonl');
  const audit = createAuditLogger({ service: 'chat-api', version: '2.3.0', destination });
  const adapter = pinoAdapter({ logger, auditLogger: audit.logger });
  adapter.onScan?.(buildScanEvent());
  adapter.onScan?.(buildScanEvent({ result: { findings: [buildFinding()] } }));
  await audit.flush();
  const trail = readFileSync(destination, 'utf8').trimEnd().split('\n');
  expect(trail.map((line) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({
      log_type: 'audit',
      service: 'chat-api',
      version: '2.3.0',
      event: 'security_threat_detected',
    }),
  ]);
  expect(log).toEqual([]);
  expect(statSync(destination).mode & 0o777).toBe(0o600);
  await audit.close();
});

it('names the data set in ECS format', async () => {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const audit = createAuditLogger({ service: 'chat-api', destination, format: 'ecs' });
  audit.logger.info('hello');
  await audit.close();
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ 'event.dataset': 'sentinel.audit', 'log.level': 'info' });
});

it('watches for a crash until it is closed, for the end of the process while lines wait, and leaves a given stream open', async () => {
  const watching = () => [process.listenerCount('uncaughtExceptionMonitor'), process.listenerCount('exit')];
  const [crash = 0, exit = 0] = watching();
  const audit = createAuditLogger({ service: 'chat-api', destination: join(folder, 'trail.jsonl') });
  expect(watching()).toEqual([crash + 1, exit]);
  audit.logger.info('hello');
  expect(watching()).toEqual([crash + 1, exit + 1]);
  await audit.close();
  await audit.close();
  expect(watching()).toEqual([crash, exit]);

  const lines: string[] = [];
  const given = createAuditLogger({ service: 'chat-api', destination: { write: (line) => void lines.push(line) } });
  await given.close();
  given.logger.info('still written');
  expect(lines).toHaveLength(1);
});

it('says how many lines were lost where they are missing', async () => {
  const destination = join(folder, 'trail.jsonl');
  let lost = 0;
  const audit = createAuditLogger({
    service: 'chat-api',
    destination,
    maxBufferChars: 1_000,
    onLineLost: () => {
      lost += 1;
    },
  });
  for (let i = 0; i < 50; i++) audit.logger.info({ i }, 'line');
  await audit.flush();
  await audit.flush();
  expect(lost).toBeGreaterThan(10);
  const last = readFileSync(destination, 'utf8').trimEnd().split('\n').at(-1);
  expect(JSON.parse(last ?? '')).toMatchObject({ event: 'log_lines_lost', lost_lines: lost, log_type: 'audit' });
  await audit.close();
});

it('refuses an option that nobody knows, also one of createLogger', () => {
  const options = { service: 'chat-api', destination: { write() {} } };
  expect(() => createAuditLogger({ ...options, onLinesLost: () => {} } as AuditLoggerOptions)).toThrow(
    '[@llm-sentinel/pino] Unknown option `onLinesLost`. Did you mean `onLineLost`?',
  );
  expect(() => createAuditLogger({ ...options, pretty: true } as AuditLoggerOptions)).toThrow(
    'Unknown option `pretty`. Known options: service,',
  );
});

it.each([undefined, ''])('needs a destination of its own, not %j', (destination) => {
  expect(() => createAuditLogger({ service: 'chat-api', destination: destination as unknown as string })).toThrow(
    '[@llm-sentinel/pino] `destination` must be the path of the trail, a file descriptor or a stream.',
  );
});
