import { createScanner, type ScanResult } from '@llm-sentinel/core';
import { isAttack, type Row } from '../data/rows.js';
import type { Judgement } from './metrics.js';

/** What a scan in balanced mode made of a labelled text. */
export interface Judged extends Judgement {
  readonly row: Row;
  readonly result: ScanResult;
}

const DATA_THREATS: readonly (string | null)[] = ['pii', 'secret'];

/** Scans each text through its channel; `score` is the calibrated risk. */
export function judgeRows(rows: readonly Row[]): Judged[] {
  const scanner = createScanner({ cache: false });
  return rows.map((row) => {
    const result = scanner.scan(row.text, { source: row.channel });
    return { row, result, score: result.riskScore, attack: isAttack(row) };
  });
}

/** Stopped, or at least shown to somebody, as an attack. Personal data in a harmless text is no false alarm. */
export function isSuspected({ result }: Judged): boolean {
  return result.action === 'block' || (result.action === 'flag' && !DATA_THREATS.includes(result.threatType));
}

export const isBlocked = ({ result }: Judged): boolean => result.action === 'block';

/** Harmful requests without a trick are neither: they are reported apart. */
export const withoutHarmful = (judged: readonly Judged[]): Judged[] =>
  judged.filter(({ row }) => row.label !== 'harmful');
