// What is generated from declarations must be whole, and what is committed must be what is generated.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createScanner } from '@llm-sentinel/core';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readDeclarations } from '../src/docs/declarations.js';
import { errorsReference } from '../src/docs/errors-reference.js';
import { eventsReference } from '../src/docs/events-reference.js';
import { logFields } from '../src/docs/log-fields.js';
import { code, table } from '../src/docs/markdown.js';
import { optionRange } from '../src/docs/option-ranges.js';
import { optionsReference } from '../src/docs/options-reference.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const committed = (name: string) => readFileSync(join(root, 'docs/reference', name), 'utf8');
const declarations = readDeclarations(root);
const options = await optionsReference(declarations, optionRange);
const errors = errorsReference(declarations);

const stale = 'It is not what the code says. Run `npm run docs`.';

/** The rows of the table below a heading, by the name in the first column. */
function rowsOf(page: string, heading: string): Map<string, string> {
  const section = page.split(`### ${heading}\n`)[1]?.split('\n#')[0] ?? '';
  return new Map([...section.matchAll(/^\| \**`(\w+)`.*$/gm)].map(([row, name = '']) => [name, row]));
}

describe('the page of options', () => {
  it('is the one that is committed', () => expect(committed('options.md') === options, stale).toBe(true));

  it('has every type called options that a package exports', () => {
    const names = declarations.packages.flatMap(({ exports }) => exports.map(({ name }) => name));
    const missing = names.filter((name) => name.endsWith('Options') && rowsOf(options, name).size === 0);
    expect(names.filter((name) => name.endsWith('Options')).length).toBeGreaterThan(40);
    expect(missing).toEqual([]);
  });

  it('has every option that the scanner knows, with its type and default', () => {
    // The scanner itself lists what it knows.
    expect(() => createScanner({ nothingLikeIt: 1 } as object)).toThrow(/Known options: /);
    let known: string[] = [];
    try {
      createScanner({ nothingLikeIt: 1 } as object);
    } catch (error) {
      known = /Known options: (.*)\./.exec((error as Error).message)?.[1]?.split(', ') ?? [];
    }
    expect([...rowsOf(options, 'ScannerOptions').keys()].toSorted()).toEqual(known.toSorted());
    expect(rowsOf(options, 'ScannerOptions').get('maxDecodeDepth')).toBe(
      '| `maxDecodeDepth` | `number`, a whole number from 0 to 8 | `3` | Encodings inside encodings that are undone. 0 to 8. |',
    );
  });

  it('says what every option is, and of one that may be left out what happens then', () => {
    const rows = options.split(/^### /m).flatMap((section) =>
      [...section.matchAll(/^\| (\**)`(\w+)`.*$/gm)].map(([row, required, option]) => {
        const [type = '', fallback = '', text = ''] = row.split(/(?<!\\) ?\| ?/).slice(2);
        return {
          name: `${section.split('\n')[0]}.${option}`,
          required,
          isCallback: type.includes('=>'),
          fallback,
          text,
        };
      }),
    );
    expect(rows.length).toBeGreaterThan(500);
    expect(rows.filter(({ text }) => text === '').map(({ name }) => name)).toEqual([]);
    const silent = rows.filter(
      ({ required, isCallback, fallback }) => required === '' && !isCallback && fallback === '',
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('has inherited options, those of nested objects, and says which have to be given', () => {
    expect([...rowsOf(options, 'RedisLockOptions').keys()]).toContain('deadlineMs');
    expect([...rowsOf(options, 'SmtpOptions').keys()]).toContain('host');
    expect(rowsOf(options, 'RedisStoreOptions').get('client')).toMatch(/^\| \*\*`client`\*\*/);
    expect(rowsOf(options, 'RateLimiterOptions').get('burst')).toMatch(/a (?:whole )?number from \d/);
  });
});

describe('the page of errors', () => {
  it('is the one that is committed', () => expect(committed('errors.md') === errors, stale).toBe(true));

  it('has every code that is thrown anywhere', () => {
    const thrown = new Set<string>();
    const visit = (node: ts.Node): void => {
      if (ts.isNewExpression(node) && node.expression.getText() === 'SentinelError') {
        const [first] = node.arguments ?? [];
        if (first !== undefined && ts.isStringLiteral(first)) thrown.add(first.text);
      }
      ts.forEachChild(node, visit);
    };
    for (const source of declarations.packages.flatMap(({ sources }) => sources)) visit(source);
    const documented = [...errors.matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
    expect(thrown.size).toBeGreaterThan(8);
    expect([...thrown].filter((name) => !documented.includes(name))).toEqual([]);
  });
});

describe('the page of events', () => {
  const events = eventsReference(declarations, logFields());

  it('is the one that is committed', () => expect(committed('events.md') === events, stale).toBe(true));

  it('says what core reports, what is logged, kept and sent', () => {
    expect([...rowsOf(events, 'ScanEvent').keys()]).toEqual([
      'type',
      'time',
      'result',
      'context',
      'engineTimings',
      'text',
    ]);
    expect(rowsOf(events, 'Fields of an entry').get('content_commitment')).toContain('SHA-256');
    expect(events).toContain('| `audit_chain_broken` | error | Audit chain broken |');
    expect(events).toContain('| `latency_ms` | `event.duration` | scans |');
    expect(events).toContain('| `hold_placed` | A legal hold began. |');
  });
});

describe('a generated table', () => {
  it('keeps bars and line ends of its cells from breaking it', () => {
    expect(table(['a'], [['x | y\nz']])).toEqual(['| a |', '|---|', '| x \\| y z |']);
    expect(code('a `b`')).toBe('`` a `b` ``');
  });
});
