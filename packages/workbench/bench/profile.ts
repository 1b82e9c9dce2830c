// Where does the time of a scan go?
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';
import { createScanner } from '@llm-sentinel/core';
import { measure } from './measure.js';
import type { Table } from './report.js';
import { clean } from './texts.js';

const PROFILED_MS = 3_000;
const SAMPLE_MICROSECONDS = 200;
const CHUNK_CHARS = 16;

/** Source files of core, by what they do in a scan. The first that fits counts. */
const STAGES: readonly (readonly [stage: string, files: RegExp])[] = [
  [
    'the pass: folding, keywords, words',
    /core\/src\/(?:engines\/(?:sweep|block|character|read-sign|seen|signs|automaton)|semantics\/tokens|normalize\/fold-table)/,
  ],
  ['features and their weights', /core\/src\/semantics\/(?:features|classifier|score)/],
  // Together, because V8 makes one function of both.
  ['concepts of the lexicon, rules by meaning', /core\/src\/semantics\//],
  ['rules by pattern', /core\/src\/(?:engines|normalize|rules|validators)\//],
  ['streams: joining, holding back', /core\/src\/(?:stream|tail)/],
  ['policy, result, dispatch', /core\/src\//],
];
const COLLECTING = 'collecting garbage';
const OTHER = 'other';

export async function profile(): Promise<readonly Table[]> {
  const scanner = createScanner({ cache: false });
  const document = clean.document50k;
  const pieces = document.match(new RegExp(`[^]{1,${CHUNK_CHARS}}`, 'g')) as readonly string[];
  const works: Readonly<Record<string, readonly [chars: number, work: () => unknown]>> = {
    prompt2k: [clean.prompt2k.length, () => scanner.scan(clean.prompt2k)],
    document50k: [document.length, () => scanner.scan(document)],
    'the same as a stream': [
      document.length,
      () => {
        const stream = scanner.openStream();
        for (const piece of pieces) stream.push(piece);
        stream.end();
      },
    ],
  };
  const columns: { readonly perCharacter: number; readonly shares: ReadonlyMap<string, number> }[] = [];
  for (const [chars, work] of Object.values(works)) {
    const { p50 } = measure(work);
    columns.push({ perCharacter: (p50 * 1_000) / chars, shares: await sharesOf(work) });
  }
  const stages = [...STAGES.map(([stage]) => stage), COLLECTING, OTHER];
  return [
    {
      title: 'Where the time goes',
      about: `Nanoseconds a character by part of the scanner, from a sampling profile of V8; regular expressions count for the rules that run them. The stream comes in ${CHUNK_CHARS} characters a piece.`,
      header: ['part', ...Object.keys(works).flatMap((name) => [`${name} ns`, 'share'])],
      rows: stages.map((stage) => [
        stage,
        ...columns.flatMap(({ perCharacter, shares }) => {
          const share = shares.get(stage) ?? 0;
          return [(share * perCharacter).toFixed(1), `${(share * 100).toFixed(0)} %`];
        }),
      ]),
    },
  ];
}

/** Share of the time, 0 to 1, by stage. */
async function sharesOf(work: () => unknown): Promise<ReadonlyMap<string, number>> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
    await session.post('Profiler.start');
    const until = performance.now() + PROFILED_MS;
    while (performance.now() < until) for (let k = 0; k < 8; k++) work();
    const { profile } = await session.post('Profiler.stop');
    const stageOfLine = readStages();
    const stageOfNode = new Map(
      profile.nodes.map(({ id, callFrame }) => [
        id,
        stageOfFrame(callFrame.functionName, callFrame.url, callFrame.lineNumber, stageOfLine),
      ]),
    );
    const shares = new Map<string, number>();
    const samples = profile.samples ?? [];
    for (const id of samples) {
      const stage = stageOfNode.get(id) ?? OTHER;
      shares.set(stage, (shares.get(stage) ?? 0) + 1 / samples.length);
    }
    return shares;
  } finally {
    session.disconnect();
  }
}

function stageOfFrame(name: string, url: string, line: number, stageOfLine: (line: number) => string): string {
  if (name === '(garbage collector)') return COLLECTING;
  return url === import.meta.url ? stageOfLine(line) : OTHER;
}

/** By line of this bundle: the bundler says before each module which file it was. */
function readStages(): (line: number) => string {
  let stage = OTHER;
  const stages = readFileSync(fileURLToPath(import.meta.url), 'utf8')
    .split('\n')
    .map((line) => {
      const file = /^\/\/ (\S+\.tsx?)$/.exec(line)?.[1];
      if (file !== undefined) stage = STAGES.find(([, files]) => files.test(file))?.[0] ?? OTHER;
      return stage;
    });
  return (line) => stages[line] ?? OTHER;
}
