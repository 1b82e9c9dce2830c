import { cpus } from 'node:os';
import type { ScanEvent } from '@llm-sentinel/core';
import { buildFinding, buildScanEvent } from '@llm-sentinel/testing';
import type { EntryDraft } from '../src/entry/audit-entry.js';
import { scanDraft } from '../src/entry/from-event.js';
import { storablePseudonyms } from '../src/entry/pseudonym.js';
import { uuidV7 } from '../src/entry/uuid.js';

const finding = buildFinding();
const hmacKey = 'a key of enough bytes';
const mapping = {
  actor: storablePseudonyms('userId', undefined, hmacKey),
  session: storablePseudonyms('sessionId', undefined, hmacKey),
  tenant: () => 'default',
  withExcerpt: false,
};

/** Events as production has them: one in ten is blocked, a hundred users. */
export function events(count: number): ScanEvent[] {
  return Array.from({ length: count }, (_, n) => {
    const time = Date.now();
    return buildScanEvent({
      time,
      context: { userId: `user-${n % 100}`, sessionId: `session-${n % 300}`, requestId: `request-${n}` },
      result: { scanId: uuidV7(time), findings: n % 10 === 0 ? [finding] : [] },
    });
  });
}

/** The same as drafts of entries. */
export function drafts(count: number): EntryDraft[] {
  return events(count).map((event) => scanDraft(event, mapping));
}

/** How many a second, rounded. */
export async function perSecond(count: number, work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round((count / (performance.now() - started)) * 1_000);
}

export function machine(): string {
  return `${cpus()[0]?.model ?? 'unknown CPU'} (${cpus().length} cores), Node ${process.version}`;
}
