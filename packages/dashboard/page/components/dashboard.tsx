import { config, connection, look, summary, view } from '../state/app.js';
import { loadAll } from '../state/load.js';
import { useStore } from '../state/store.js';
import { AlertsPanel } from './alerts-panel.js';
import { Announcer } from './announcer.js';
import { EventsPanel } from './event-list.js';
import { FilterChips } from './filter-chips.js';
import { Header } from './header.js';
import { HealthPanel } from './health-panel.js';
import { HourlyPanel } from './hourly-panel.js';
import { LatencyPanel } from './latency-panel.js';
import { RulesPanel, SourcesPanel } from './ranks.js';
import { RiskPanel } from './risk-panel.js';
import { ThreatPanel } from './threat-panel.js';
import { Tiles } from './tiles.js';
import { VolumePanel } from './volume-panel.js';

const TALL_PX = 252;
const LOW_PX = 180;

export function Dashboard() {
  const { data } = useStore(summary);
  const { features } = useStore(config) ?? {};
  return (
    <>
      <a class="skip" href="#main">
        Skip to the figures
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        <Banner />
        <FilterChips />
        <EmptyHint />
        <div class={features?.alerts ? 'grid' : 'grid grid-without-alerts'}>
          <Tiles />
          <VolumePanel data={data} heightPx={TALL_PX} />
          {features?.alerts && <AlertsPanel />}
          <ThreatPanel data={data} heightPx={LOW_PX} />
          <RiskPanel data={data} heightPx={LOW_PX} />
          <LatencyPanel data={data} heightPx={LOW_PX} />
          <EventsPanel />
          <div class="rail">
            <RulesPanel data={data} />
            <SourcesPanel data={data} />
            <HourlyPanel data={data} heightPx={150} />
            <HealthPanel />
          </div>
        </div>
      </main>
      <Announcer />
    </>
  );
}

/** Why the figures may be old. */
function Banner() {
  const { error } = useStore(summary);
  const state = useStore(connection);
  if (error === undefined && state !== 'lost') return null;
  return (
    <div class="banner" role="alert">
      <span>{error ?? 'The connection was lost. Trying again.'}</span>
      <button type="button" class="link" onClick={loadAll}>
        Try now
      </button>
    </div>
  );
}

/** For whoever has just begun, and sees nothing. */
function EmptyHint() {
  const { data } = useStore(summary);
  const { range, threatType, source } = useStore(view);
  if (data === undefined || data.scans > 0 || threatType !== undefined || source !== undefined) return null;
  return (
    <section class="empty" aria-label="No scans">
      <h2>No scans in this range</h2>
      <p>They show here as soon as the application calls the scanner that has this dashboard among its adapters:</p>
      <pre>
        <code>
          {
            "import { scan } from '@llm-sentinel/core';\n\nscan('Ignore all previous instructions.', { source: 'user' });"
          }
        </code>
      </pre>
      {range !== '30d' && (
        <button type="button" class="button" onClick={() => look({ range: '30d' })}>
          Look at the last 30 days
        </button>
      )}
    </section>
  );
}
