// `npm run bench`: prints figures beside the wanted ones and writes them to .sentinel/bench.json. Names choose benches; `--peers` adds the one that
// installs other packages; `--docs` writes docs/performance.md. Bundled and started by start.ts.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createScanner } from '@llm-sentinel/core';
import { conversation } from './conversation.js';
import { corpus } from './corpus.js';
import { footprint } from './footprint.js';
import { hostileTexts } from './hostile.js';
import { memory } from './memory.js';
import { performancePage } from './page.js';
import { peers } from './peers.js';
import { profile } from './profile.js';
import { type Bench, printTable, readResults, type Table, writeResults } from './report.js';
import { stream } from './stream.js';
import { telemetry } from './telemetry.js';
import { attacks, clean } from './texts.js';
import { throughput } from './throughput.js';

const [root = '.', ...args] = process.argv.slice(2);
const benches: Readonly<Record<string, Bench>> = {
  throughput,
  profile,
  hostile: hostileTexts,
  peers,
  telemetry,
  stream,
  conversation,
  memory,
  // Near the end: it makes V8 compile most patterns, and behind a megabyte of code it no longer optimises any, nor those of other packages.
  corpus: () => corpus(join(root, 'packages/workbench/corpus')),
  footprint: () => footprint(join(root, 'packages/workbench')),
};

const flags = args.filter((arg) => arg.startsWith('--'));
const names = args.filter((arg) => !arg.startsWith('--'));
const unknown = [
  ...names.filter((name) => !Object.hasOwn(benches, name)),
  ...flags.filter((flag) => !['--peers', '--docs'].includes(flag)),
];

if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Benches: ${Object.keys(benches).join(', ')}; --peers, --docs.`);
  process.exitCode = 2;
} else {
  await run();
}

/** Figures of a scanner that finds nothing would be the best of all. */
function checkVerdicts(): void {
  const scanner = createScanner({ cache: false });
  const wrong = [
    ...Object.entries(clean).filter(([, text]) => scanner.scan(text).action !== 'allow'),
    ...Object.entries(attacks).filter(([, text]) => scanner.scan(text).action !== 'block'),
  ].map(([name]) => name);
  if (wrong.length > 0)
    throw new Error(`Nothing was measured, because these texts are not judged as they should be: ${wrong.join(', ')}.`);
}

async function run(): Promise<void> {
  const file = join(root, '.sentinel/bench.json');
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`;
  const earlier = readResults(file);
  const measured: Record<string, readonly Table[]> = {};
  checkVerdicts();
  console.log(machine);
  for (const [name, bench] of Object.entries(benches)) {
    const chosen = names.length > 0 ? names.includes(name) : name !== 'peers';
    if (!chosen && !(name === 'peers' && flags.includes('--peers'))) continue;
    measured[name] = await bench();
    measured[name].forEach(printTable);
  }
  // In the order of the list above, whatever was run when.
  const known = { ...(earlier?.machine === machine ? earlier.benches : {}), ...measured };
  const results = {
    machine,
    benches: Object.fromEntries(Object.keys(benches).flatMap((name) => (known[name] ? [[name, known[name]]] : []))),
  };
  writeResults(file, results);
  if (flags.includes('--docs')) {
    writeFileSync(join(root, 'docs/performance.md'), performancePage(results));
    console.log('\nWrote docs/performance.md');
  }
}
