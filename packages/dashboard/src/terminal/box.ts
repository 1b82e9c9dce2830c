import { fit, padEnd, widthOf } from './safe-text.js';

/** Lines in a frame with a title, `width` columns in all. Lines must fit: see `innerWidth`. */
export function box(title: string, lines: readonly string[], width: number, dim: (text: string) => string): string[] {
  const head = `─ ${fit(title, width - 6)} `;
  return [
    dim(`┌${head}${'─'.repeat(Math.max(0, width - 2 - widthOf(head)))}┐`),
    ...lines.map((line) => `${dim('│')} ${padEnd(line, innerWidth(width))} ${dim('│')}`),
    dim(`└${'─'.repeat(width - 2)}┘`),
  ];
}

/** Columns inside of a frame. */
export function innerWidth(width: number): number {
  return width - 4;
}

/** Two blocks next to each other, the shorter one filled up with blanks. */
export function beside(left: readonly string[], right: readonly string[], leftWidth: number, gap = 1): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    `${padEnd(left[i] ?? '', leftWidth + gap)}${right[i] ?? ''}`.trimEnd(),
  );
}
