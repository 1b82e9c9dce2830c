import { Swatch } from '../charts/swatch.js';
import { Text } from './text.js';

export interface LegendItem {
  readonly name: string;
  readonly color: string;
  readonly value: string;
  /** Looks at nothing else, or at everything again. */
  readonly onClick?: () => void;
  readonly isOn?: boolean;
}

export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul class="legend">
      {items.map(({ name, color, value, onClick, isOn = false }) => {
        const inner = (
          <>
            <Swatch color={color} />
            <span class="legend-name">
              <Text text={name} />
            </span>
            <span class="legend-value">{value}</span>
          </>
        );
        return (
          <li key={name}>
            {onClick === undefined ? (
              <span class="legend-item">{inner}</span>
            ) : (
              <button type="button" class="legend-item" aria-pressed={isOn} onClick={onClick}>
                {inner}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
