import { formatSpan } from '../format/time.js';
import { ACTION_NAMES, threatName } from '../format/words.js';
import { leaveCustomRange, look, lookAtAll, view } from '../state/app.js';
import { useStore } from '../state/store.js';
import type { View, ViewChange } from '../state/view.js';
import { CloseIcon } from './icons.js';
import { Text } from './text.js';

interface Chip {
  readonly label: string;
  readonly value: string;
  readonly remove: () => void;
}

function chipsOf({ range, threatType, source, action, search }: View): readonly Chip[] {
  const without = (change: ViewChange) => () => look(change);
  return [
    ...(typeof range === 'string'
      ? []
      : [{ label: 'Time', value: formatSpan(range.from, range.to, Date.now()), remove: leaveCustomRange }]),
    ...(threatType
      ? [{ label: 'Threat', value: threatName(threatType), remove: without({ threatType: undefined }) }]
      : []),
    ...(source ? [{ label: 'Source', value: source, remove: without({ source: undefined }) }] : []),
    ...(action ? [{ label: 'Events', value: ACTION_NAMES[action], remove: without({ action: undefined }) }] : []),
    ...(search ? [{ label: 'Search', value: search, remove: without({ search: undefined }) }] : []),
  ];
}

/** What the page is narrowed to, each with a way back. */
export function FilterChips() {
  const chips = chipsOf(useStore(view));
  if (chips.length === 0) return null;
  return (
    <section class="chips" aria-label="Filters">
      {chips.map(({ label, value, remove }) => (
        <span class="chip" key={label}>
          <span class="chip-label">{label}</span>
          <span class="chip-value">
            <Text text={value} />
          </span>
          <button type="button" class="tool tool-small" aria-label={`Remove the filter ${label}`} onClick={remove}>
            <CloseIcon />
          </button>
        </span>
      ))}
      {chips.length > 1 && (
        <button type="button" class="link" onClick={lookAtAll}>
          Clear all
        </button>
      )}
    </section>
  );
}
