// Figures that guides repeat must be those of the pages they were measured for, give or take what a machine varies by.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = (path: string) => readFileSync(new URL(`../../../docs/${path}`, import.meta.url), 'utf8');
const performance = page('performance.md');
const detection = page('detection.md');
const capacity = page('guide/capacity-planning.md');
const checklist = page('guide/production-checklist.md');
const security = page('guide/security-model.md');

/** A repeated figure may differ by this share before a reader is misled. */
const TOLERANCE = 0.25;

/** The cells of the first row of a table that begins with a name. */
function row(markdown: string, name: string): string[] {
  const line = markdown.split('\n').find((candidate) => candidate.startsWith(`| ${name} |`));
  if (line === undefined) throw new Error(`There is no row "${name}" any more.`);
  return line.split('|').map((cell) => cell.trim());
}
const measured = (name: string, column: number) => Number(row(performance, name)[column]?.replaceAll(',', ''));
const said = (markdown: string, pattern: RegExp) => Number(pattern.exec(markdown)?.[1]);
const about = (value: number) => ({
  asymmetricMatch: (other: number) => Math.abs(other - value) <= TOLERANCE * value,
  toString: () => `about ${value}`,
});

describe('the page on capacity', () => {
  it.each([
    ['chat80', 4, /80 characters \| ([\d.]+) µs/],
    ['chat80', 5, /80 characters \|.*?\(p99 ([\d.]+)\)/],
    ['prompt2k', 4, /2,000 characters \| ([\d.]+) µs/],
    ['prompt2k', 5, /2,000 characters \|.*?\(p99 ([\d.]+)\)/],
    ['chat80, attacking', 4, /80 characters \|.*an attack ([\d.]+) µs/],
    ['prompt2k, attacking', 4, /2,000 characters \|.*an attack ([\d.]+) µs/],
    ['all of them', 2, /metrics, log line and span of a scan \| ([\d.]+) µs/],
    ['all of them', 3, /with findings ([\d.]+) µs/],
  ] as const)('repeats %s, column %d, as it was measured', (name, column, pattern) => {
    expect(said(capacity, pattern)).toEqual(about(measured(name, column)));
  });

  it('repeats the time of a long document in milliseconds', () => {
    expect(said(capacity, /50,000 characters \| ([\d.]+) ms/)).toEqual(about(measured('document50k', 4) / 1_000));
  });
});

describe('the production checklist', () => {
  it('repeats how many harmless texts are blocked, to the digit', () => {
    const [, , publicSets, handWritten] = row(detection, 'harmless texts blocked');
    expect(checklist).toContain(`${publicSets} in public collections`);
    expect(checklist).toContain(`${handWritten} in texts made to mislead`);
  });

  it('repeats the slowest scans', () => {
    expect(said(checklist, /([\d.]+) ms for 80 characters/) * 1_000).toEqual(about(measured('chat80', 5)));
    expect(said(checklist, /([\d.]+) ms for 2,000,/) * 1_000).toEqual(about(measured('prompt2k', 5)));
    expect(said(checklist, /([\d.]+) ms for 50,000/) * 1_000).toEqual(about(measured('document50k', 5)));
  });
});

it('the security model repeats the worst of the hostile texts', () => {
  const hostile = performance.split('## Hostile texts')[1]?.split('\n## ')[0] ?? '';
  const times = [...hostile.matchAll(/^\| [a-zA-Z].*? \| ([\d.]+) \|/gm)].map(([, ms]) => Number(ms));
  expect(times.length).toBeGreaterThan(30);
  expect(said(security, /\[([\d.]+) ms for 50,000 characters\]/)).toEqual(about(Math.max(...times)));
});
