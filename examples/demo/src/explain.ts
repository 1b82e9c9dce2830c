import { type Action, type Decoding, type Finding, redact, type Source, type ThreatType } from '@llm-sentinel/core';
import { columns, headline, printable } from './columns.js';
import type { Observation } from './replay.js';

/** Why a text was judged as it was: its weightiest finding, and where it is. */
export interface Explanation {
  readonly id: string;
  readonly source: Source;
  readonly action: Action;
  readonly riskScore: number;
  readonly threatType: ThreatType;
  readonly rule: string;
  readonly score: number;
  readonly message: string;
  readonly decodedFrom?: readonly Decoding[];
  /** The place in the text, on one line. */
  readonly excerpt: string;
  /** Carets under the span, to be printed below the excerpt. */
  readonly carets: string;
  /** What goes on instead of the text, when it is to be redacted. */
  readonly redacted?: string;
}

const WIDTH = 92;
const LEAD = 24;

/** Three verdicts that show different things: an attack inside a document, a hidden attack, and something to mask. */
export function pickExamples(observations: readonly Observation[]): readonly Explanation[] {
  const candidates: Explanation[] = [];
  for (const observation of observations) {
    const explanation = observation.round === 1 ? explain(observation) : undefined;
    if (explanation !== undefined) candidates.push(explanation);
  }
  const planted = candidates.find(
    ({ action, source, decodedFrom }) =>
      action === 'block' && (source === 'document' || source === 'tool') && decodedFrom === undefined,
  );
  const hidden = candidates.find(({ action, decodedFrom }) => action === 'block' && decodedFrom !== undefined);
  const masked = candidates.find(({ action, threatType }) => action === 'redact' && threatType === 'pii');
  return [planted, hidden, masked].filter((explanation) => explanation !== undefined);
}

/** Undefined when nothing was found. */
export function explain({ item, result }: Observation): Explanation | undefined {
  const finding = weightiest(result.findings.filter(({ threatType }) => threatType === result.threatType));
  if (finding === undefined) return undefined;
  const { threatType, rule, score, message, decodedFrom, start, end } = finding;
  return {
    id: item.id,
    source: result.source,
    action: result.action,
    riskScore: result.riskScore,
    threatType,
    rule,
    score,
    message,
    ...(decodedFrom === undefined || decodedFrom.length === 0 ? {} : { decodedFrom }),
    ...markSpan(item.text, start, end, WIDTH),
    ...(result.action === 'redact' ? { redacted: headline(redact(item.text, result).text, WIDTH) } : {}),
  };
}

function weightiest(findings: readonly Finding[]): Finding | undefined {
  return [...findings].sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))[0];
}

/** The span with some text around it, cut to `width` columns, and carets that line up with it. */
export function markSpan(text: string, start: number, end: number, width: number): { excerpt: string; carets: string } {
  const before = oneLine(text.slice(Math.max(0, start - 200), start));
  const span = oneLine(text.slice(start, end));
  const after = oneLine(text.slice(end, end + 200));
  const lead = tail(before, LEAD, start > 200);
  const marked = head(span, width - columns(lead) - 1, false);
  const rest = head(after, width - columns(lead) - columns(marked), end + 200 < text.length);
  return {
    excerpt: lead + marked + rest,
    carets: ' '.repeat(columns(lead)) + '^'.repeat(Math.max(1, columns(marked))),
  };
}

function oneLine(text: string): string {
  return Array.from(text, printable).join('');
}

/** As much of the beginning as fits, with an ellipsis where something is missing. */
function head(text: string, width: number, isCut: boolean): string {
  if (!isCut && columns(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += columns(character);
    if (used > width - 1) break;
    kept += character;
  }
  return width < 1 ? '' : `${kept}…`;
}

/** As much of the end as fits. */
function tail(text: string, width: number, isCut: boolean): string {
  if (!isCut && columns(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of Array.from(text).reverse()) {
    used += columns(character);
    if (used > width - 1) break;
    kept = character + kept;
  }
  return `…${kept}`;
}
