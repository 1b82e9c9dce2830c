// `npm run bench`: prints the figures beside the targets and writes them to .sentinel/bench.json. Everything in one process, so that ratios hold on
// a machine whose speed drifts.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { type Adapter, createScanner } from '@llm-sentinel/core';
import { pinoAdapter } from '@llm-sentinel/pino';
import { prometheusAdapter } from '@llm-sentinel/prometheus';
import { build } from 'esbuild';
import pino from 'pino';
import { hostile } from './hostile-texts.js';
import { measure } from './measure.js';
import { attacks, clean } from './texts.js';

const figures: Record<string, unknown> = { machine: `${cpus()[0]?.model}, Node ${process.version}` };
const scanner = createScanner({ cache: false });

function heading(text: string): void {
  console.log(`\n${text}\n${'-'.repeat(text.length)}`);
}

function throughput(): void {
  heading('Throughput: all engines on, no cache, no adapter');
  const targets: Record<string, string> = {
    'clean chat80': '>= 150,000 scans/s',
    'clean prompt2k': '>= 40 MB/s',
    'clean document50k': '>= 50 MB/s',
  };
  const rows = [
    ...Object.entries(clean).map(([name, text]) => [`clean ${name}`, text] as const),
    ...Object.entries(attacks).map(([name, text]) => [`attack ${name}`, text] as const),
  ].map(([name, text]) => {
    const scan = measure(() => scanner.scan(text));
    const sum = measure(() => sumOfCodes(text), 200);
    return {
      text: name,
      'scans/s': Math.round(1e6 / scan.mean).toLocaleString('en'),
      'MB/s': (text.length / scan.mean).toFixed(1),
      'p50 us': scan.p50.toFixed(1),
      'p99 us': scan.p99.toFixed(1),
      'times the sum loop': (scan.mean / sum.mean).toFixed(1),
      target: targets[name] ?? '',
    };
  });
  console.table(rows);
  figures.throughput = rows;
}

function sumOfCodes(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

function hostileTexts(): void {
  heading('Hostile texts: milliseconds at 50,000 characters (target <= 10), growth when doubled (target about 2)');
  const rows = Object.entries(hostile).map(([name, make]) => {
    const [once, twice] = [make(50_000), make(100_000)];
    const [a, b] = [measure(() => scanner.scan(once), 150), measure(() => scanner.scan(twice), 300)];
    return { text: name, ms: a.p50 / 1000, growth: b.p50 / a.p50 };
  });
  rows.sort((a, b) => b.ms - a.ms);
  console.table(rows.map(({ text, ms, growth }) => ({ text, ms: ms.toFixed(2), growth: growth.toFixed(2) })));
  figures.hostile = rows;
}

function telemetry(): void {
  heading('Adapters: microseconds more per scan of 80 characters, clean and attacking (target <= 10 together)');
  const sink = pino({ level: 'info' }, { write() {} });
  const combinations: readonly (readonly [string, () => Adapter[]])[] = [
    ['none', () => []],
    ['prometheus', () => [prometheusAdapter()]],
    ['pino', () => [pinoAdapter({ logger: sink })]],
    ['prometheus and pino', () => [prometheusAdapter(), pinoAdapter({ logger: sink })]],
  ];
  const timings = combinations.map(([name, adapters]) => {
    const observed = createScanner({ cache: false, adapters: adapters() });
    return {
      name,
      clean: measure(() => observed.scan(clean.chat80)).mean,
      attack: measure(() => observed.scan(attacks.chat80)).mean,
    };
  });
  const [base] = timings as [(typeof timings)[number]];
  const rows = timings.map(({ name, ...time }) => ({
    adapters: name,
    clean: (time.clean - base.clean).toFixed(2),
    attack: (time.attack - base.attack).toFixed(2),
  }));
  console.table(rows);
  figures.telemetry = rows;
}

async function footprint(): Promise<void> {
  heading('Size and start');
  const bundle = await build({
    stdin: {
      contents: "import { scan } from '@llm-sentinel/core'; console.log(scan('x'));",
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  const gzipped = gzipSync(bundle.outputFiles[0]?.contents ?? '').length;
  const start = (code: string) =>
    median(
      Array.from({ length: 9 }, () => {
        const before = performance.now();
        execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: import.meta.dirname });
        return performance.now() - before;
      }),
    );
  const bare = start('0');
  const imported = start("import '@llm-sentinel/core'");
  const first = start("import { scan } from '@llm-sentinel/core'; scan('hello')");
  const rows = [
    { what: 'consumer of core, minified and gzipped', value: `${(gzipped / 1000).toFixed(1)} kB`, target: '<= 60 kB' },
    { what: 'import over bare node', value: `${(imported - bare).toFixed(1)} ms`, target: '<= 30 ms' },
    { what: 'import and first scan over bare node', value: `${(first - bare).toFixed(1)} ms`, target: '' },
  ];
  console.table(rows);
  figures.footprint = rows;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] as number;
}

const { version } = JSON.parse(readFileSync(new URL('../../core/package.json', import.meta.url), 'utf8')) as {
  version: string;
};
console.log(`LLM Sentinel ${version} on ${figures.machine}`);
throughput();
hostileTexts();
telemetry();
await footprint();
mkdirSync('.sentinel', { recursive: true });
writeFileSync('.sentinel/bench.json', `${JSON.stringify(figures, null, 2)}\n`);
