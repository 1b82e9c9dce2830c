/**
 * Shannon entropy in bits per character: H = -Σ p(c) · log2 p(c) over the characters c of the text, p(c) being the
 * share of c.
 *
 * It is 0 for one repeated character and at most log2 of the number of different characters. A random string of n
 * characters from k symbols has about log2 k - (k - 1) / (2n · ln 2) bits when n is well above k. Read aloud: 32
 * random hex digits have about 3.6 bits, 32 random letters and digits about 4.5, a lower-case English phrase of that
 * length 3.5 to 3.9.
 */
export function shannonEntropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let total = 0;
  for (const count of counts.values()) total += count;
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / total) * Math.log2(count / total);
  return entropy;
}

/**
 * Shortest run of letters and digits that is judged: in fewer characters made-up text varies as much as random text.
 */
const MIN_LENGTH = 16;

/**
 * Least bits per character of a generated value. Hex digits: of 16 random ones 99 % have more than 2.6 bits, while
 * `deadbeef` or `abcabc` repeated stay below. Any other alphabet: of 16 random lower-case letters and digits 99 % have
 * more than 3.1.
 */
const MIN_HEX_ENTROPY = 2.6;
const MIN_ENTROPY = 3.1;

/** From this length and entropy on, mixed case makes up for a missing digit. */
const LONG = 20;
const MIN_LONG_ENTROPY = 3.9;

/** Fewest places where a digit follows a letter or a letter a digit, in a value broken up by separators. */
const MIN_ALTERNATIONS = 3;

/**
 * True for a value that a generator made rather than a person: a key, a token, a digest. Entropy alone can't tell
 * `my_application_settings_v2` (3.8 bits) from a key. So one run of 16 and more letters and digits, which is hardly a
 * name, must have two digits, or upper and lower case in shares that camel case does not reach. In a value whose runs
 * are all shorter, such as a UUID, letters and digits must alternate. Of random values of base 62, 97 % of those
 * with 20 characters pass, and 75 % of those with 16.
 */
export function looksRandom(value: string): boolean {
  const text = value.replace(/={1,6}$/, '');
  if (text.length < MIN_LENGTH) return false;
  if (/^(?:[0-9a-f-]+|[0-9A-F-]+)$/.test(text)) {
    return /\d/.test(text) && /[A-Fa-f]/.test(text) && shannonEntropy(text) >= MIN_HEX_ENTROPY;
  }
  if (shannonEntropy(text) < MIN_ENTROPY) return false;
  return alternations(text) >= MIN_ALTERNATIONS || text.split(/[^A-Za-z0-9]+/).some(isRandomRun);
}

function isRandomRun(run: string): boolean {
  if (run.length < MIN_LENGTH || !/[A-Za-z]/.test(run)) return false;
  const digits = run.replace(/\D+/g, '').length;
  const entropy = shannonEntropy(run);
  if (digits > 1) return entropy >= MIN_ENTROPY;
  if (run.length < LONG || entropy < MIN_LONG_ENTROPY) return false;
  return hasMixedCase(run);
}

/** Of random letters half are capitals, of `camelCaseNames` one in five. */
function hasMixedCase(run: string): boolean {
  const share = run.replace(/[^A-Z]+/g, '').length / run.length;
  return share >= 0.3 && share <= 0.7;
}

/** Places where a digit follows a letter or a letter a digit. */
function alternations(text: string): number {
  let count = 0;
  for (let i = 1; i < text.length; i++) {
    if (isDigit(text.charCodeAt(i - 1)) ? isLetter(text.charCodeAt(i)) : bothWays(text, i)) count++;
  }
  return count;
}

function bothWays(text: string, i: number): boolean {
  return isLetter(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i));
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isLetter(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}
