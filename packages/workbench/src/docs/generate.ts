// `npm run docs` writes the generated pages; `npm run docs -- --check` fails when one differs from the code.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { metricCatalogue } from '@llm-sentinel/prometheus';
// The rules are data of core, not part of its public face.
import { attackRules, conceptRules, piiRules, secretRules } from '../../../core/src/rules/index.js';
import { judgeCases } from '../owasp/run-cases.js';
import { allRules } from './all-rules.js';
import { readDeclarations } from './declarations.js';
import { errorsReference } from './errors-reference.js';
import { eventsReference } from './events-reference.js';
import { lexiconReference } from './lexicon-reference.js';
import { logFields } from './log-fields.js';
import { metricsReference } from './metrics-reference.js';
import { optionRange } from './option-ranges.js';
import { optionsReference } from './options-reference.js';
import { owaspReference } from './owasp-reference.js';
import { rulesReference } from './rules-reference.js';

const root = new URL('../../../../', import.meta.url);
const declarations = readDeclarations(fileURLToPath(root));
const pages: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/reference/errors.md': () => errorsReference(declarations),
  'docs/reference/events.md': () => eventsReference(declarations, logFields()),
  'docs/reference/options.md': () => optionsReference(declarations, optionRange),
  'docs/reference/metrics.md': () => metricsReference(metricCatalogue),
  'docs/reference/rules.md': () =>
    rulesReference([
      ['attacks', attackRules()],
      ['pii', piiRules()],
      ['secrets', secretRules()],
      ['meaning', conceptRules()],
    ]),
  'docs/reference/owasp.md': () => owaspReference(allRules(), judgeCases()),
  'docs/reference/lexicon.md': () => lexiconReference(fileURLToPath(new URL('packages/workbench/lexicon/', root))),
};

const check = process.argv.includes('--check');
let stale = 0;
for (const [path, make] of Object.entries(pages)) {
  const file = fileURLToPath(new URL(path, root));
  const page = await make();
  if (!check) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page);
    console.log(`Wrote ${path}`);
  } else if (read(file) !== page) {
    stale++;
    console.error(`${path} is not what the code says. Run \`npm run docs\`.`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
