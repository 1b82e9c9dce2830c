import { ACTION_NAMES, threatName } from '../format/words.js';
import { look, view } from '../state/app.js';
import { useStore } from '../state/store.js';
import type { View, ViewChange } from '../state/view.js';
import { CloseIcon } from './icons.js';
import { Text } from './text.js';

interface Chip {
  readonly label: string;
  readonly value: string;
  readonly without: ViewChange;
}

const NO_FILTERS: ViewChange = { threatType: undefined, source: undefined, action: undefined, search: undefined };

function chipsOf({ threatType, source, action, search }: View): readonly Chip[] {
  return [
    ...(threatType ? [{ label: 'Threat', value: threatName(threatType), without: { threatType: undefined } }] : []),
    ...(source ? [{ label: 'Source', value: source, without: { source: undefined } }] : []),
    ...(action ? [{ label: 'Events', value: ACTION_NAMES[action], without: { action: undefined } }] : []),
    ...(search ? [{ label: 'Search', value: search, without: { search: undefined } }] : []),
  ];
}

/** What the page is narrowed to, each with a way back. */
export function FilterChips() {
  const chips = chipsOf(useStore(view));
  if (chips.length === 0) return null;
  return (
    <section class="chips" aria-label="Filters">
      {chips.map(({ label, value, without }) => (
        <span class="chip" key={label}>
          <span class="chip-label">{label}</span>
          <span class="chip-value">
            <Text text={value} />
          </span>
          <button
            type="button"
            class="tool tool-small"
            aria-label={`Remove the filter ${label}`}
            onClick={() => look(without)}
          >
            <CloseIcon />
          </button>
        </span>
      ))}
      {chips.length > 1 && (
        <button type="button" class="link" onClick={() => look(NO_FILTERS)}>
          Clear all
        </button>
      )}
    </section>
  );
}
