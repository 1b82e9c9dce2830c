const HEIGHTS = '▁▂▃▄▅▆▇█';
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** One line of columns, the highest as high as `max`. Values are summed up where there are more of them than columns. */
export function sparkline(values: readonly number[], width: number, max?: number): string {
  const columns = resample(values, width);
  const highest = max ?? Math.max(...columns, 1);
  return columns
    .map((value) => {
      if (value <= 0) return ' ';
      return HEIGHTS[Math.min(HEIGHTS.length - 1, Math.ceil((value / highest) * HEIGHTS.length) - 1)];
    })
    .join('');
}

/** A bar as long as its share of `width` columns, to an eighth of one. What is more than nothing is seen. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.min(Math.max(share, 0), 1) * width * 8);
  if (eighths === 0) return share > 0 ? '▏' : '';
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}

/** Sums of neighbours, so that there are at most `width`. */
function resample(values: readonly number[], width: number): readonly number[] {
  if (values.length <= width) return values;
  const sums = new Array<number>(width).fill(0);
  values.forEach((value, i) => {
    sums[Math.floor((i * width) / values.length)]! += value;
  });
  return sums;
}
