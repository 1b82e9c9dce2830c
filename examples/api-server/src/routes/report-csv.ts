import type { Report } from '@llm-sentinel/postgres';

/** A row for each figure and each entry (RFC 4180). What has members of its own is JSON in its cell. */
export function reportCsv({ standard, from, to, answers }: Report): string {
  const lines = [row(['standard', 'from', 'to', 'clause', 'question', 'kind', 'content'])];
  for (const { clause, question, figures, entries } of answers) {
    const kind = figures === null ? 'entry' : 'figure';
    for (const content of figures ?? entries ?? []) {
      lines.push(row([standard, from, to, clause, question, kind, JSON.stringify(content)]));
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}

function row(cells: readonly string[]): string {
  return cells.map(cell).join(',');
}

function cell(value: string): string {
  // A spreadsheet would run what begins with one of these.
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
