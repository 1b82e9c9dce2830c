import type { Severity, Source, ThreatType } from './result.js';

/**
 * One detection, as data: what to look for, how bad it is and what to tell a person.
 *
 * How a rule runs: the keyword automaton reads the folded text once. Only where one of `keywords` (and, when given, one of
 * `near`, and a run of as many digits as `digits` asks) is found does `pattern` run, on the slice of text `reach`
 * characters to both sides. A rule with neither `keywords` nor `digits` runs over the whole text of every scan, in
 * overlapping windows of 2,048 characters, and so must match within 512.
 */
export interface Rule<Id extends string = string> {
  /** `family/kebab-name`. Unique, never renamed, never reused. */
  readonly id: Id;
  /** Which kind of threat a match is a sign of: a built-in one, or a name of your own. */
  readonly threatType: ThreatType;
  /** How bad a true match is. */
  readonly severity: Exclude<Severity, 'none'>;
  /** How likely a match is a true one, 0..1. Scores of different rules for one threat type add up as independent evidence. */
  readonly score: number;
  /** One sentence for the person whose text was stopped: what was found, without quoting it. */
  readonly message: string;
  /**
   * Folded like the text: any case, any accents. One of them must occur. A keyword of fewer than five letters has to start a word; longer ones may
   * stand anywhere. A blank matches any run of white space.
   * @default none: see above for how such a rule runs
   */
  readonly keywords?: readonly string[];
  /** At least one of these too, within `reach` characters of the keyword. @default none is needed */
  readonly near?: readonly string[];
  /** Number of digits, inclusive, in a run whose digits stand at most three characters apart. @default none are needed */
  readonly digits?: readonly [min: number, max: number];
  /**
   * A letter stands among the digits or directly beside them, as in `AB1234567C`. Saves runs of the pattern at times, dates and amounts. Only with
   * `digits` and without `keywords`. @default false
   */
  readonly amongLetters?: boolean;
  /** Characters to both sides of a keyword that the pattern gets to see. A match never spans more. @default 240 */
  readonly reach?: number;
  /**
   * With the `i` flag it runs on folded text: lower case, plain ASCII digits and Latin letters without accents, no invisible
   * characters, homoglyphs resolved, two characters at most of any white space. Without `i` it runs on the same text in its own
   * case. Letters in the pattern are folded too, so write `é` or `й` as usual. No `g`, `y` or `d` flag.
   * A group named `span`, if any, is what the finding points to; else the whole match.
   */
  readonly pattern: RegExp;
  /** A checksum or parser; receives the match (or its `span` group). False: no finding. @default every match counts */
  readonly validate?: (value: string) => boolean;
  /** Words around a match that make it likelier. @default the score is always the same */
  readonly context?: {
    /** Runs on folded text, `within` characters before and after the match. Same flags as `pattern`. */
    readonly pattern: RegExp;
    /** The finding's score when the context is there. */
    readonly score: number;
    /** Without the context there is no finding. @default false */
    readonly required?: boolean;
    /** Characters of folded text before and after the match. @default 64 */
    readonly within?: number;
  };
  /** Judged only in texts from these. @default every source */
  readonly sources?: readonly Source[];
  /** What was found, for personal data and secrets: `email`, `credit_card`, `aws_access_key`. @default none is named */
  readonly entity?: string;
  /** OWASP LLM Top 10 (2025) and MITRE ATLAS ids, such as `LLM01` and `AML.T0051.000`. @default [] */
  readonly references?: readonly string[];
  /** Reported with action `flag` at most, until a later release promotes it. @default false */
  readonly experimental?: boolean;
}

/**
 * Declares a family of rules so that its ids are known to the compiler and `ExamplesFor` can demand examples for each.
 *
 * @example
 * export const siteRules = defineRules([{ id: 'site/ticket-number', … }]);
 */
export function defineRules<const Id extends string>(rules: readonly Rule<Id>[]): readonly Rule<Id>[] {
  return rules;
}

/** Texts that a rule alone must find, and near misses that it must not. */
export interface RuleExamples {
  /** Texts that the rule must find. */
  readonly match: readonly [string, ...string[]];
  /** Texts that it must not find. */
  readonly noMatch: readonly [string, ...string[]];
}

/** A record with both kinds of examples for every rule of a family; a missing one does not compile. */
export type ExamplesFor<Rules extends readonly { readonly id: string }[]> = Readonly<
  Record<Rules[number]['id'], RuleExamples>
>;
