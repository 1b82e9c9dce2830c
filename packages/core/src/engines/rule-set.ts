import { SentinelError } from '../errors.js';
import { fold, foldText } from '../normalize/fold.js';
import { findBacktracking } from '../regex/backtracking.js';
import type { Rule } from '../rule.js';
import { sourceBits } from '../source-bits.js';
import { type Automaton, buildAutomaton } from './automaton.js';

const DEFAULT_REACH = 240;

/**
 * A rule made ready to run: what the loops ask of it are fields of one shape, since rules are objects of many. Its patterns are compiled when it
 * first has reason to run: most rules never do.
 */
export class CompiledRule {
  readonly rule: Rule;
  /** Position in the rule set. */
  readonly index: number;
  /** Name of the engine that reports its findings. */
  readonly engine: string;
  /** Runs on lower-case text. */
  readonly folded: boolean;
  /** A `span` group says what a finding points to. */
  readonly hasSpan: boolean;
  readonly validate: NonNullable<Rule['validate']> | null;
  readonly context: NonNullable<Rule['context']> | null;
  readonly reach: number;
  readonly needsNear: boolean;
  readonly digits: readonly [number, number] | null;
  /** Gated by nothing: runs over every text. */
  readonly ungated: boolean;
  /** Texts from these, as `SOURCE_BITS`. */
  readonly sources: number;
  #pattern: RegExp | undefined;
  #spanPattern: RegExp | undefined;
  #contextPattern: RegExp | undefined;

  constructor(rule: Rule, index: number, engine: string) {
    this.rule = rule;
    this.index = index;
    this.engine = engine;
    this.folded = rule.pattern.ignoreCase;
    this.hasSpan = rule.pattern.source.includes('(?<span>');
    this.validate = rule.validate ?? null;
    this.context = rule.context ?? null;
    this.reach = rule.reach ?? DEFAULT_REACH;
    this.needsNear = rule.near !== undefined;
    this.digits = rule.digits ?? null;
    this.ungated = rule.keywords === undefined && rule.digits === undefined;
    this.sources = sourceBits(rule.sources);
  }

  /** With the flag `g`. */
  get pattern(): RegExp {
    this.#pattern ??= compilePattern(this.rule.pattern, 'g');
    return this.#pattern;
  }

  /** The same, also saying where the `span` group is. That is half the price of a match, and most matches are not valid. */
  get spanPattern(): RegExp {
    this.#spanPattern ??= compilePattern(this.rule.pattern, 'gd');
    return this.#spanPattern;
  }

  get contextPattern(): RegExp | null {
    if (this.context === null) return null;
    this.#contextPattern ??= compilePattern(this.context.pattern, '');
    return this.#contextPattern;
  }
}

/** Words with the automaton that finds them and the rules that asked for each. */
export interface WordIndex {
  readonly automaton: Automaton;
  /** Folded, white space as one blank. */
  readonly words: readonly string[];
  /** Indices of rules that have the word among their keywords, by number of the word. */
  readonly rules: readonly (readonly number[])[];
  /** Indices of rules that have it among their near words. */
  readonly nearRules: readonly (readonly number[])[];
}

/** Rules compiled together. Immutable and shared between scanners. */
export interface RuleSet {
  readonly rules: readonly CompiledRule[];
  /** Looked for in every text: keywords, near words, and what gives a disguise away. */
  readonly keywords: WordIndex;
  /** By keyword number: 0, or the bit of a disguise whose word it is. */
  readonly disguise: Uint8Array;
  /** Rules gated by digits alone. */
  readonly digitRules: readonly CompiledRule[];
  /** Rules gated by nothing. */
  readonly ungatedRules: readonly CompiledRule[];
}

export const Disguise = { ROT13: 1, REVERSED: 2 } as const;

// Words that an attack can hardly do without. Where two of them stand in rot13 or backwards, that layer is decoded.
const TELLTALE_WORDS = [
  'ignore',
  'disregard',
  'forget',
  'previous',
  'instruction',
  'system',
  'prompt',
  'reveal',
  'secret',
  'password',
  'above',
  'unrestricted',
  'jailbreak',
  'developer',
  'guidelines',
  'restrictions',
  'override',
  'bypass',
  'pretend',
  'everything',
];

