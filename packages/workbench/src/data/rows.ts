// Labelled texts: the sets of a data folder, and the project's own corpus.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Source } from '@llm-sentinel/core';

/** A labelled text. */
export interface Row {
  readonly id: string;
  readonly text: string;
  readonly label: 'injection' | 'jailbreak' | 'harmful' | 'benign';
  readonly kind: string;
  readonly lang: string;
  /** Where it is from: a public collection, `authored`, or the corpus file. */
  readonly source: string;
  readonly technique?: string;
  /** The channel it would come through. */
  readonly channel: Source;
  /** Rows of one block are never on both sides of a cross-validation: they share a carrier, a payload or a topic. */
  readonly block: string;
}

/** `own-…` is the project's corpus; of it, too, nobody trains on the held-out part. */
export type SetName = 'public-train' | 'public-dev' | 'authored-train' | 'authored-dev' | 'own-train' | 'own-held-out';

const AUTHORED = ['direct_en', 'indirect_en', 'jailbreak_en', 'european', 'asian_me', 'benign'];
const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));
/** Neighbouring rows are twins, or by one pen on one day. */
const BLOCK_ROWS = 40;
/** Every eighth block of the corpus is held out. */
const HELD_OUT_EVERY = 8;

export const isAttack = ({ label }: Row): boolean => label === 'injection' || label === 'jailbreak';

/**
 * The labelled sets of a data folder, and of the corpus in the repository.
 *
 * @throws Error when the folder holds no labelled data.
 */
export function loadSets(path: string): ReadonlyMap<SetName, readonly Row[]> {
  const folder = fromCaller(path);
  if (!existsSync(join(folder, 'detection', 'train.jsonl'))) {
    throw new Error(`No labelled data in '${folder}': expected detection/train.jsonl. Name the folder with --data.`);
  }
  const devIds = new Set(readFileSync(join(folder, 'authored', 'dev-ids.txt'), 'utf8').split('\n'));
  const authored = AUTHORED.flatMap((name) => readBlocks(join(folder, 'authored', `${name}.jsonl`), name));
  const own = loadCorpus();
  return new Map([
    ['public-train', readPublic(join(folder, 'detection', 'train.jsonl'))],
    ['public-dev', readPublic(join(folder, 'detection', 'dev.jsonl'))],
    ['authored-train', authored.filter(({ id }) => !devIds.has(id))],
    ['authored-dev', authored.filter(({ id }) => devIds.has(id))],
    ['own-train', own.filter((row) => !isHeldOut(row))],
    ['own-held-out', own.filter(isHeldOut)],
  ]);
}

/** The folder that `--data` names; ends the process, and says why, where it names none. */
export function namedFolder(data: string | undefined): string {
  if (data !== undefined) return data;
  console.error('Name the folder of labelled data: --data FOLDER');
  process.exit(2);
}

/** A path as whoever typed the command meant it: pnpm runs scripts in the folder of their package. */
export function fromCaller(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}

/** The project's own corpus, all of it. */
export function loadCorpus(): readonly Row[] {
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readBlocks(join(CORPUS, name), name.replace('.jsonl', '')));
}

function isHeldOut({ block }: Row): boolean {
  return Number(block.split('#')[1]) % HELD_OUT_EVERY === HELD_OUT_EVERY - 1;
}

type Stored = Omit<Row, 'channel' | 'block' | 'source'> &
  Partial<Pick<Row, 'channel' | 'source'>> & {
    readonly group?: string;
    readonly payload?: string;
    readonly family?: string;
  };

function readPublic(path: string): Row[] {
  return readJsonLines(path).map((row) => ({
    ...row,
    source: row.source ?? 'public',
    channel: channelOf(row),
    block: row.group ?? row.payload ?? row.family ?? row.id,
  }));
}

function readBlocks(path: string, name: string): Row[] {
  return readJsonLines(path).map((row, index) => ({
    ...row,
    source: row.source ?? name,
    channel: channelOf(row),
    block: `${name}#${Math.floor(index / BLOCK_ROWS)}`,
  }));
}

function readJsonLines(path: string): Stored[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Stored);
}

const CHANNEL_OF_KIND: Readonly<Record<string, Source>> = {
  indirect: 'document',
  document: 'document',
  email: 'document',
  'tool-output': 'tool',
  'system-prompt': 'system',
};

/** Rows that name no channel come through the one that is usual for their kind. */
function channelOf({ channel, kind }: Stored): Source {
  return channel ?? CHANNEL_OF_KIND[kind] ?? 'user';
}
