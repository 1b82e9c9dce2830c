import { describe, expect, it } from 'vitest';
import { createScanner } from './create-scanner.js';
import { isSentinelError } from './errors.js';

const rule = {
  id: 'test/rule',
  threatType: 'test',
  severity: 'high',
  score: 0.9,
  message: 'Test.',
  pattern: /xyzzy/i,
} as const;

function errorOf(options: unknown): { code: string; message: string } {
  try {
    createScanner(options as never);
  } catch (error) {
    if (isSentinelError(error)) return error;
  }
  throw new Error('It was accepted.');
}

describe('options', () => {
  it.each([
    ['a typo', { tresholds: {} }, 'Unknown option `tresholds`.'],
    ['a slip of the finger', { polciy: {} }, 'Did you mean `policy`?'],
    ['a wrong mode', { mode: 'paranoid' }, "`mode` must be one of strict, balanced, lenient, got 'paranoid'"],
    ['no object', 'strict', 'must be an object'],
    [
      'a threshold out of range',
      { policy: { pii: { threshold: 7 } } },
      '`policy.pii.threshold` must be a number from 0 to 1, got 7',
    ],
    ['an unknown policy member', { policy: { pii: { treshold: 1 } } }, 'Did you mean `policy.pii.threshold`?'],
    [
      'an unknown action',
      { policy: { pii: { action: 'explode' } } },
      '`policy.pii.action` must be one of allow, flag, redact, block',
    ],
    ['an unknown source', { policy: { pii: { action: { users: 'flag' } } } }, 'Did you mean `policy.pii.action.user`?'],
    [
      'a negative size',
      { queue: { batchSize: -1 } },
      '`queue.batchSize` must be a whole number from 1 to 100000, got -1',
    ],
    ['a fraction', { maxDecodeDepth: 1.5 }, '`maxDecodeDepth` must be a whole number'],
    ['adapters that are no array', { adapters: {} }, '`adapters` must be an array'],
    ['two adapters of one name', { adapters: [{ name: 'a' }, { name: 'a' }] }, 'must each have a different name'],
    ['an adapter without a name', { adapters: [{}] }, '`adapters[0].name` must be kebab-case'],
    [
      'an adapter whose hook is no function',
      { adapters: [{ name: 'a', onScan: 1 }] },
      '`adapters[0].onScan` must be a function',
    ],
    [
      'an engine that can do nothing',
      { engines: [{ name: 'e', version: '1' }] },
      'must have a scan or a scanAsync function',
    ],
    ['an engine with a built-in name', { engines: [{ name: 'pii', version: '1', scan: () => [] }] }, 'built-in engine'],
    ['an allow-list entry without a rule', { allow: [{ text: 'x' }] }, '`allow[0].rule` must be a rule id'],
    ['an expiry that is no date', { allow: [{ rule: 'a/b', until: 'soon' }] }, '`allow[0].until` must be a Date'],
    ['a disabled rule that does not exist', { disabledRules: ['pii/emial'] }, 'must name existing rules'],
    ['a cache of a wrong kind', { cache: true }, '`cache` must be false'],
    ['a callback of a wrong kind', { onAdapterError: 1 }, '`onAdapterError` must be a function'],
  ])('refuses %s', (_, options, message) => {
    expect(errorOf(options)).toMatchObject({ code: 'INVALID_OPTION', message: expect.stringContaining(message) });
  });

  it.each([
    ['an id that is no id', { ...rule, id: 'Test Rule' }, "`id` must be 'family/kebab-name'"],
    ['no pattern', { ...rule, pattern: undefined }, '`pattern` must be a RegExp'],
    ['a string for a pattern', { ...rule, pattern: 'xyzzy' }, '`pattern` must be a RegExp'],
    ['a sticky pattern', { ...rule, pattern: /x/g }, 'must not have the g, y or d flag'],
    ['exponential backtracking', { ...rule, pattern: /^(a+)+$/ }, 'exponential time'],
    [
      'exponential backtracking in a context',
      { ...rule, context: { pattern: /(x|x)*y/, score: 1 } },
      '`context.pattern` can take',
    ],
    ['a score out of range', { ...rule, score: 2 }, '`score` must be a number above 0'],
    ['an unknown severity', { ...rule, severity: 'awful' }, '`severity` must be one of'],
    ['an unknown field', { ...rule, keyword: ['x'] }, 'unknown field `keyword`'],
    ['an empty keyword', { ...rule, keywords: ['\u200b'] }, '`keywords` must be a list'],
    ['near words without keywords', { ...rule, near: ['x'] }, '`near` needs `keywords`'],
    ['a threat type that is no label', { ...rule, threatType: 'Very Bad' }, '`threatType` must be lower-case'],
    ['letters asked for among no digits', { ...rule, amongLetters: true }, '`amongLetters` needs `digits`'],
    ['too few digits', { ...rule, digits: [1, 2] }, '`digits` must be [min, max]'],
  ])('refuses a rule with %s', (_, bad, message) => {
    expect(errorOf({ rules: [bad] })).toMatchObject({
      code: 'INVALID_RULE',
      message: expect.stringContaining(message),
    });
  });

  it('quotes no long or structured value in its message', () => {
    expect(errorOf({ mode: `sk-${'x'.repeat(500)}` }).message.length).toBeLessThan(200);
  });
});
