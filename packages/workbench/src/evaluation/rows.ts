import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '@llm-sentinel/core';

/** A labelled text. */
export interface Row {
  readonly id: string;
  readonly text: string;
  readonly label: 'injection' | 'jailbreak' | 'harmful' | 'benign';
  readonly kind: string;
  readonly lang: string;
  readonly source: string;
}

const AUTHORED = ['direct_en', 'indirect_en', 'jailbreak_en', 'european', 'asian_me', 'benign'];

/** The labelled sets of a data folder: `public-train`, `public-dev`, `authored-train`, `authored-dev`. */
export function loadSets(folder: string): ReadonlyMap<string, readonly Row[]> {
  if (!existsSync(join(folder, 'detection', 'train.jsonl'))) {
    throw new Error(`No labelled data in '${folder}': expected detection/train.jsonl. Name the folder with --data.`);
  }
  const devIds = new Set(readFileSync(join(folder, 'authored', 'dev-ids.txt'), 'utf8').split('\n'));
  const authored = AUTHORED.flatMap((name) => readRows(join(folder, 'authored', `${name}.jsonl`)));
  return new Map([
    ['public-train', readRows(join(folder, 'detection', 'train.jsonl'))],
    ['public-dev', readRows(join(folder, 'detection', 'dev.jsonl'))],
    ['authored-train', authored.filter(({ id }) => !devIds.has(id))],
    ['authored-dev', authored.filter(({ id }) => devIds.has(id))],
  ]);
}

function readRows(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

const SOURCE_OF_KIND: Readonly<Record<string, Source>> = {
  indirect: 'document',
  document: 'document',
  email: 'document',
  'tool-output': 'tool',
  'system-prompt': 'system',
};

/** The channel a text of this kind would come through. */
export function sourceOf({ kind }: Row): Source {
  return SOURCE_OF_KIND[kind] ?? 'user';
}
