import { describe, expect, it } from 'vitest';
import { loadCorpus, type Row } from '../src/data/rows.js';

const LABELS = ['injection', 'jailbreak', 'harmful', 'benign'];
const CHANNELS = ['user', 'document', 'tool', 'model', 'system'];
const MIN_ROWS = 6000;

const rows = loadCorpus();
const faulty = (isFaulty: (row: Row) => boolean) => rows.filter(isFaulty).map(({ id }) => id);

describe('the corpus', () => {
  it(`has ${MIN_ROWS} rows, ids once each`, () => {
    expect(rows.length).toBeGreaterThan(MIN_ROWS);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it('has labels and channels that are known, and a text in each row', () => {
    expect(faulty(({ label }) => !LABELS.includes(label))).toEqual([]);
    expect(faulty(({ channel }) => !CHANNELS.includes(channel))).toEqual([]);
    expect(faulty(({ text }) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
  });

  it('takes no system prompt for an attack', () => {
    expect(faulty(({ channel, label }) => channel === 'system' && label !== 'benign')).toEqual([]);
  });

  it('has about as many harmless texts as attacks', () => {
    const attacks = rows.filter(({ label }) => label === 'injection' || label === 'jailbreak').length;
    expect(attacks / rows.length).toBeGreaterThan(0.4);
    expect(attacks / rows.length).toBeLessThan(0.6);
  });
});