/** Named groups of rules, by the engine that reports them. */
export type RulesByEngine = readonly (readonly [engine: string, rules: readonly Rule[]])[];

/** Compiles rules that were tested with the library. See `checkRule` for those that were not. */
export function compileRules(groups: RulesByEngine): RuleSet {
  const rules = groups.flatMap(([engine, list]) => list.map((rule) => [engine, rule] as const));
  const compiled = rules.map(([engine, rule], index) => new CompiledRule(rule, index, engine));
  const telltales = TELLTALE_WORDS.flatMap((word) => [rot13(word), reversed(word)]);
  const keywords = indexWords(compiled, telltales);
  const disguise = new Uint8Array(keywords.words.length);
  for (const word of TELLTALE_WORDS) {
    disguise[keywords.words.indexOf(rot13(word))] = Disguise.ROT13;
    disguise[keywords.words.indexOf(reversed(word))] = Disguise.REVERSED;
  }
  return {
    rules: compiled,
    keywords,
    disguise,
    digitRules: compiled.filter(({ rule, digits }) => digits !== null && rule.keywords === undefined),
    ungatedRules: compiled.filter(({ ungated }) => ungated),
  };
}

function indexWords(compiled: readonly CompiledRule[], others: readonly string[]): WordIndex {
  const numbers = new Map<string, number>();
  const rules: number[][] = [];
  const nearRules: number[][] = [];
  const numberOf = (word: string): number => {
    let number = numbers.get(word);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(word, number);
      rules.push([]);
      nearRules.push([]);
    }
    return number;
  };
  for (const word of others) numberOf(word);
  for (const { rule, index } of compiled) {
    for (const word of new Set(rule.keywords?.map(foldKeyword))) rules[numberOf(word)]?.push(index);
    for (const word of new Set(rule.near?.map(foldKeyword))) nearRules[numberOf(word)]?.push(index);
  }
  const words = [...numbers.keys()];
  return { automaton: buildAutomaton(words), words, rules, nearRules };
}

function foldKeyword(word: string): string {
  return foldText(word).replace(/\s+/g, ' ');
}

/**
 * The pattern as it runs on folded text: letters beyond ASCII are folded like the text, and `i` goes where the pattern has no
 * capital letter, because the text has none either and matching by case is faster.
 */
function compilePattern(pattern: RegExp, flags: string): RegExp {
  const source = pattern.source.replace(/[^\x00-\x7f]/gu, (letter) => {
    const { folded, cased } = fold(letter);
    return (pattern.ignoreCase ? folded : cased) || letter;
  });
  const literal = source.replace(/\\(?:[pP]\{[^}]*\}|[a-zA-Z])|\(\?<[a-zA-Z]+>/g, '');
  const kept = pattern.ignoreCase && !/[A-Z]/.test(literal) ? pattern.flags.replace('i', '') : pattern.flags;
  return new RegExp(source, kept + flags);
}

function reversed(word: string): string {
  return Array.from(word).reverse().join('');
}

function rot13(word: string): string {
  return word.replace(/[a-z]/g, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 84) % 26)));
}

const RULE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SEVERITIES = ['low', 'medium', 'high', 'critical'];
const SOURCES = ['user', 'model', 'tool', 'document', 'system'];
const FIELDS = new Set([
  'id',
  'threatType',
  'severity',
  'score',
  'message',
  'keywords',
  'near',
  'digits',
  'amongLetters',
  'reach',
  'pattern',
  'validate',
  'context',
  'sources',
  'entity',
  'references',
  'experimental',
]);
/** An ungated pattern sees windows of 2,048 characters that overlap by 512, so a longer reach would find less than it says. */
const MAX_REACH = 20_000;

/**
 * Checks a rule that a user wrote.
 *
 * @throws SentinelError INVALID_RULE, naming the rule, the field and what it should be; also when the pattern could take
 * exponential time, or polynomial of degree three and more.
 */
