import { useState } from 'preact/hooks';
import type { AlertsView, AlertView } from '../../src/api.js';
import { formatAgo, formatDuration, formatWhole } from '../format/time.js';
import { acknowledge, expireSilence } from '../state/actions.js';
import { alerts, clock } from '../state/app.js';
import { useStore } from '../state/store.js';
import { AlertBadge } from './badge.js';
import { BellOffIcon, CheckIcon } from './icons.js';
import { moveFocus } from './move-focus.js';
import { Nothing, Panel, Skeleton } from './panel.js';
import { SilenceDialog } from './silence-dialog.js';
import { Text } from './text.js';

type Tab = 'firing' | 'silences' | 'history';

const TAB_NAMES: Readonly<Record<Tab, string>> = { firing: 'Firing', silences: 'Silences', history: 'History' };

export function AlertsPanel() {
  const { data, error } = useStore(alerts);
  const [tab, setTab] = useState<Tab>('firing');
  const counts: Readonly<Record<Tab, number | undefined>> = {
    firing: data?.firing.length,
    silences: data?.silences.length,
    history: undefined,
  };
  const tabs = (
    <div class="tabs" role="tablist" aria-label="Alerts" onKeyDown={(event) => moveFocus(event, '[role=tab]')}>
      {(Object.keys(TAB_NAMES) as Tab[]).map((name) => (
        <button
          type="button"
          role="tab"
          class="tab"
          key={name}
          id={`tab-${name}`}
          aria-selected={tab === name}
          aria-controls="alerts-shown"
          tabIndex={tab === name ? 0 : -1}
          onFocus={() => setTab(name)}
          onClick={() => setTab(name)}
        >
          {TAB_NAMES[name]}
          {counts[name] ? <span class={`tab-count tab-count-${name}`}>{counts[name]}</span> : null}
        </button>
      ))}
    </div>
  );
  return (
    <Panel title="Alerts" area="alerts" tools={tabs} isStale={data === undefined && error === undefined}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <div class="alerts-scroll" role="tabpanel" id="alerts-shown" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {data === undefined ? (
          error === undefined ? (
            <Skeleton heightPx={180} />
          ) : (
            <Nothing>{error}</Nothing>
          )
        ) : tab === 'firing' ? (
          <Firing firing={data.firing} />
        ) : tab === 'silences' ? (
          <Silences silences={data.silences} />
        ) : (
          <History history={data.history} />
        )}
      </div>
    </Panel>
  );
}

function Firing({ firing }: Pick<AlertsView, 'firing'>) {
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

function Silences({ silences }: Pick<AlertsView, 'silences'>) {
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

function History({ history }: Pick<AlertsView, 'history'>) {
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
