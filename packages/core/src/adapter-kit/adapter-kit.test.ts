import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { checksFor, createPseudonymiser, type HmacKey, type IdentifierMode } from '../adapter-kit.js';
import { isSentinelError } from '../errors.js';

const check = checksFor('@example/kafka');

/** What the check threw: the code belongs to the contract as much as the sentence. */
function complaintOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(isSentinelError(error, 'INVALID_OPTION')).toBe(true);
    return (error as Error).message;
  }
  throw new Error('Nothing was thrown.');
}

describe('checks of options', () => {
  it('give back what fits, and the default for what was left out', () => {
    expect(check.number('share', 0.5, 1, { min: 0, max: 1 })).toBe(0.5);
    expect(check.number('share', undefined, 1, { min: 0, max: 1 })).toBe(1);
    expect(check.number('size', 2 ** 40, 1, { min: 1, whole: true })).toBe(2 ** 40);
    expect(check.duration('waitMs', 0, 5)).toBe(0);
    expect(check.duration('waitMs', undefined, 5)).toBe(5);
    expect(check.text('topic', 'scans')).toBe('scans');
    expect(check.oneOf('acks', 'all', ['none', 'all'], 'none')).toBe('all');
    expect(check.oneOf('acks', undefined, ['none', 'all'], 'none')).toBe('none');
    expect(check.callable('onError', undefined)).toBeUndefined();
    expect(check.callable('onError', () => {})).toBeUndefined();
    expect(check.onlyKnown({ topic: 'scans' }, ['topic', 'acks'])).toBeUndefined();
  });

  it.each<[string, () => unknown, string]>([
    [
      'a number below',
      () => check.number('share', -1, 1, { min: 0, max: 1 }),
      '`share` must be a number from 0 to 1, got -1.',
    ],
    [
      'a number above',
      () => check.number('share', 2, 1, { min: 0, max: 1 }),
      '`share` must be a number from 0 to 1, got 2.',
    ],
    [
      'no number',
      () => check.number('share', Number.NaN, 1, { min: 0 }),
      '`share` must be a number of at least 0, got NaN.',
    ],
    ['null', () => check.number('share', null, 1, { min: 0 }), '`share` must be a number of at least 0, got null.'],
    [
      'a fraction',
      () => check.number('size', 1.5, 1, { min: 1, whole: true }),
      '`size` must be a whole number of at least 1, got 1.5.',
    ],
    [
      'more than can be counted',
      () => check.number('size', 2 ** 53, 1, { min: 1, whole: true }),
      '`size` must be a whole number of at least 1, got 9007199254740992.',
    ],
    [
      'a wait no timer can wait',
      () => check.duration('waitMs', 2 ** 31, 5),
      '`waitMs` must be a number from 0 to 2147483647, got 2147483648.',
    ],
    [
      'a wait below its minimum',
      () => check.duration('waitMs', 9, 50, 10),
      '`waitMs` must be a number from 10 to 2147483647, got 9.',
    ],
    ['blanks', () => check.text('topic', '  '), '`topic` must be a text of 1 to 1000 characters.'],
    ['a long text', () => check.text('topic', 'scans', 4), '`topic` must be a text of 1 to 4 characters.'],
    [
      'no choice',
      () => check.oneOf('acks', 'some', ['none', 'all'], 'none'),
      '`acks` must be one of none, all, got some.',
    ],
    ['no text', () => check.oneOf('acks', 1, ['none', 'all'], 'none'), '`acks` must be one of none, all, got 1.'],
    ['no function', () => check.callable('onError', 'log'), '`onError` must be a function, got string.'],
    ['no object', () => check.onlyKnown(null, ['topic']), 'The options must be an object.'],
    [
      'a slip of the finger',
      () => check.onlyKnown({ tpoic: 1 }, ['topic', 'acks']),
      'Unknown option `tpoic`. Did you mean `topic`?',
    ],
    [
      'an unknown option',
      () => check.onlyKnown({ brokers: 1 }, ['topic', 'acks']),
      'Unknown option `brokers`. Known options: topic, acks.',
    ],
  ])('refuse %s', (_, run, message) => {
    expect(complaintOf(run)).toBe(`[@example/kafka] ${message}`);
  });

  it('never quote a text that may be a secret', () => {
    const secret = ['sk', 'live', '0123456789'].join('_');
    const shown = [
      () => check.number('timeoutMs', secret, 1, { min: 0 }),
      () => check.text('topic', secret, 4),
      () => check.callable('onError', secret),
    ].map(complaintOf);
    expect(shown.join()).not.toContain(secret);
  });

  it('make errors with their cause', () => {
    const cause = new Error('no such file');
    expect(check.invalidOption('`file` must exist.', cause).cause).toBe(cause);
    expect('cause' in check.invalidOption('`file` must exist.')).toBe(false);
  });
});

