import { describe, expect, it } from 'vitest';
import { parseOptions, UsageError } from './options.js';

describe('parseOptions', () => {
  it('has defaults', () => {
    expect(parseOptions([])).toEqual({ help: false, json: false, serve: false, port: 9464, rounds: 3 });
  });

  it('reads flags, also behind the two dashes that pnpm hands on', () => {
    const expected = { help: false, json: true, serve: true, port: 0, rounds: 5 };
    expect(parseOptions(['--', '--serve', '--port', '0', '--json', '--rounds=5'])).toEqual(expected);
    expect(parseOptions(['--serve', '--port', '0', '--json', '--rounds=5'])).toEqual(expected);
  });

  it.each([
    [['--sreve'], /'--sreve'/],
    [['now'], /'now'/],
    [['--serve', '--port', '70000'], '--port must be a whole number from 0 to 65534, got "70000".'],
    [['--serve', '--port', 'http'], '--port must be a whole number from 0 to 65534, got "http".'],
    [['--rounds', '0'], '--rounds must be a whole number from 1 to 1000, got "0".'],
    [['--rounds', '1e2'], '--rounds must be a whole number from 1 to 1000, got "1e2".'],
    [['--port', '9000'], '--port only makes sense with --serve.'],
  ])('refuses %j and says why', (argv, message) => {
    expect(() => parseOptions(argv)).toThrow(message);
    expect(() => parseOptions(argv)).toThrow(UsageError);
  });
});