export function checkRule(rule: Rule): void {
  const fail = (problem: string): never => {
    const id = typeof rule?.id === 'string' ? `Rule '${rule.id}'` : 'A rule';
    throw new SentinelError('INVALID_RULE', `[@llm-sentinel/core] ${id}: ${problem}`);
  };
  if (typeof rule !== 'object' || rule === null)
    fail('must be an object with id, threatType, severity, score, message, pattern.');
  if (typeof rule.id !== 'string' || !RULE_ID.test(rule.id)) fail("`id` must be 'family/kebab-name' in lower case.");
  for (const field of Object.keys(rule)) if (!FIELDS.has(field)) fail(`unknown field \`${field}\`.`);
  if (typeof rule.threatType !== 'string' || !/^[a-z][a-z0-9_]{0,39}$/.test(rule.threatType)) {
    fail('`threatType` must be lower-case letters, digits and underscores, at most 40.');
  }
  if (!SEVERITIES.includes(rule.severity)) fail(`\`severity\` must be one of ${SEVERITIES.join(', ')}.`);
  if (!(typeof rule.score === 'number' && rule.score > 0 && rule.score <= 1))
    fail('`score` must be a number above 0 and at most 1.');
  if (typeof rule.message !== 'string' || rule.message === '') fail('`message` must be a sentence.');
  for (const field of ['keywords', 'near'] as const) {
    const words = rule[field];
    if (words === undefined) continue;
    if (
      !Array.isArray(words) ||
      words.length === 0 ||
      words.some((word) => typeof word !== 'string' || foldText(word).trim() === '')
    ) {
      fail(`\`${field}\` must be a list of at least one non-empty word.`);
    }
  }
  if (rule.near !== undefined && rule.keywords === undefined) fail('`near` needs `keywords`.');
  if (rule.digits !== undefined) {
    const [min = Number.NaN, max = Number.NaN] = Array.isArray(rule.digits) ? rule.digits : [];
    if (!(Number.isInteger(min) && Number.isInteger(max) && min >= 4 && max >= min)) {
      fail('`digits` must be [min, max], whole numbers, min at least 4.');
    }
  }
  if (rule.amongLetters !== undefined && typeof rule.amongLetters !== 'boolean')
    fail('`amongLetters` must be true or false.');
  if (rule.amongLetters === true && (rule.digits === undefined || rule.keywords !== undefined)) {
    fail('`amongLetters` needs `digits`, and no `keywords`.');
  }
  if (rule.reach !== undefined && !(Number.isInteger(rule.reach) && rule.reach > 0 && rule.reach <= MAX_REACH)) {
    fail(`\`reach\` must be a whole number from 1 to ${MAX_REACH}.`);
  }
  if (
    rule.sources !== undefined &&
    (!Array.isArray(rule.sources) || rule.sources.some((source) => !SOURCES.includes(source)))
  ) {
    fail(`\`sources\` must be a list of ${SOURCES.join(', ')}.`);
  }
  if (rule.validate !== undefined && typeof rule.validate !== 'function') fail('`validate` must be a function.');
  checkPattern('pattern', rule.pattern, fail);
  if (rule.context !== undefined) checkPattern('context.pattern', rule.context?.pattern, fail);
}

function checkPattern(field: string, pattern: RegExp, fail: (problem: string) => never): void {
  if (!(pattern instanceof RegExp)) fail(`\`${field}\` must be a RegExp.`);
  if (/[gyd]/.test(pattern.flags))
    fail(`\`${field}\` must not have the g, y or d flag: state does not belong in a rule.`);
  const problem = findBacktracking(pattern);
  if (problem === null || (problem.kind === 'polynomial' && problem.degree < 3)) return;
  fail(
    problem.kind === 'unsupported'
      ? `\`${field}\` is too complex to be proved safe (${problem.at}); make it shorter or split the rule.`
      : `\`${field}\` can take ${problem.kind} time on hostile text at ${problem.at}; make its repetitions exclusive or bounded.`,
  );
}
