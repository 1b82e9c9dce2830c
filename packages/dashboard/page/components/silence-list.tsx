import type { AlertsView } from '../../src/api.js';
import { formatDuration } from '../format/time.js';
import { expireSilence } from '../state/actions.js';
import { clock } from '../state/app.js';
import { useStore } from '../state/store.js';
import { Nothing } from './panel.js';
import { Text } from './text.js';

/** What nobody is told of for a while. */
export function SilenceList({ silences }: Pick<AlertsView, 'silences'>) {
  const now = useStore(clock);
  if (silences.length === 0) return <Nothing>No silence is active.</Nothing>;
  return (
    <ul class="alerts">
      {silences.map(({ id, matchers, endsAt, comment, createdBy }) => (
        <li class="alert" key={id}>
          <ul class="labels" aria-label="Matchers">
            {matchers.map((matcher) => (
              <li class="label" key={matcher}>
                <Text text={matcher} />
              </li>
            ))}
          </ul>
          <p class="alert-message">
            Ends in {formatDuration(endsAt - now)}
            {createdBy && (
              <>
                , by <Text text={createdBy} />
              </>
            )}
            {comment && (
              <>
                : <Text text={comment} />
              </>
            )}
          </p>
          <div class="alert-actions">
            <button type="button" class="button" onClick={() => void expireSilence(id)}>
              End now
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}
