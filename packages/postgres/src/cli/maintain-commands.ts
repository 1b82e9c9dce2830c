import { writeFileSync } from 'node:fs';
import { generateCheckpointKeys } from '../chain/signer.js';
import { type CliIo, EXIT, type LogFlags, print, UsageError, withLog } from './io.js';

export async function migrateCommand(flags: LogFlags, io: CliIo): Promise<number> {
  const result = await withLog(flags, io, (log) => log.migrate(), { mayCreate: true });
  const { applied } = result;
  print(io, flags, result, () => [
    applied.length === 0 ? 'The schema is up to date.' : `Applied ${applied.join(', ')}.`,
  ]);
  return 0;
}

export interface RetainFlags extends LogFlags {
  readonly olderThan: string;
  readonly dryRun?: boolean;
}

export async function retainCommand(flags: RetainFlags, io: CliIo): Promise<number> {
  const { olderThan, dryRun = false } = flags;
  if (!dryRun && flags.key === undefined)
    throw new UsageError('--key is needed to sign what is removed, or --dry-run.');
  const results = await withLog(flags, io, (log) => log.retain({ olderThan: timeAgo(olderThan), dryRun }));
  print(io, flags, results, () =>
    results.map(
      ({ name, entries, action, detail }) =>
        `${name}  ${entries} entries  ${action}${detail === null ? '' : `: ${detail}`}`,
    ),
  );
  return results.some(({ action }) => action === 'kept: not intact') ? EXIT.problem : 0;
}

export async function checkpointCommand(flags: LogFlags, io: CliIo): Promise<number> {
  if (flags.key === undefined) throw new UsageError('--key is needed to sign a checkpoint.');
  const checkpoint = await withLog(flags, io, (log) => log.checkpoint());
  print(io, flags, checkpoint, () => [
    `${checkpoint.heads.length} chains, root ${checkpoint.root}, key ${checkpoint.key_id}`,
  ]);
  return 0;
}

export interface EraseFlags extends LogFlags {
  readonly user?: string;
  readonly subject?: string;
}

export async function eraseCommand(flags: EraseFlags, io: CliIo): Promise<number> {
  const { user, subject } = flags;
  if ((user === undefined) === (subject === undefined)) throw new UsageError('Give either --user or --subject.');
  const target = user === undefined ? { subjectRef: subject ?? '' } : { userId: user };
  const proof = await withLog(flags, io, (log) => log.erase(target));
  const { keys, contents, remaining, entry } = proof;
  print(io, flags, proof, () => [
    `${keys} keys destroyed, ${contents} texts deleted, ${remaining.keys + remaining.contents} left; recorded as ${entry.event_id}.`,
  ]);
  return remaining.keys + remaining.contents === 0 ? 0 : EXIT.problem;
}

/** A new pair of keys beside each other, the private one for its owner only. Never over one that is there. */
export function keygenCommand(path: string, flags: LogFlags, io: CliIo): number {
  const { privateKey, publicKey } = generateCheckpointKeys();
  try {
    writeFileSync(path, privateKey, { mode: 0o600, flag: 'wx' });
    writeFileSync(`${path}.pub`, publicKey, { mode: 0o644, flag: 'wx' });
  } catch (error) {
    throw new UsageError(`Cannot write ${path}: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}.`);
  }
  const made = { privateKey: path, publicKey: `${path}.pub` };
  print(io, flags, made, () => [`Private key: ${path}`, `Public key:  ${path}.pub`]);
  return 0;
}

const AGO = /^(\d{1,4})\s*(days?|months?|years?)$/;

/** A moment, or how long ago: `2026-01-01`, `90 days`, `12 months`, `6 years`. */
export function timeAgo(text: string, now: Date = new Date()): Date {
  const [, count, unit = ''] = AGO.exec(text) ?? [];
  if (count === undefined) {
    const time = new Date(text);
    if (Number.isNaN(time.getTime())) throw new UsageError(`"${text}" is no time. Write 2026-01-31, or 12 months.`);
    return time;
  }
  const then = new Date(now);
  if (unit.startsWith('day')) then.setUTCDate(then.getUTCDate() - Number(count));
  else then.setUTCMonth(then.getUTCMonth() - Number(count) * (unit.startsWith('year') ? 12 : 1));
  return then;
}
