import { useState } from 'preact/hooks';
import { alerts } from '../state/app.js';
import { useStore } from '../state/store.js';
import { AlertHistory } from './alert-history.js';
import { FiringAlerts } from './firing-alerts.js';
import { moveFocus } from './move-focus.js';
import { Nothing, Panel, Skeleton } from './panel.js';
import { SilenceList } from './silence-list.js';

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
          <FiringAlerts firing={data.firing} />
        ) : tab === 'silences' ? (
          <SilenceList silences={data.silences} />
        ) : (
          <AlertHistory history={data.history} />
        )}
      </div>
    </Panel>
  );
}
