// Personal data on the synthetic sentences of Presidio's evaluation set: precision, recall and F1 by type.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createScanner } from '@llm-sentinel/core';
import { fromCaller } from '../data/rows.js';
import { percent, type TableRow } from './tables.js';

/** Names of the data set's types as core's entities. Types that are not listed (organisations, dates, ages) core does not look for. */
const ENTITY_OF_TYPE: Readonly<Record<string, string>> = {
  EMAIL_ADDRESS: 'email',
  CREDIT_CARD: 'credit_card',
  IBAN_CODE: 'iban',
  PHONE_NUMBER: 'phone',
  US_SSN: 'us_ssn',
  IP_ADDRESS: 'ip_address',
  US_DRIVER_LICENSE: 'driver_license',
  PERSON: 'person',
  STREET_ADDRESS: 'street_address',
};

interface Sentence {
  readonly text: string;
  /** Offsets are code points. */
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

interface Counts {
  expected: number;
  reported: number;
  exact: number;
  overlapping: number;
}

/** A finding counts as overlapping when it shares a character with a span of its type, and as exact when both have the same borders. */
export function evaluatePii(folder: string): TableRow[] {
  const scanner = createScanner({ cache: false });
  const counts = new Map<string, Counts>(
    Object.values(ENTITY_OF_TYPE).map((entity) => [entity, { expected: 0, reported: 0, exact: 0, overlapping: 0 }]),
  );
  for (const sentence of readSentences(join(fromCaller(folder), 'pii', 'presidio_synth_v2.jsonl')))
    count(sentence, scanner, counts);
  return [...counts].map(([entity, { expected, reported, exact, overlapping }]) => {
    const [precision, recall] = [overlapping / reported, overlapping / expected];
    return {
      entity,
      expected,
      reported,
      'precision %': percent(precision),
      'recall %': percent(recall),
      F1: f1(precision, recall),
      'F1 of exact borders': f1(exact / reported, exact / expected),
    };
  });
}

function count(
  { text, spans }: Sentence,
  scanner: ReturnType<typeof createScanner>,
  counts: Map<string, Counts>,
): void {
  const units = unitOffsets(text);
  const wanted = spans.map(({ start, end, type }) => ({
    entity: ENTITY_OF_TYPE[type],
    start: units[start] as number,
    end: units[end] as number,
  }));
  for (const { entity } of wanted) if (entity !== undefined) (counts.get(entity) as Counts).expected++;
  const taken = new Set<object>();
  for (const finding of scanner.scan(text).findings) {
    const tally = counts.get(finding.entity ?? '');
    if (tally === undefined) continue;
    tally.reported++;
    const span = wanted.find(
      (item) =>
        item.entity === finding.entity && !taken.has(item) && item.start < finding.end && finding.start < item.end,
    );
    if (span === undefined) continue;
    taken.add(span);
    tally.overlapping++;
    if (span.start === finding.start && span.end === finding.end) tally.exact++;
  }
}

/** UTF-16 offset of each code point, and of the end. */
function unitOffsets(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  return [...offsets, at];
}

function f1(precision: number, recall: number): string {
  return ((2 * precision * recall) / (precision + recall)).toFixed(3);
}

function readSentences(path: string): Sentence[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sentence);
}
