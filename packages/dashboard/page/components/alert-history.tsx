import type { AlertsView } from '../../src/api.js';
import { formatAgo, formatWhole } from '../format/time.js';
import { clock } from '../state/app.js';
import { useStore } from '../state/store.js';
import { Nothing } from './panel.js';
import { Text } from './text.js';

/** What became of alerts, the newest first. */
export function AlertHistory({ history }: Pick<AlertsView, 'history'>) {
  const now = useStore(clock);
  if (history.length === 0) return <Nothing>Nothing has happened yet.</Nothing>;
  return (
    <ol class="history">
      {history.map(({ time, event, title, severity, detail }, index) => (
        <li key={`${time}-${index}`}>
          <span class="history-event">
            <Text text={event} />
          </span>
          <span class="history-title">
            <Text text={title} />
            <span class={`history-severity alert-${severity}`}>
              <Text text={severity} />
            </span>
            {detail !== undefined && (
              <span class="history-detail">
                <Text text={detail} />
              </span>
            )}
          </span>
          <time dateTime={new Date(time).toISOString()} title={formatWhole(time)}>
            {formatAgo(time, now)}
          </time>
        </li>
      ))}
    </ol>
  );
}