describe('pseudonyms', () => {
  const KEY = 'k'.repeat(16);
  const digest = (key: HmacKey, id: string) => createHmac('sha256', key).update(id).digest('hex');
  const make = (mode?: IdentifierMode, hmacKey?: HmacKey, hmac = digest) =>
    createPseudonymiser(check, { option: 'userId', mode, hmacKey, hmac });

  it.each<[string, IdentifierMode | undefined, string | undefined, IdentifierMode, string | undefined]>([
    ['nothing without a key', undefined, undefined, 'omit', undefined],
    ['an HMAC with a key', undefined, KEY, 'hmac', digest(KEY, 'ann')],
    ['nothing when it shall be omitted', 'omit', KEY, 'omit', undefined],
    ['the identifier when it shall be plain', 'plain', KEY, 'plain', 'ann'],
  ])('show %s', (_, mode, key, resolved, shown) => {
    const pseudonymiser = make(mode, key);
    expect(pseudonymiser.mode).toBe(resolved);
    expect(pseudonymiser.apply('ann')).toBe(shown);
    expect([pseudonymiser.apply(''), pseudonymiser.apply(undefined)]).toEqual([undefined, undefined]);
  });

  it('show the beginning of a long plain identifier, or what the adapter makes of it', () => {
    expect(make('plain').apply('x'.repeat(300))).toBe('x'.repeat(256));
    const quoted = createPseudonymiser(check, {
      option: 'userId',
      mode: 'plain',
      hmac: digest,
      plain: (id) => JSON.stringify(id),
    });
    expect(quoted.apply('ann')).toBe('"ann"');
  });

  it('are made once for who comes back, and remembered for a bounded number of short identifiers', () => {
    const hmac = vi.fn(digest);
    const { apply } = make('hmac', KEY, hmac);
    expect(apply('ann')).toBe(apply('ann'));
    expect(hmac).toHaveBeenCalledTimes(1);
    const long = 'x'.repeat(257);
    expect(apply(long)).toBe(apply(long));
    expect(hmac).toHaveBeenCalledTimes(3);
    for (let i = 0; i < 1_000; i++) apply(`user-${i}`);
    expect(apply('ann')).toBe(digest(KEY, 'ann'));
    expect(hmac).toHaveBeenCalledTimes(1_004);
  });

  it.each<[string, () => unknown, string]>([
    ['an unknown mode', () => make('md5' as never, KEY), '`userId` must be one of plain, hmac, omit, got md5.'],
    ['no key where one is needed', () => make('hmac'), "`userId: 'hmac'` needs `hmacKey`."],
    [
      'a short key',
      () => make('plain', 'hush'),
      '`hmacKey` must have at least 16 bytes, or pseudonyms can be guessed.',
    ],
    [
      'a short key in bytes',
      () => make('hmac', new Uint8Array(15)),
      '`hmacKey` must have at least 16 bytes, or pseudonyms can be guessed.',
    ],
    [
      'a key that is none',
      () => make('hmac', 42 as never),
      '`hmacKey` must have at least 16 bytes, or pseudonyms can be guessed.',
    ],
  ])('refuse %s', (_, run, message) => {
    expect(complaintOf(run)).toBe(`[@example/kafka] ${message}`);
  });

  it('count a key in bytes, not in characters', () => {
    expect(make('hmac', 'é'.repeat(8)).apply('ann')).toBe(digest('é'.repeat(8), 'ann'));
  });
});
