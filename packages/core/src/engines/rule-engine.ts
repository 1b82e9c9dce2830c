import { MAX_FINDINGS } from '../findings.js';
import type { TextLayer } from '../normalize/layer.js';
import type { Finding } from '../result.js';
import type { Candidate } from './candidates.js';
import type { CompiledRule } from './rule-set.js';

export const DEFAULT_CONTEXT_CHARS = 64;
/** A window is widened by at most this to begin and end between words, so that `\b` means what it says. */
export const MAX_WORD = 48;

/** Runs a rule over its windows of a layer and adds what it finds; stops one past what a result can hold. */
export function runRule({ rule, windows }: Candidate, layer: TextLayer, findings: Finding[]): void {
  const text = rule.folded ? layer.folded : layer.cased;
  const { pattern } = rule;
  for (let w = 0; w < windows.length; w += 2) {
    const start = toWordStart(text, layer.foldedOffset(windows[w] as number));
    const end = toWordEnd(text, Math.min(text.length, layer.foldedOffset(windows[w + 1] as number)));
    const slice = start === 0 && end === text.length ? text : text.slice(start, end);
    pattern.lastIndex = 0;
    for (let match = pattern.exec(slice); match !== null; match = pattern.exec(slice)) {
      if (match[0] === '') {
        pattern.lastIndex++;
        continue;
      }
      const finding = toFinding(rule, match, start, layer);
      if (finding === null) continue;
      findings.push(finding);
      if (findings.length > MAX_FINDINGS) return;
    }
  }
}

function toFinding(compiled: CompiledRule, match: RegExpExecArray, offset: number, layer: TextLayer): Finding | null {
  const { rule, validate, context } = compiled;
  const span = compiled.hasSpan ? match.groups?.span : undefined;
  if (validate !== null && !validate(span ?? match[0])) return null;
  const [from, to] = span === undefined ? [match.index, match.index + match[0].length] : placeOfSpan(compiled, match);
  const start = offset + from;
  const end = offset + to;
  let score = rule.score;
  if (context !== null) {
    const { folded } = layer;
    const within = context.within ?? DEFAULT_CONTEXT_CHARS;
    const around = `${folded.slice(Math.max(0, start - within), start)}\n${folded.slice(end, end + within)}`;
    if (compiled.contextPattern?.test(around)) score = context.score;
    else if (context.required === true) return null;
  }
  return {
    engine: compiled.engine,
    rule: rule.id,
    threatType: rule.threatType,
    severity: rule.severity,
    score,
    ...layer.locate(start, end),
    message: rule.message,
    ...(rule.entity !== undefined && { entity: rule.entity }),
    ...(layer.decodedFrom.length > 0 && { decodedFrom: layer.decodedFrom }),
    ...(rule.references !== undefined && { references: rule.references }),
    ...(rule.experimental === true && { experimental: true }),
  };
}

/** Where the `span` group of a match is: matches again, at the same place. */
function placeOfSpan({ spanPattern }: CompiledRule, { index, input }: RegExpExecArray): [number, number] {
  spanPattern.lastIndex = index;
  return spanPattern.exec(input)?.indices?.groups?.span as [number, number];
}

function toWordStart(text: string, offset: number): number {
  let start = Math.max(0, offset);
  const limit = Math.max(0, start - MAX_WORD);
  while (start > limit && isWord(text.charCodeAt(start - 1))) start--;
  return start;
}

function toWordEnd(text: string, offset: number): number {
  let end = offset;
  const limit = Math.min(text.length, end + MAX_WORD);
  while (end < limit && isWord(text.charCodeAt(end))) end++;
  return end;
}

function isWord(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    unit === 95 ||
    unit >= 0xc0
  );
}
