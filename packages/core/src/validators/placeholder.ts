import { shannonEntropy } from './entropy.js';

/**
 * Words of documentation and tests, anywhere in the value, in the cases people write them in. Letters of a generated
 * value rarely spell a word of five; the shorter ones need a border.
 */
const DUMMY = new RegExp(
  [
    'example|Example|EXAMPLE|placeholder|PLACEHOLDER|redacted|REDACTED|dummy|Dummy|DUMMY|REPLACE',
    'change[-_ ]?(?:me|this|it)|CHANGE[-_ ]?(?:ME|THIS|IT)|replace[-_ ]?(?:me|this|with)|not[-_]?(?:a[-_]?)?real',
    '(?<![A-Za-z])(?:your|Your|YOUR|fake|FAKE|insert|INSERT|sample|SAMPLE|some)[-_ A-Z]',
    'xxxxx|XXXXX|\\*\\*\\*|\\.\\.\\.|…|____|-----',
  ].join('|'),
);

const BEFORE_NAME = 'my|the|an?|new|old|test|demo|some|your|user|admin|db|app|default|secure|strong|super|secret|root';
const NAME = [
  'pass(?:word|wd|phrase|code)?|pwd|secret|token|(?:api|access|auth|private|secret)[-_ ]?(?:key|token)|keys?',
  'credentials?|value|string|str|text|hash|foo|bar|baz|foo[-_]?bar(?:[-_]?baz)?|none|null|nil|undefined|true|false',
  'yes|no|empty|unset|required|optional|hidden|masked|secured|encrypted|protected|todo|tbd|n\\/a',
].join('|');
/** The value is a name for itself: nothing else is in it but a digit. */
const SELF_NAMED = new RegExp(
  `^(?:(?:${BEFORE_NAME})[-_ ]?)*(?:${NAME})(?:[-_ ]?(?:here|goes[-_ ]?here|value|string|hash|\\d(?!\\d)))*[!.]?$`,
  'i',
);

/** Filled in later: variables of shells and templates, format strings, brackets around a description. */
const TEMPLATE = new RegExp(
  [
    '^\\$(?:\\w+$|[({:]|[A-Za-z_]\\w*[/.:?&])|\\$[{(]|\\{\\{|\\}\\}|<%|%\\(\\w+\\)',
    '^%\\w+%$|^%[sdq]$|^#\\{|^@\\w+@$|^&\\w',
    '^[<[{(`]|^["\']|^[\\w.]+\\(',
  ].join('|'),
);

/** Read from somewhere else: an expression of a programming language rather than a value. */
const REFERENCE = new RegExp(
  [
    '^(?:process|import\\.meta|os|System|Deno|Bun|std|self|this|cls|config|settings|options|opts|props|params|args|req',
    'request|res|response|data|user|session|ctx|context|env|ENV|secrets|vars?|locals?|module|vault|ssm|row|form|input',
    'event|kwargs|obj|st|app)(?:\\.|\\[|->|::)',
  ].join('|'),
);

/** Keys that everybody types, and one character over and over. */
const SEQUENCE =
  /^(?:0?123456789?0?|1234|12345|123|abc|abcd|abcdef|abc123|qwerty|asdf|test|testing|test123)$|^(.)\1+$/i;

/**
 * True for a value that stands where a secret would be but is none: `changeme`, `xxxxxxxx`, `<your-key>`, `${TOKEN}`,
 * `process.env.TOKEN`, vendors' documentation keys that spell EXAMPLE, one character over and over.
 */
export function isPlaceholder(value: string): boolean {
  return (
    value.length === 0 ||
    TEMPLATE.test(value) ||
    REFERENCE.test(value) ||
    SEQUENCE.test(value) ||
    isSelfNamed(value) ||
    isDummyToken(value)
  );
}

/** `password`, `mySecret`, `api_key_here`: people put it there for the time being, and now and then leave it. */
export function isSelfNamed(value: string): boolean {
  return SELF_NAMED.test(value);
}

/**
 * For a token whose vendor's format has matched already, so that only its letters can tell: dummy words, or hardly any
 * information. Below 2.5 bits per character eight characters or fewer make up nearly all of it. Of a million random tokens of
 * 20 hex digits, the poorest in use, about fifty are so poor; of 32 hex digits none.
 */
export function isDummyToken(value: string): boolean {
  return DUMMY.test(value) || (value.length >= 16 && shannonEntropy(value) < 2.5);
}
