// Are other npm packages that run offline faster?
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createScanner } from '@llm-sentinel/core';
import { measure, measureAsync } from './measure.js';
import { type Table, target } from './report.js';
import { attacks, clean } from './texts.js';

type Scan = (text: string) => unknown;

interface Peer {
  readonly name: string;
  readonly version: string;
  /** From the package's exports, what its README shows for a text of a user. */
  readonly scan: (exports: never) => Scan;
}

interface Shield {
  readonly Shield: { standard(): { scanPrompt(text: string): Promise<unknown> } };
}
interface LlmGuard {
  readonly LLMGuard: new (options: Readonly<Record<string, boolean>>) => { validate(text: string): Promise<unknown> };
}
interface LlmVerify {
  verify(text: string): Promise<unknown>;
}
interface Vard {
  vard(text: string): unknown;
}

const PEERS: readonly Peer[] = [
  {
    name: '@llm-dev-ops/shield-sdk',
    version: '1.0.0',
    scan: ({ Shield }: Shield) => {
      const shield = Shield.standard();
      return (text) => shield.scanPrompt(text);
    },
  },
  {
    name: 'llm-guard',
    version: '0.1.9',
    scan: ({ LLMGuard }: LlmGuard) => {
      const guard = new LLMGuard({
        pii: true,
        jailbreak: true,
        profanity: true,
        promptInjection: true,
        toxicity: true,
      });
      return (text) => guard.validate(text);
    },
  },
  {
    name: 'llmverify',
    version: '1.6.1',
    scan:
      ({ verify }: LlmVerify) =>
      (text) =>
        verify(text),
  },
  {
    name: '@andersmyrmel/vard',
    version: '1.2.0',
    scan:
      ({ vard }: Vard) =>
      (text) => {
        try {
          return vard(text);
        } catch (error) {
          return error;
        }
      },
  },
];

const TEXTS = {
  chat80: clean.chat80,
  'chat80, attacking': attacks.chat80,
  prompt2k: clean.prompt2k,
  document50k: clean.document50k,
};

export async function peers(): Promise<readonly Table[]> {
  const folder = join(tmpdir(), 'llm-sentinel-bench-peers');
  const scanner = createScanner({ cache: false });
  const own = Object.values(TEXTS).map((text) => measure(() => scanner.scan(text), 400).p50);
  const rows = [['this project', ...own.map(microseconds), '']];
  for (const peer of PEERS) {
    try {
      const scan = await load(peer, folder);
      const times: (number | null)[] = [];
      for (const text of Object.values(TEXTS)) times.push(await timeOf(scan, text));
      const slower = times.every((time, k) => time === null || time > (own[k] as number));
      rows.push([`${peer.name} ${peer.version}`, ...times.map(microseconds), target('slower', slower)]);
    } catch (error) {
      rows.push([
        `${peer.name} ${peer.version}`,
        ...own.map(() => '-'),
        `did not load: ${(error as Error).message.split('\n')[0]}`,
      ]);
    }
  }
  return [
    {
      title: 'Other packages',
      about:
        'Microseconds for a text, through the call that each package’s README shows, with what it offers offline switched on. What they find is another question: see the page on detection.',
      header: ['package', ...Object.keys(TEXTS), 'wanted'],
      rows,
    },
  ];
}

/** Installs a package into a folder of its own, if it is not there, and imports it. */
async function load({ name, version, scan }: Peer, folder: string): Promise<Scan> {
  const home = join(folder, name.replace('/', '+'));
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, dependencies: { [name]: version } }));
  const npm = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error'];
  execFileSync('npm', npm, { cwd: home, stdio: ['ignore', 'ignore', 'pipe'] });
  const entry = resolveImport(home, name);
  return scan((await import(pathToFileURL(entry).href)) as never);
}

/** The file that `import` of the package means; packages without an entry for `require` can't be asked by Node's resolver. */
function resolveImport(home: string, name: string): string {
  const require = createRequire(join(home, 'package.json'));
  const folder = join(home, 'node_modules', name);
  const { exports, main } = require(join(folder, 'package.json')) as {
    exports?: Readonly<Record<string, { readonly import?: string }>>;
    main?: string;
  };
  return join(folder, exports?.['.']?.import ?? main ?? 'index.js');
}

/** Null where a package refuses a text for its length: that takes no time. */
async function timeOf(scan: Scan, text: string): Promise<number | null> {
  const answer = await scan(text);
  if (answer instanceof Error && JSON.stringify(answer).includes('exceeds')) return null;
  return (await measureAsync(async () => scan(text), 400)).p50;
}

function microseconds(time: number | null): string {
  if (time === null) return 'refused';
  return time.toFixed(time < 100 ? 1 : 0);
}
