import { readConcepts, readLexicon } from '../lexicon/read.js';
import { generatedFrom, page } from './markdown.js';

/** English entries shown for each concept. */
const SHOWN_ENTRIES = 6;
/** Entries longer than this are lists of alternatives, no examples. */
const MAX_ENTRY_CHARS = 40;

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

/** The reference page of the concept lexicon, as Markdown. */
export function lexiconReference(folder: string): string {
  const concepts = readConcepts(folder);
  const languages = readLexicon(folder);
  const english = languages.find(({ language }) => language === 'en')?.entries ?? [];
  const groups = [...new Set(concepts.map(({ group }) => group))].sort();
  const parts = [
    '# Concepts',
    '',
    generatedFrom('packages/workbench/lexicon'),
    '',
    `${concepts.length} concepts in ${languages.length} languages. A concept is a hint: the classifier and the rules by meaning weigh which of them stand`,
    'together, in what order, and who is spoken to. No speaker of these languages has reviewed them yet; corrections are welcome.',
    '',
    '| language | entries | forms | concepts |',
    '|---|---|---|---|',
    ...languages.map(
      ({ language, lines, entries, concepts: own }) =>
        `| ${nameOf(language)} | ${lines} | ${entries.length} | ${own.size} |`,
    ),
    '',
  ];
  for (const group of groups) {
    parts.push(`## ${group}`, '', '| concept | meaning | in English, among others |', '|---|---|---|');
    for (const { name, meaning } of concepts.filter((concept) => concept.group === group)) {
      const shown = english
        .filter(({ concept, words }) => concept === name && words.length <= MAX_ENTRY_CHARS)
        .slice(0, SHOWN_ENTRIES)
        .map(({ words }) => `\`${words.replaceAll('|', '\\|')}\``);
      parts.push(`| \`${name}\` | ${meaning.replaceAll('|', '\\|')} | ${shown.join(', ')} |`);
    }
    parts.push('');
  }
  return page(parts);
}

function nameOf(language: string): string {
  const name = language === 'hi-latn' ? 'Hindi in Latin letters' : (languageNames.of(language) ?? language);
  return `${name} (\`${language}\`)`;
}
