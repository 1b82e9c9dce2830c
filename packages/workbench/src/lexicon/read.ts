import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expandEntry, type Inflections } from './entry.js';

/** A row of words that speaks of a concept. */
export interface LexiconEntry {
  readonly concept: string;
  readonly words: string;
}

export interface Concept {
  readonly name: string;
  readonly group: string;
  /** One line for a reader. */
  readonly meaning: string;
}

/** A language's part of the lexicon. */
export interface LanguageLexicon {
  readonly language: string;
  /** Lines of the file that are entries. */
  readonly lines: number;
  readonly concepts: ReadonlySet<string>;
  readonly entries: readonly LexiconEntry[];
}

const CONCEPTS_FILE = 'concepts.tsv';

export function readConcepts(folder: string): readonly Concept[] {
  return dataLines(join(folder, CONCEPTS_FILE)).map(({ text }) => {
    const [name = '', group = '', meaning = ''] = text.split('\t');
    return { name, group, meaning };
  });
}

/**
 * Reads all languages of a folder and expands their entries.
 *
 * @throws Error naming file and line, for an unknown concept or an entry that can't be read.
 */
export function readLexicon(folder: string): readonly LanguageLexicon[] {
  const concepts = new Set(readConcepts(folder).map(({ name }) => name));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv') && name !== CONCEPTS_FILE)
    .sort()
    .map((name) => readLanguage(join(folder, name), concepts));
}

function readLanguage(path: string, known: ReadonlySet<string>): LanguageLexicon {
  const inflections = new Map<string, readonly string[]>();
  const entries: LexiconEntry[] = [];
  const concepts = new Set<string>();
  let lines = 0;
  for (const { text, number } of dataLines(path)) {
    const where = `${basename(path)}:${number}`;
    const declared = /^@(\S+)\s*=\s*(.+)$/.exec(text);
    if (declared !== null) {
      inflections.set(declared[1] as string, endings(declared[2] as string));
      continue;
    }
    const [concept = '', entry = ''] = text.split('\t');
    if (!known.has(concept)) throw new Error(`${where}: there is no concept '${concept}'.`);
    entries.push(...expand(where, concept, entry, inflections));
    concepts.add(concept);
    lines++;
  }
  return { language: basename(path, '.tsv'), lines, concepts, entries };
}

function expand(where: string, concept: string, entry: string, inflections: Inflections): LexiconEntry[] {
  try {
    // Blanks, hyphens, apostrophes and underscores stand between words and never match; a number alone would match any number.
    const forms = expandEntry(entry, inflections).filter((words) => /[^-_' 0-9]/.test(words));
    if (forms.length === 0) throw new RangeError('The entry has no word.');
    return forms.map((words) => ({ concept, words }));
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`);
  }
}

function endings(list: string): readonly string[] {
  return list.split('|').map((ending) => (ending.trim() === '-' ? '' : ending.trim()));
}

function dataLines(path: string): { text: string; number: number }[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((text, index) => ({ text: text.trimEnd(), number: index + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'));
}
