import { createScanner } from '@llm-sentinel/core';
import { describe, expect, it } from 'vitest';
import { buildObservation } from './observation-builder.js';
import { measureRate, replay } from './replay.js';

const items = ['one', 'two', 'three'].map(
  (id) => buildObservation({ id, text: `This is text ${id}.`, sessionId: 's' }).item,
);

describe('replay', () => {
  it('scans every text in every round, from the cache the second time', () => {
    const { observations, failures } = replay(items, 2, createScanner().scan);
    expect(failures).toEqual([]);
    expect(observations.map(({ item, round, result }) => [item.id, round, result.cached])).toEqual([
      ['one', 1, false],
      ['two', 1, false],
      ['three', 1, false],
      ['one', 2, true],
      ['two', 2, true],
      ['three', 2, true],
    ]);
  });

  it('passes on where a text comes from', () => {
    const { item } = buildObservation({ source: 'tool' });
    const { observations } = replay([item], 1, createScanner().scan);
    expect(observations[0]?.result.source).toBe('tool');
  });

  it('goes on after an exception and reports it', () => {
    const { scan } = createScanner();
    const { observations, failures } = replay(items, 1, (text, context) => {
      if (text.includes('two')) throw new TypeError('broken');
      return scan(text, context);
    });
    expect(observations.map(({ item }) => item.id)).toEqual(['one', 'three']);
    expect(failures).toEqual([{ id: 'two', error: 'TypeError: broken' }]);
  });
});

describe('measureRate', () => {
  it('counts scans of whole passes after one to warm up', () => {
    let scans = 0;
    let time = 0;
    const { scan } = createScanner();
    const rate = measureRate(
      items,
      (text, context) => {
        scans++;
        time += 10;
        return scan(text, context);
      },
      100,
      () => time,
    );
    expect(rate).toBe(100);
    expect(scans).toBe(3 + 12);
  });
});
