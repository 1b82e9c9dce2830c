// From what engines report to what a result holds: a chain of pure filters.
import type { AllowEntry } from './options.js';
import type { Finding, Source } from './result.js';

/** A result holds at most this many findings. */
export const MAX_FINDINGS = 1000;

/** In the order of their place; of the same place, what needed no decoding first. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => a.start - b.start || (a.decodedFrom?.length ?? 0) - (b.decodedFrom?.length ?? 0) || b.end - a.end,
  );
}

/** Drops a rule's finding that overlaps an earlier one of the same rule, as when several layers show the same place. */
export function dropRepeated(sorted: readonly Finding[]): Finding[] {
  const reach = new Map<string, number>();
  return sorted.filter(({ rule, start, end }) => {
    if (start < (reach.get(rule) ?? -1)) return false;
    reach.set(rule, Math.max(end, start + 1));
    return true;
  });
}

/** Of personal data and secrets at one place, keeps the surest, then the longest: a card number is not also a phone number. */
export function dropOverlappingEntities(sorted: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  let best: Finding | undefined;
  for (const finding of sorted) {
    if (finding.entity === undefined) {
      kept.push(finding);
    } else if (best === undefined || finding.start >= best.end) {
      best = finding;
      kept.push(finding);
    } else if (isSurer(finding, best)) {
      kept.splice(kept.lastIndexOf(best), 1);
      best = finding;
      kept.push(finding);
    }
  }
  return kept;
}

function isSurer(a: Finding, b: Finding): boolean {
  return a.score === b.score ? a.end - a.start > b.end - b.start : a.score > b.score;
}

/** True when an entry of the allow-list covers the finding. Entries are those in force: expiry is the caller's. */
export function isAllowed(finding: Finding, text: string, source: Source, entries: readonly AllowEntry[]): boolean {
  return entries.some((entry) => {
    if (!matchesRule(finding.rule, entry.rule)) return false;
    if (entry.source !== undefined && entry.source !== source) return false;
    if (entry.text === undefined) return true;
    const found = text.slice(finding.start, finding.end);
    if (typeof entry.text === 'string') return found === entry.text;
    // A g or y flag would make the pattern remember where it stopped.
    entry.text.lastIndex = 0;
    return entry.text.test(found);
  });
}

/** `wanted` is a rule id or `family/*`. */
export function matchesRule(id: string, wanted: string): boolean {
  return wanted.endsWith('/*') ? id.startsWith(wanted.slice(0, -1)) : id === wanted;
}
