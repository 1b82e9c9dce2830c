// How large is it, and how long does it take to start?
import { execFileSync } from 'node:child_process';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { median } from './measure.js';
import { type Table, target } from './report.js';

const STARTS = 9;

export async function footprint(workbench: string): Promise<readonly Table[]> {
  const kilobytes = async (code: string) => {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: workbench },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      write: false,
    });
    return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length / 1000;
  };
  const sizes = [
    ['a consumer of `@llm-sentinel/core`', "import { scan } from '@llm-sentinel/core'; console.log(scan('x'));", 810],
    [
      'a consumer of `@llm-sentinel/core/lean`',
      "import { createScanner } from '@llm-sentinel/core/lean'; console.log(createScanner().scan('x'));",
      177,
    ],
  ] as const;
  const sizeRows = await Promise.all(
    sizes.map(async ([name, code, limit]) => {
      const size = await kilobytes(code);
      return [name, `${size.toFixed(0)} kB`, target(`${limit} kB`, size <= limit)];
    }),
  );

  const start = (code: string) =>
    median(
      Array.from({ length: STARTS }, () => {
        const before = performance.now();
        execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: workbench });
        return performance.now() - before;
      }),
    );
  const bare = start('0');
  const over = (code: string) => start(code) - bare;
  const imported = over("import '@llm-sentinel/core'");
  const starts = [
    ['import of `@llm-sentinel/core`', imported, target('30 ms', imported <= 30)],
    ['and a first scan', over("import { scan } from '@llm-sentinel/core'; scan('hello')"), ''],
    ['import of `@llm-sentinel/core/lean`', over("import '@llm-sentinel/core/lean'"), ''],
    [
      'and a first scan',
      over("import { createScanner } from '@llm-sentinel/core/lean'; createScanner().scan('hello')"),
      '',
    ],
  ] as const;
  return [
    {
      title: 'Size',
      about: 'Minified by esbuild and gzipped, everything included.',
      header: ['bundle', 'size', 'wanted'],
      rows: sizeRows,
    },
    {
      title: 'Start',
      about: `Milliseconds that a process takes longer than an empty one; the median of ${STARTS}.`,
      header: ['what', 'ms', 'wanted'],
      rows: starts.map(([name, ms, wanted]) => [name, ms.toFixed(0), wanted]),
    },
  ];
}
