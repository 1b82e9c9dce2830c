// docs/performance.md, from the results of a run.
import type { Results, Table } from './report.js';

const INTRODUCTION = `# Performance

Written by \`npm run bench -- --docs\`; don't edit. What \`scan()\` costs, measured with everything on: all rules, decoders, the classifier. The wanted
figures are this project's own; ✗ says that one is not reached on this machine.
`;

const REPRODUCE = `## Reproduce

\`\`\`sh
npm run bench                       # everything but the peers, some minutes
npm run bench -- throughput hostile # only these
npm run bench -- --peers            # and other npm packages, installed into a folder of their own outside the workspace
npm run bench -- --docs             # and write this page
\`\`\`

All benches run in one process on code bundled as applications bundle it, so ratios hold on a machine whose speed drifts. Measure on a quiet one:
under \`tsx\` or a test runner the same code is three to five times slower, because their transforms wrap functions.

## What limits it

- **A step of the automaton waits for the one before.** Each character needs one load at an address that the last one gave: more than half of the pass, with
  the word's hash beside it. "The limit" is that program.
- **The classifier's features are spread over 256 kB**, and each word makes two of them, each concept six or more. Hashing them and dropping repetitions
  costs as much as the automaton.
- **Together with finding concepts these are what is wanted of the whole.** 75 MB/s are 13 nanoseconds a character, and "Where the time goes" shows what these three parts
  take with no rule looked at. Less would need another kind of classifier: fewer features found fewer attacks.
- **Texts that differ cost two to four times what a text costs that comes again and again**: a processor foresees no branch in what it has never read, and tables of four
  megabytes in all do not stay near. Count with "Texts that are all different"; the other tables compare one state of this code with another, or with other packages.
- **Letters of other scripts** take two steps of the automaton each, and a text with letters beyond ASCII is written out folded once a rule's pattern has to run.
- **Patterns run only around their keywords**, so a text's price depends on its words. Attacks cost more than clean texts: patterns run, findings are
  made, and the classifier is asked a second time for its reasons.
- **V8 optimises patterns only while a process has less than a megabyte of code for them, or sixteen of all code.** Some thousand texts that differ reach both, since most
  rules have then run. What is compiled later is several times slower, an application's own patterns too: those that matter should run once at the start.
  "Texts that are all different" is measured in that state.
- **A stream is judged every 64 characters**, so that little is held back: each time the lists of what was seen are gone through, and patterns that reach into what
  is new look at their windows again. Every 384 characters what the text means is read anew, with the half kilobyte before it: alone as much as a scan without rules.
- **A hostile text pays for each layer it decodes to.** Decoding is three deep and its total length is bounded, which bounds the price.

What CI watches is structure, not time: that no hostile text grows faster than its length, that a clean scan makes next to no garbage, and that bundles keep
their size.
`;

export function performancePage({ machine, benches }: Results): string {
  const tables = Object.values(benches).flat();
  return `${INTRODUCTION}\nMeasured on ${machine}.\n\n${tables.map(section).join('\n')}\n${REPRODUCE}`;
}

function section({ title, about, header, rows }: Table): string {
  const cells = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = `| ${header.map((_, column) => (column === 0 ? '---' : '---:')).join(' | ')} |`;
  return `## ${title}\n\n${about}\n\n${[cells(header), rule, ...rows.map(cells)].join('\n')}\n`;
}
