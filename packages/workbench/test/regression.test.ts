import { readFileSync } from 'node:fs';
import { createScanner } from '@llm-sentinel/core';
import { describe, expect, it } from 'vitest';
import { isAttack, loadCorpus } from '../src/data/rows.js';

const ids = new Set(
  readFileSync(new URL('../corpus/regression-ids.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((id) => id !== ''),
);
const rows = loadCorpus().filter(({ id }) => ids.has(id));
const scanner = createScanner({ cache: false });

describe('rows of the corpus whose verdict was beyond doubt', () => {
  it('are all there, attacks and harmless texts of every file', () => {
    expect(rows).toHaveLength(ids.size);
    expect(rows.filter(isAttack).length).toBeGreaterThan(100);
    expect(rows.filter((row) => !isAttack(row)).length).toBeGreaterThan(100);
  });

  it('are attacks that are blocked', () => {
    const passed = rows.filter((row) => isAttack(row) && scanner.scan(row.text, { source: row.channel }).isSafe);
    expect(passed.map(({ id }) => id)).toEqual([]);
  });

  it('are harmless texts that pass', () => {
    const blocked = rows.filter((row) => !isAttack(row) && !scanner.scan(row.text, { source: row.channel }).isSafe);
    expect(blocked.map(({ id }) => id)).toEqual([]);
  });
});
