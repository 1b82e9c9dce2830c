// What the documentation tells people to type must exist: commands, their flags, metrics, rules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../postgres/src/cli/run-cli.js';
import { knownSeries } from '../../prometheus/src/rules/known-series.js';
import { parsePromql } from '../../prometheus/src/rules/promql.js';
import { allRules } from '../src/docs/all-rules.js';
import { codeBlocks } from '../src/docs/code-blocks.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md') && !name.startsWith('.vitepress') && !name.startsWith('reference'))
  .map((name) => ({ name, text: readFileSync(join(root, 'docs', name), 'utf8') }));
const blocks = pages.flatMap(({ name, text }) => codeBlocks(name, text.replaceAll(/^ {3}/gm, '')));
const linesOf = (...languages: readonly string[]) =>
  blocks
    .filter(({ language }) => languages.includes(language))
    .flatMap(({ page, code }) => code.split('\n').map((line) => ({ page, line: line.replace(/\s+#.*/, '') })));

describe('commands in the documentation', () => {
  const called = linesOf('sh').flatMap(({ page, line }) => {
    const [, command, rest = ''] = /\bllm-sentinel-audit ([a-z]+)(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ page, command, flags: rest.match(/(?<=\s)--?[a-z][\w-]*/g) ?? [] }];
  });

  it.each([...new Set(called.map(({ command }) => command))])(
    'llm-sentinel-audit %s is one, with these flags',
    async (command) => {
      const uses = called.filter((use) => use.command === command);
      const help = await helpOf(command);
      expect(help).toContain(`llm-sentinel-audit ${command}`);
      const unknown = uses.flatMap(({ page, flags }) =>
        flags.filter((flag) => !help.includes(flag)).map((flag) => `${page}: ${flag}`),
      );
      expect(unknown).toEqual([]);
    },
  );

  it('of npm are scripts of the repository', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    const unknown = linesOf('sh').flatMap(({ page, line }) => {
      const name = /^npm run ([\w:]+)/.exec(line)?.[1];
      // In examples, which have scripts of their own.
      return name === undefined || name in scripts || name === 'tamper' ? [] : [`${page}: ${name}`];
    });
    expect(unknown).toEqual([]);
  });
});

describe('queries in the documentation', () => {
  const queries = blocks
    .filter(({ language }) => language === 'promql')
    .flatMap(({ page, code }) => code.split('\n\n').map((query) => [page, query] as const));

  it('are there', () => expect(queries.length).toBeGreaterThan(30));

  it.each(queries)('%s: %s', (_page, query) => {
    // Alerts that fire are a series too.
    expect(parsePromql(query).metrics.filter((name) => !knownSeries.has(name) && name !== 'ALERTS')).toEqual([]);
  });
});

it('rules that the documentation names are there', () => {
  const ids = allRules().map(({ id }) => id);
  // Of engines that are no rules, of rules that readers are to write, and a transport of pino.
  const others = /^(?:acme|classifier|judge|leak|obfuscation|session|shouting|pino)\//;
  const named = blocks.flatMap(({ page, code }) =>
    [...code.matchAll(/(?:--rule |rule: '|[[ ]')([a-z]+(?:-[a-z]+)*\/(?:\*|[a-z]+(?:-[a-z0-9]+)*))(?![\w/])/g)].map(
      ([, rule = '']) => ({ page, rule }),
    ),
  );
  const isKnown = (rule: string) =>
    ids.some((id) => (rule.endsWith('/*') ? id.startsWith(rule.slice(0, -1)) : id === rule));
  expect(named.length).toBeGreaterThan(4);
  expect(named.filter(({ rule }) => !others.test(rule) && !isKnown(rule))).toEqual([]);
});

async function helpOf(command: string): Promise<string> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough().resume()];
  let out = '';
  stdout.on('data', (piece) => {
    out += String(piece);
  });
  await runCli([command, '--help'], { stdout, stderr, env: {}, signal: new AbortController().signal });
  return out;
}
