import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDummyToken, isPlaceholder, isSelfNamed } from './placeholder.js';

const BASE62 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const randomToken = (length: number) =>
  fc
    .array(fc.constantFrom(...BASE62), { minLength: length, maxLength: length })
    .map((characters) => characters.join(''));

describe('isPlaceholder', () => {
  it.each([
    [
      'words that ask to be replaced',
      ['changeme', 'change-me', 'CHANGE_THIS', 'replace_me', 'placeholder', 'REDACTED', 'dummy-value'],
    ],
    ['one character over and over', ['xxxxxxxx', '********', '........', '0000', 'aaaaaaaaaaaaaaaaaaaa', '######']],
    ['brackets around a description', ['<your-key>', '[API_KEY]', '{password}', '(secret)']],
    [
      'variables',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a template is what is tested
      ['${TOKEN}', '$TOKEN', '$(cat key)', '{{ token }}', '%TOKEN%', '%s', '#{token}', '<%= token %>', '@TOKEN@'],
    ],
    [
      'expressions',
      [
        'process.env.API_KEY',
        'os.environ["KEY"]',
        'config.token',
        'getenv("KEY")',
        'self.password',
        'secrets.token_hex(32)',
      ],
    ],
    [
      'names of themselves',
      ['password', 'myPassword', 'secret', 'api_key', 'your-token-here', 'password1', 'null', 'undefined'],
    ],
    ['documentation keys', ['AK' + 'IAIOSFODNN7EXAMPLE', 'sample-key-000', 'your_openai_key', 'not-a-real-key']],
    ['what everybody types', ['123456789', 'abc123', 'qwerty', '']],
  ])('knows %s', (_, values) => {
    expect(values.filter((value) => !isPlaceholder(value))).toEqual([]);
  });

  it.each(['hunter2', 'Tr0ut&Lemon', 'p@ssw0rd!', 'correct-horse-battery', '$ecret!7', 'password123', 'blooberry'])(
    'takes %s for a real value',
    (value) => {
      expect(isPlaceholder(value)).toBe(false);
    },
  );

  it('takes hardly any random token for one', () => {
    const tokens = fc.sample(randomToken(32), { numRuns: 2000, seed: 11 });
    expect(tokens.filter(isPlaceholder)).toEqual([]);
  });

  it('answers for any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof isPlaceholder(text)).toBe('boolean');
      }),
    );
  });

  it('is true for whatever a template wraps', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z_]{1,20}$/), (name) => {
        expect(isPlaceholder(`\${${name}}`)).toBe(true);
        expect(isPlaceholder(`{{${name}}}`)).toBe(true);
        expect(isPlaceholder(`<${name}>`)).toBe(true);
      }),
    );
  });
});

describe('isDummyToken', () => {
  it('looks at the letters alone, so a dollar sign or a bracket is no reason', () => {
    expect(isDummyToken('$2b$12$abcdefgh')).toBe(false);
    expect(isDummyToken('gh' + 'p_' + 'x'.repeat(36))).toBe(true);
    expect(isDummyToken('sk' + '-your-key')).toBe(true);
  });

  it('is true when hardly any information is left', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BASE62),
        fc.constantFrom(...BASE62),
        fc.integer({ min: 16, max: 80 }),
        (a, b, length) => {
          expect(isDummyToken((a + b).repeat(length).slice(0, length))).toBe(true);
        },
      ),
    );
  });
});

describe('isSelfNamed', () => {
  it('tells a name from a password that contains one', () => {
    expect(
      ['password', 'MyPassword', 'api-key', 'secret_token', 'default password'].filter((value) => !isSelfNamed(value)),
    ).toEqual([]);
    expect(['password42', 'secretgarden', 'keyboard', 'tokenize-this'].filter(isSelfNamed)).toEqual([]);
  });
});
