import { setTimeout as sleep } from 'node:timers/promises';
import type { AuditSearchQuery } from '../audit-log.js';
import type { Standard } from '../query/report-questions.js';
import { entryLine, reportLines } from './format.js';
import { type CliIo, type LogFlags, print, UsageError, withLog } from './io.js';

export interface SearchFlags extends LogFlags {
  readonly from?: string;
  readonly to?: string;
  readonly tenant?: string;
  readonly threat?: string;
  readonly severity?: readonly string[];
  readonly type?: readonly string[];
  readonly user?: string;
  readonly session?: string;
  readonly rule?: string;
  readonly blocked?: boolean;
  readonly limit?: string;
  readonly cursor?: string;
}

export async function searchCommand(text: string | undefined, flags: SearchFlags, io: CliIo): Promise<number> {
  const { from, to, tenant, threat, severity, type, user, session, rule, blocked, limit, cursor } = flags;
  const query: AuditSearchQuery = {
    ...(text !== undefined && { text }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(tenant !== undefined && { tenant }),
    ...(threat !== undefined && { threatType: threat }),
    ...(severity !== undefined && { severity }),
    ...(type !== undefined && { eventType: type }),
    ...(user !== undefined && { userId: user }),
    ...(session !== undefined && { sessionId: session }),
    ...(rule !== undefined && { rule }),
    ...(blocked !== undefined && { blocked }),
    ...(limit !== undefined && { limit: Number(limit) }),
    ...(cursor !== undefined && { cursor }),
  };
  const page = await withLog(flags, io, (log) => log.search(query));
  print(io, flags, page, () => [
    ...page.entries.map(entryLine),
    ...(page.next === null ? [] : [`--cursor ${page.next}`]),
  ]);
  return 0;
}

export interface ReportFlags extends LogFlags {
  readonly from?: string;
  readonly to?: string;
  readonly tenant?: string;
}

export async function reportCommand(standard: string, flags: ReportFlags, io: CliIo): Promise<number> {
  const { from, to, tenant } = flags;
  const range = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(tenant !== undefined && { tenant }),
  };
  const report = await withLog(flags, io, (log) => log.report({ standard: standard as Standard, ...range }));
  print(io, flags, report, () => reportLines(report));
  return 0;
}

export interface TailFlags extends LogFlags {
  readonly lines: string;
  readonly follow?: boolean;
}

const POLL_MS = 500;
/** Entries may become visible in another order than that of their times; what is this late is missed. */
const LATE_MS = 5_000;

/** The last entries, and those that come. */
export async function tailCommand(flags: TailFlags, io: CliIo): Promise<number> {
  const lines = Number(flags.lines);
  if (!Number.isInteger(lines) || lines < 0 || lines > 1_000)
    throw new UsageError('--lines must be a number from 0 to 1000.');
  await withLog(flags, io, async (log) => {
    const { entries } = await log.search({ limit: Math.max(lines, 1) });
    let seen = new Set<string>();
    const show = (found: typeof entries): void => {
      for (const entry of found) {
        if (!seen.has(entry.hash)) print(io, flags, entry, () => [entryLine(entry)]);
      }
    };
    if (lines > 0) show([...entries].reverse());
    let since = Date.parse(entries[0]?.ts ?? '') || Date.now();
    for (const entry of entries) seen.add(entry.hash);
    while (flags.follow === true && !io.signal.aborted) {
      await sleep(POLL_MS, undefined, { signal: io.signal }).catch(() => {});
      const { entries: found } = await log.search({ from: since - LATE_MS, order: 'oldest', limit: 1_000 });
      show(found);
      seen = new Set(found.map(({ hash }) => hash));
      since = Math.max(since, Date.parse(found.at(-1)?.ts ?? '') || 0);
    }
  });
  return 0;
}
