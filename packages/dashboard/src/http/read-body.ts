import type { Feedback } from '@llm-sentinel/core';
import { refused } from './exchange.js';

// What a person sent: read field by field, whatever else is in it.

const VERDICTS = ['false_positive', 'false_negative', 'confirmed'] as const;
const MAX_MATCHERS = 20;
const MAX_TEXT = 1_000;
const MAX_NAME = 200;
const MAX_SILENCE_MS = 31_536_000_000;

/** What a label of an alert must be, as an alert manager takes it. */
export type LabelMatcher = string | { readonly not: string } | { readonly matches: string };

export interface SilenceBody {
  readonly matchers: Readonly<Record<string, LabelMatcher>>;
  readonly durationMs: number;
  readonly comment?: string;
  readonly createdBy?: string;
}

export function readFeedback(body: unknown): Feedback {
  const { scanId, verdict, comment } = fieldsOf(body);
  const known = VERDICTS.find((each) => each === verdict);
  if (known === undefined) throw refused(400, `\`verdict\` must be one of ${VERDICTS.join(', ')}.`);
  return {
    scanId: required('scanId', scanId, MAX_NAME),
    verdict: known,
    ...optional('comment', comment, MAX_TEXT),
  };
}

export function readAcknowledgement(body: unknown): { readonly by?: string } {
  return optional('by', fieldsOf(body).by, MAX_NAME);
}

export function readSilence(body: unknown): SilenceBody {
  const { matchers, durationMs, comment, createdBy } = fieldsOf(body);
  if (!Array.isArray(matchers) || matchers.length === 0 || matchers.length > MAX_MATCHERS) {
    throw refused(400, `\`matchers\` must be a list of 1 to ${MAX_MATCHERS} texts such as "severity=warning".`);
  }
  if (typeof durationMs !== 'number' || !(durationMs >= 1 && durationMs <= MAX_SILENCE_MS)) {
    throw refused(400, `\`durationMs\` must be a number from 1 to ${MAX_SILENCE_MS}.`);
  }
  return {
    matchers: Object.fromEntries(matchers.map(readMatcher)),
    durationMs,
    ...optional('comment', comment, MAX_TEXT),
    ...optional('createdBy', createdBy, MAX_NAME),
  };
}

/** `name=value`, `name!=value` or `name=~regular expression`, as in Alertmanager. */
function readMatcher(text: unknown): [name: string, matcher: LabelMatcher] {
  const parts =
    typeof text === 'string' && text.length <= MAX_TEXT ? /^([\w.-]{1,128})(=~|!=|=)(.*)$/su.exec(text) : null;
  if (parts === null) throw refused(400, 'A matcher is written name=value, name!=value or name=~pattern.');
  const [, name = '', sign, value = ''] = parts;
  if (sign === '=') return [name, value];
  return [name, sign === '!=' ? { not: value } : { matches: value }];
}

/** The same as a text. */
export function showMatchers(matchers: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(matchers).map(([name, matcher]) => {
    if (typeof matcher === 'string') return `${name}=${matcher}`;
    if (Array.isArray(matcher)) return `${name}=${matcher.join('|')}`;
    const { not, matches } = (matcher ?? {}) as { not?: unknown; matches?: unknown };
    return matches === undefined ? `${name}!=${[not].flat().join('|')}` : `${name}=~${String(matches)}`;
  });
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  throw refused(400, 'The body must be a JSON object.');
}

function required(name: string, value: unknown, max: number): string {
  if (typeof value === 'string' && value !== '' && value.length <= max) return value;
  throw refused(400, `\`${name}\` must be a text of 1 to ${max} characters.`);
}

function optional<Name extends string>(name: Name, value: unknown, max: number): { readonly [Key in Name]?: string } {
  if (value === undefined || value === null || value === '') return {};
  return { [name]: required(name, value, max) } as { [Key in Name]: string };
}
