/**
 * Word groups shared by the English attack families, as regular expression source.
 *
 * Nothing in them repeats by a counter or without bound: whatever repeats is written out as nested options. A checker
 * proves such a pattern linear at once, while of loops and large counters it can only try samples.
 */

/**
 * Makes a pattern for folded text out of word groups. A blank in them stands for one to three white-space characters, a
 * line break and the indentation behind it for nothing.
 */
export function words(strings: TemplateStringsArray, ...groups: readonly string[]): RegExp {
  const source = String.raw(strings, ...groups).replaceAll(/\n */g, '');
  return new RegExp(source.replaceAll(' ', String.raw`(?:\s(?:\s\s?)?(?=\S))`), 'i');
}

/** Up to `count` words, each followed by a blank. As few as possible. */
export function upTo(count: number): string {
  return `${nested(`[\\w']${upToAtoms("[\\w',/&-]", 15, '?')} `, count, '??')}${JOIN}`;
}

/** Up to `count` characters that do not end a sentence. As few as possible. */
export function within(count: number): string {
  return upToAtoms('[^.!?]', count, '??');
}

/** Up to `count` characters of any kind. As few as possible. */
export function across(count: number): string {
  return upToAtoms('[^]', count, '??');
}

/**
 * Always true where a pattern goes on. V8 compiles what follows an option once for each of its branches, but not past a
 * lookahead: patterns with it compile several times faster.
 */
const JOIN = '(?=[^])';

/** About `count` atoms at most: first in strides, then one by one, so that each number is met in one way only. */
function upToAtoms(atom: string, count: number, option: '?' | '??'): string {
  const stride = Math.ceil(Math.sqrt(count));
  const strides = nested(atom.repeat(stride), Math.ceil((count + 1) / stride) - 1, option);
  return strides + JOIN + nested(atom, stride - 1, option) + JOIN;
}

function nested(atom: string, count: number, option: '?' | '??'): string {
  return `(?:${atom}`.repeat(count) + `)${option}`.repeat(count);
}

export const YOU = '(?:you|u|ya)';
export const YOU_ARE = "(?:(?:you|u)(?:'re| are| r)|youre|ur)";
export const YOUR = '(?:your|ur|yer)';
export const QUOTE = '["\'\\x60]';

/** Words between a verb and what it acts on that do not make the object someone else's, as "my" or "their" would. */
export const DETERMINERS =
  "(?:(?:all|any|every|each|everything|of|the|these|those|that|this|your|ur|our|such|other|both|and|or|please" +
  "|just|also|about|completely|entirely|totally|fully|now|whatever|most),? ){0,6}";

/** Instructions as a model has them. */
export const ORDERS =
  '(?:instructions?|instruction\\s?set|directives?|prompts?|programming|guidelines?|system (?:prompts?|messages?))';

/** With what people give each other too: needs more around it to mean those of a model. */
export const LOOSE_ORDERS =
  '(?:instructions?|directives?|prompts?|programming|guidelines?|system (?:prompts?|messages?)|rules?|commands?' +
  '|orders?|directions?|guidance|constraints?|restrictions?|polic(?:y|ies)|protocols?|guardrails?|safeguards?)';

/** Those who made a model or put it to work. */
export const MAKERS =
  "(?:developers?|devs?|creators?|makers?|owners?|operators?|programmers?|engineers?|company|deployers?" +
  "|designers?|employers?|openai|open ai|anthropic|google|meta|microsoft|mistral|xai|deepseek|admin" +
  "(?:istrator)?s?|vendors?)";

// Just before a verb that is reported or forbidden and not asked for: "models ignore", "do not reveal", "to bypass".
const REPORTED =
  "(?:(?:\\b(?:not|never|ever|cannot|dont|donot|to|or|nor|it|they|them|that|which|who|he|she|we|i|users?|people" +
  "|someone|attackers?|models?|llms?|bots?|agents?|assistants?|chatgpt|gpt|claude|can|could|would|will|may|might" +
  "|must|should|does|did|do|circumstances?,?)|n't)\\s|/)";

const ORDERED =
  '\\b(?:(?:want|need|like|order|command|instruct|require|authori[sz]e|advise|beg)\\s(?:you|u)\\sto|(?:you|u)\\s' +
  '(?:must|should|will|shall|have\\sto|need\\sto|are\\sto|are\\s(?:now\\s)?(?:required|instructed|ordered|allowed' +
  '|free)\\sto))\\s';

// A quotation in talk about attacks: "phrases like", "anything containing", or a quotation mark in mid-sentence.
const QUOTED =
  '(?:\\b(?:like|such\\sas|phrases?|saying|says|said|means?|called|titled|containing|contains|includes?|including' +
  '|detects?|flags?|blocks?|attacks?|injections?)|e\\.g\\.)[:,]?\\s?["\'*(\\x60]?|[a-z]\\s\\(?["\'\\x60]';

/** Stands before what is not a quotation in talk about attacks. */
export const SAID = `(?<!${QUOTED})\\b`;

/** Stands before a verb that asks the reader for something; not before one that is reported, forbidden or quoted. */
export const ASKED = `(?:(?<!${REPORTED})|(?<=${ORDERED}))${SAID}`;

/** Not followed by what makes instructions those of a recipe, a form or a manual. */
export const NOT_A_TOPIC =
  '(?! (?:about|regarding|concerning|on|that came with|for (?:the|my|our|a|an|making|using|installing|how)' +
  '|in (?:the|my|our|section|step|chapter|that)|of (?:the|my|our|a)|from (?:the|my|our) (?:doctor|teacher|manual' +
  '|vendor|builder|e-?mail|recipe|box|label))\\b)';
