import type { VerifyResult } from '../chain/verifier.js';
import type { ChainedEntry } from '../entry/audit-entry.js';
import type { Report } from '../query/report-log.js';

// Control and bidirectional characters, which would move the cursor or show what is not there.
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** Text of the log, safe for a terminal. */
export function shown(value: unknown): string {
  return String(value ?? '-').replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** An entry in a line. */
export function entryLine({
  ts,
  event_type,
  result,
  threat_type,
  severity,
  risk_score,
  event_id,
  excerpt,
}: ChainedEntry): string {
  const risk = risk_score === null ? '-' : risk_score.toFixed(2);
  const words = [
    ts,
    event_type.padEnd(8),
    (result ?? '-').padEnd(9),
    risk.padStart(4),
    severity ?? '-',
    threat_type ?? '-',
    event_id,
  ];
  return shown(words.join('  ') + (excerpt === null ? '' : `  ${excerpt.slice(0, 80)}`));
}

/** What a verification found, the first problem first. */
export function verifyLines(result: VerifyResult): string[] {
  const { ok, problems, problemCount, entries, chains, checkpoints, uncheckedCheckpoints } = result;
  const lines = problems.map(
    ({ kind, chain_id, seq, message }) => `${kind}  chain ${chain_id}  entry ${seq}  ${message}`,
  );
  if (problemCount > problems.length) lines.push(`… and ${problemCount - problems.length} more`);
  const verdict = ok ? 'OK' : 'NOT INTACT';
  lines.push(
    `${verdict}: ${entries} entries in ${chains} chains, ${checkpoints} checkpoints hold, ${problemCount} problems.`,
  );
  if (uncheckedCheckpoints > 0) {
    lines.push(`${uncheckedCheckpoints} checkpoints were believed unchecked: give --public-key.`);
  }
  return lines.map(shown);
}

export function reportLines({ title, from, to, tenant, note, answers }: Report): string[] {
  const lines = [title, `${from} to ${to} (not included), ${tenant ?? 'all tenants'}`, note];
  for (const { clause, question, figures, entries, more } of answers) {
    lines.push('', `${clause}  ${question}`);
    for (const row of figures ?? []) {
      lines.push(
        `  ${Object.entries(row)
          .map(([name, value]) => `${name}: ${shown(value)}`)
          .join(', ')}`,
      );
    }
    for (const entry of entries ?? []) lines.push(`  ${entryLine(entry)}`);
    if ((figures ?? entries)?.length === 0) lines.push('  nothing in this range');
    if (more !== null) lines.push('  … more: use search');
  }
  return lines;
}
