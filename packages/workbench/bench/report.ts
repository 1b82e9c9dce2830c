// What benches answer with, how it is printed, and the file between a run and the page.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The answer to one question. */
export interface Table {
  readonly title: string;
  /** What was measured and how, in a sentence or two. */
  readonly about: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** All answers of a machine, by name of the bench. Benches that were not run keep their last answer. */
export interface Results {
  readonly machine: string;
  readonly benches: Readonly<Record<string, readonly Table[]>>;
}

/** A bench: measures and answers. */
export type Bench = () => readonly Table[] | Promise<readonly Table[]>;

/** A wanted figure, with a mark that says whether it was reached. */
export function target(wanted: string, reached: boolean): string {
  return `${wanted} ${reached ? '✓' : '✗'}`;
}

export function printTable({ title, about, header, rows }: Table): void {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  ');
  console.log(`\n${title}\n${about}\n\n${line(header)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of rows) console.log(line(row));
}

/** The first column is words, the others are figures. */
function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

export function readResults(file: string): Results | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Results;
  } catch {
    return null;
  }
}

export function writeResults(file: string, results: Results): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
