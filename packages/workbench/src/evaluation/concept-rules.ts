// `pnpm meanings --data FOLDER [--rule ID]`: what each concept rule finds in the training texts; with `--rule`, its false alarms one by one.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { conceptRulesFor } from '../../../core/src/built-in.js';
import { createSweep } from '../../../core/src/engines/seen.js';
import { readWords } from '../../../core/src/engines/sweep.js';
import { createConceptRuleFinder } from '../../../core/src/semantics/concept-rule.js';
import { createMentions, matcherFor } from '../../../core/src/semantics/lexicon.js';
import { unpackLexicon } from '../../../core/src/semantics/packed.js';
import { isAttack, loadSets, namedFolder } from '../data/rows.js';
import { compileLexicon } from '../lexicon/compile.js';
import { readConcepts, readLexicon } from '../lexicon/read.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    lexicon: { type: 'string', default: fileURLToPath(new URL('../../lexicon/', import.meta.url)) },
    rule: { type: 'string' },
  },
});
const data = namedFolder(values.data);

const lexicon = unpackLexicon(
  compileLexicon(
    readLexicon(values.lexicon).flatMap(({ entries }) => entries),
    readConcepts(values.lexicon),
  ),
);
const seen = createSweep();
const mentions = createMentions();
const match = matcherFor(lexicon);
const find = createConceptRuleFinder(conceptRulesFor([]), lexicon.concepts);
const sets = loadSets(data);
/** Rule, then set and label, then texts. */
const counts = new Map<string, Record<string, number>>();
const count = (rule: string, group: string): void => {
  const row = counts.get(rule) ?? {};
  row[group] = (row[group] ?? 0) + 1;
  counts.set(rule, row);
};

for (const set of ['public-train', 'authored-train', 'own-train'] as const) {
  for (const row of sets.get(set) ?? []) {
    const words = readWords(row.text, seen);
    match(row.text, words, mentions);
    const group = `${set.replace('-train', '')} ${isAttack(row) ? 'attacks' : 'others'}`;
    const matches = find(words, mentions, row.channel);
    count('all texts', group);
    if (matches.length > 0) count('any rule', group);
    for (const id of new Set(matches.map(({ rule }) => rule.id))) count(id, group);
    const shown = matches.find(({ rule }) => rule.id === values.rule);
    if (shown === undefined || isAttack(row)) continue;
    const [start, end] = [words.start[shown.firstToken] as number, words.end[shown.endToken - 1] as number];
    const around = `${row.text.slice(Math.max(0, start - 80), start)}[[${row.text.slice(start, end)}]]${row.text.slice(end, end + 60)}`;
    console.log(`${row.id} ${row.lang} ${row.channel}: ${around.replaceAll('\n', ' ')}`);
  }
}
console.table(Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b))));
