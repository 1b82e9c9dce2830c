import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Action, Source } from '@llm-sentinel/core';
import { fillSecrets } from './secrets.js';

/** One text of the demo's traffic, and what a person would want to happen to it in balanced mode. */
export interface TrafficItem {
  readonly id: string;
  /** Which of the imaginary products it comes from: the name of its file. */
  readonly product: string;
  readonly text: string;
  readonly source: Source;
  readonly expected: Action;
  /** The dominant threat, where there is one. */
  readonly threatType?: string;
  /** What sort of text it is, such as `chat`, `tool-result` or `indirect`. */
  readonly kind: string;
  readonly lang: string;
  readonly userId?: string;
  readonly sessionId?: string;
  /** `quote`: harmless talk that quotes an attack. `must-block`: no release may let it pass. */
  readonly note?: string;
}

const SOURCES: readonly string[] = ['user', 'model', 'tool', 'document', 'system'] satisfies Source[];
const ACTIONS: readonly string[] = ['allow', 'flag', 'redact', 'block'] satisfies Action[];
const REQUIRED = ['id', 'text', 'source', 'expected', 'kind', 'lang'] as const;
const OPTIONAL = ['threatType', 'userId', 'sessionId', 'note'] as const;

/**
 * Reads all `.jsonl` files of a folder.
 *
 * @throws Error naming file, line and field of the first thing that is wrong.
 */
export async function loadTraffic(folder: string): Promise<readonly TrafficItem[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const items: TrafficItem[] = [];
  for (const file of files) {
    items.push(...parseTraffic(await readFile(join(folder, file), 'utf8'), basename(file, '.jsonl')));
  }
  if (items.length === 0) throw new Error(`${folder} holds no traffic: expected .jsonl files.`);
  const ids = new Set<string>();
  for (const { id } of items) {
    if (ids.has(id)) throw new Error(`The id "${id}" occurs twice in ${folder}.`);
    ids.add(id);
  }
  return items;
}

/** The texts of one product, with placeholders of secrets filled in. */
export function parseTraffic(jsonl: string, product: string): readonly TrafficItem[] {
  const items: TrafficItem[] = [];
  for (const [index, line] of jsonl.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      items.push(parseItem(JSON.parse(line), product));
    } catch (error) {
      throw new Error(`${product}.jsonl:${index + 1}: ${(error as Error).message}`, { cause: error });
    }
  }
  return items;
}

function parseItem(row: unknown, product: string): TrafficItem {
  if (typeof row !== 'object' || row === null) throw new Error('expected an object');
  const fields = row as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    if (![...REQUIRED, ...OPTIONAL].some((known) => known === name)) throw new Error(`unknown field "${name}"`);
    if (typeof value !== 'string' || value === '') throw new Error(`"${name}" must be a text that is not empty`);
  }
  for (const name of REQUIRED) if (fields[name] === undefined) throw new Error(`"${name}" is missing`);
  // Checked above: every field is a known one and a string.
  const item = fields as unknown as TrafficItem;
  if (!SOURCES.includes(item.source))
    throw new Error(`"source" must be one of ${SOURCES.join(', ')}, got "${item.source}"`);
  if (!ACTIONS.includes(item.expected))
    throw new Error(`"expected" must be one of ${ACTIONS.join(', ')}, got "${item.expected}"`);
  if (item.expected !== 'allow' && item.threatType === undefined)
    throw new Error(`"${item.expected}" needs a "threatType"`);
  return { ...item, product, text: fillSecrets(item.text) };
}

/** Whether a verdict is as expected. A harmless text that quotes an attack may be flagged: that stops nobody. */
export function isAsExpected(item: TrafficItem, action: Action): boolean {
  return action === item.expected || (item.note === 'quote' && action === 'flag');
}

/** The same texts as they would come in: products, people and kinds mixed, in the same order in every run. */
export function shuffle<T>(items: readonly T[], seed: number): T[] {
  const shuffled = [...items];
  let state = seed >>> 0;
  for (let last = shuffled.length - 1; last > 0; last--) {
    // Numerical Recipes' linear congruential generator; its high bits are good enough to mix a list.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}
