import { useStore } from '../state/store.js';
import { dismiss, toasts } from '../state/toasts.js';
import { CloseIcon } from './icons.js';
import { Text } from './text.js';

/** What became of what someone did. */
export function Toasts() {
  const shown = useStore(toasts);
  return (
    <div class="toasts" role="status">
      {shown.map(({ id, text, kind }) => (
        <div class={`toast toast-${kind}`} key={id}>
          <Text text={text} />
          <button type="button" class="tool tool-small" aria-label="Dismiss" onClick={() => dismiss(id)}>
            <CloseIcon />
          </button>
        </div>
      ))}
    </div>
  );
}
