import { Text } from '../components/text.js';
import { formatMoment } from '../format/time.js';
import { Swatch } from './swatch.js';

export interface TooltipRow {
  readonly name: string;
  readonly value: string;
  /** A custom property. */
  readonly color?: string;
}

interface TooltipProps {
  readonly time: number;
  readonly rows: readonly TooltipRow[];
  /** Where the cursor is, and how wide the chart is, in CSS pixels. */
  readonly left: number;
  readonly width: number;
}

/** Beside the cursor, on the side where there is room. */
export function Tooltip({ time, rows, left, width }: TooltipProps) {
  const isRight = left > width / 2;
  const style = isRight ? { right: `${width - left + 12}px` } : { left: `${left + 12}px` };
  return (
    <div class="tooltip" style={style}>
      <div class="tooltip-time">{formatMoment(time)}</div>
      {rows.map(({ name, value, color }) => (
        <div class="tooltip-row" key={name}>
          {color !== undefined && <Swatch color={color} />}
          <Text text={name} />
          <span class="tooltip-value">{value}</span>
        </div>
      ))}
    </div>
  );
}
