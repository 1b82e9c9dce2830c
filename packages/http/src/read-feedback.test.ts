import { createScanner } from '@llm-sentinel/core';
import { describe, expect, it } from 'vitest';
import { readFeedback } from './read-feedback.js';

const { scanId } = createScanner().scan('Hello');

describe('readFeedback', () => {
  it('takes a judgement and who made it, and nothing else', () => {
    const body = { scanId, verdict: 'false_positive', comment: 'A quotation.', threatType: 'x', reporter: 'eve' };
    expect(readFeedback(body, 'ada')).toEqual({
      scanId,
      verdict: 'false_positive',
      comment: 'A quotation.',
      reporter: 'ada',
    });
  });

  it.each([
    [undefined, '`scanId`'],
    [{ scanId: '7', verdict: 'confirmed' }, '`scanId`'],
    [{ scanId, verdict: 'wrong' }, '`verdict`'],
    [{ scanId, verdict: ['confirmed'] }, '`verdict`'],
    [{ scanId, verdict: 'confirmed', comment: { length: 1 } }, '`comment`'],
    [{ scanId, verdict: 'confirmed', comment: 'x'.repeat(2_001) }, '`comment`'],
  ])('refuses %j', (body, member) => {
    expect(() => readFeedback(body)).toThrow(member);
  });
});
