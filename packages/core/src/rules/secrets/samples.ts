// For examples and tests only. What looks like a secret is put together here at run time, so that no file of the repository
// holds anything that another scanner would stop.
import type { RuleExamples } from '../../rule.js';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';

/**
 * Characters that look random and are the same in every run: a linear congruential generator (Numerical Recipes) started with
 * the length and `seed`.
 */
export function draw(alphabet: string, length: number, seed = 1): string {
  let state = (length * 2_654_435_761 + seed * 40_503) >>> 0;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += alphabet[(state >>> 8) % alphabet.length];
  }
  return text;
}

export const hex = (length: number, seed?: number) => draw(`${DIGITS}abcdef`, length, seed);
export const digits = (length: number, seed?: number) => draw(DIGITS, length, seed);
export const letters = (length: number, seed?: number) => draw(LOWER + UPPER, length, seed);
export const lower = (length: number, seed?: number) => draw(LOWER + DIGITS, length, seed);
export const upper = (length: number, seed?: number) => draw(UPPER + DIGITS, length, seed);
export const alnum = (length: number, seed?: number) => draw(LOWER + UPPER + DIGITS, length, seed);
export const base32 = (length: number, seed?: number) => draw(`${LOWER}234567`, length, seed);
export const base64 = (length: number, seed?: number) => draw(`${LOWER}${UPPER}${DIGITS}+/`, length, seed);

export function uuid(seed = 1): string {
  return [8, 4, 4, 4, 12].map((length, index) => hex(length, seed + index)).join('-');
}

/** Base 64 for addresses, without padding. */
export function encode(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

export function jwt(seed = 1): string {
  return [encode({ alg: 'HS256', typ: 'JWT' }), encode({ sub: digits(10, seed), iat: 1_700_000_000 + seed }), alnum(43, seed)].join('.');
}

/** What people paste around a token. */
const PASTED: readonly ((token: string) => string)[] = [
  (token) => `Our deploy job has been failing with 401 since Monday. We use ${token} for it, can you see what is wrong?`,
  (token) => `# .env\nNODE_ENV=production\nSERVICE_CREDENTIAL=${token}\nPORT=8080\n`,
  (token) => `{"name":"ci","credential":"${token}","active":true}`,
  (token) => `const client = createClient('${token}');\nawait client.ping();`,
  (token) => `Hi Sam, as promised: ${token}\nPlease delete this mail afterwards.`,
  (token) => `curl -s https://api.service.test/v1/me -H "Authorization: Bearer ${token}" | jq .`,
  (token) => `2024-05-11T08:14:02Z ERROR upstream refused (${token}) after 3 attempts`,
  (token) => `deploy:\n  stage: release\n  variables:\n    CREDENTIAL: "${token}"\n`,
  (token) => `Translate this note into French: "the new one is ${token}, the old one stops on Friday."`,
];

function pick<Item>(items: readonly Item[], salt: string, count: number): Item[] {
  let first = 0;
  for (let i = 0; i < salt.length; i++) first = (first * 31 + salt.charCodeAt(i)) % items.length;
  return Array.from({ length: count }, (_, index) => items[(first + index * 2) % items.length] as Item);
}

/**
 * Examples of a token that its own form gives away: in three of the places people paste it; and cut off, as a documentation value
 * and as mere talk about its prefix.
 */
export function tokenExamples(prefix: string, body: string, more: { match?: string[]; noMatch?: string[] } = {}): RuleExamples {
  const [first, ...others] = pick(PASTED, prefix + body.length, 3).map((paste) => paste(prefix + body)) as [string, ...string[]];
  return {
    match: [first, ...others, ...(more.match ?? [])],
    noMatch: [
      `Keys of this kind begin with ${prefix} so a commit hook can look for it.`,
      `You sent me ${prefix}${body.slice(0, 5)} only, the rest was cut off.`,
      `Copy the sample file and put your own value for ${prefix}${'x'.repeat(body.length)} there.`,
      ...(more.noMatch ?? []),
    ],
  };
}

/**
 * Examples of a value that only a vendor's name gives away: beside the name in an environment file, in prose and in a
 * configuration file; and the value without the name, the name without a value, and a documentation value.
 */
export function namedExamples(vendor: string, variable: string, value: string): RuleExamples {
  return {
    match: [
      `# .env.production\n${variable}=${value}\nLOG_LEVEL=info\n`,
      `Why do I get 403? My ${vendor} secret key is "${value}" and it worked yesterday.`,
      `services:\n  worker:\n    environment:\n      ${variable}: '${value}'\n      TZ: UTC\n`,
    ],
    noMatch: [
      `The nightly build finished with id ${value} and all tests passed.`,
      `How do I rotate my ${vendor} secret key without downtime?`,
      `# copy to .env and fill in\n${variable}=your_${vendor.toLowerCase().replace(/\W/g, '_')}_key_here\n`,
    ],
  };
}

/** Examples written by hand. */
export function examples(match: [string, string, string, ...string[]], noMatch: [string, string, string, ...string[]]): RuleExamples {
  return { match, noMatch };
}
