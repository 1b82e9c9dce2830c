// Secrets on sample strings of open scanners, and the false alarms on texts that hold none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createScanner } from '@llm-sentinel/core';
import { fromCaller, type Row } from '../data/rows.js';
import { groupBy, percent, type TableRow } from './tables.js';

interface Sample {
  readonly text: string;
  readonly label: 'secret' | 'no-secret';
  readonly source: string;
}

/** `others` are texts whose labels say nothing of secrets; harmless ones hold next to none. */
export function evaluateSecrets(folder: string, others: readonly Row[]): TableRow[] {
  const scanner = createScanner({ cache: false });
  const hasSecret = (text: string) => scanner.scan(text).findings.some(({ threatType }) => threatType === 'secret');
  const row = (texts: string, list: readonly { readonly text: string }[]): TableRow => {
    const found = list.filter(({ text }) => hasSecret(text)).length;
    return { texts, number: list.length, 'with a secret found': found, '%': percent(found / list.length) };
  };
  const samples = readFileSync(join(fromCaller(folder), 'secrets', 'samples.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sample);
  return [
    ...[...groupBy(samples, ({ label, source }) => `${label} ${source}`)].sort().map(([name, list]) => row(name, list)),
    row(
      'secret, all',
      samples.filter(({ label }) => label === 'secret'),
    ),
    row(
      'no-secret, all',
      samples.filter(({ label }) => label === 'no-secret'),
    ),
    row(
      'harmless public dev rows',
      others.filter(({ label }) => label === 'benign'),
    ),
  ];
}
