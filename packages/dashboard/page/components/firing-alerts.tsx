import { useState } from 'preact/hooks';
import type { AlertsView, AlertView } from '../../src/api.js';
import { formatAgo, formatWhole } from '../format/time.js';
import { acknowledge } from '../state/actions.js';
import { clock } from '../state/app.js';
import { useStore } from '../state/store.js';
import { AlertBadge } from './badge.js';
import { BellOffIcon, CheckIcon } from './icons.js';
import { Nothing } from './panel.js';
import { SilenceDialog } from './silence-dialog.js';
import { Text } from './text.js';

/** What is wrong now, and what can be done about it. */
export function FiringAlerts({ firing }: Pick<AlertsView, 'firing'>) {
  const [silencing, setSilencing] = useState<AlertView>();
  if (firing.length === 0) return <Nothing>No alert is firing.</Nothing>;
  return (
    <>
      <ul class="alerts">
        {firing.map((alert) => (
          <FiringAlert key={alert.fingerprint} alert={alert} onSilence={() => setSilencing(alert)} />
        ))}
      </ul>
      {silencing !== undefined && <SilenceDialog alert={silencing} onClose={() => setSilencing(undefined)} />}
    </>
  );
}

function FiringAlert({ alert, onSilence }: { readonly alert: AlertView; readonly onSilence: () => void }) {
  const now = useStore(clock);
  const { severity, title, message, labels, startsAt, runbookUrl, acknowledged, acknowledgedBy, silenced } = alert;
  const shownLabels = Object.entries(labels).filter(([name]) => name !== 'alertname' && name !== 'severity');
  return (
    <li class={`alert alert-is-${severity}${acknowledged || silenced ? ' alert-quiet' : ''}`}>
      <div class="alert-head">
        <AlertBadge severity={severity} />
        <time class="alert-time" dateTime={new Date(startsAt).toISOString()} title={formatWhole(startsAt)}>
          {formatAgo(startsAt, now)}
        </time>
      </div>
      <h3 class="alert-title">
        <Text text={title} />
      </h3>
      {message !== title && (
        <p class="alert-message">
          <Text text={message} />
        </p>
      )}
      {shownLabels.length > 0 && (
        <ul class="labels" aria-label="Labels">
          {shownLabels.map(([name, value]) => (
            <li class="label" key={name}>
              <Text text={`${name}=${value}`} />
            </li>
          ))}
        </ul>
      )}
      <div class="alert-actions">
        {acknowledged ? (
          <span class="alert-state">
            <CheckIcon />
            Acknowledged
            {acknowledgedBy && acknowledgedBy !== 'unknown' && (
              <>
                {' '}
                by <Text text={acknowledgedBy} />
              </>
            )}
          </span>
        ) : (
          <button type="button" class="button" onClick={() => void acknowledge(alert)}>
            <CheckIcon />
            Acknowledge
          </button>
        )}
        {silenced ? (
          <span class="alert-state">
            <BellOffIcon />
            Silenced
          </span>
        ) : (
          <button type="button" class="button" onClick={onSilence}>
            <BellOffIcon />
            Silence
          </button>
        )}
        {runbookUrl !== undefined && /^https?:/i.test(runbookUrl) && (
          <a class="link" href={runbookUrl} target="_blank" rel="noopener noreferrer">
            Runbook
          </a>
        )}
      </div>
    </li>
  );
}
