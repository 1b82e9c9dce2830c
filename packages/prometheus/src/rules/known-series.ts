import { type MetricDefinition, metricCatalogue } from '../catalogue.js';
import { allRecordingRules } from './groups.js';

/** Series that Prometheus makes itself, and those of the process that dashboards show. */
const OTHERS = [
  'up',
  'scrape_duration_seconds',
  'process_cpu_seconds_total',
  'process_resident_memory_bytes',
  'nodejs_eventloop_lag_p99_seconds',
  'nodejs_heap_size_used_bytes',
  'nodejs_gc_duration_seconds_sum',
];

/** Every series that a rule or a dashboard may name: what the catalogue exports, what is recorded, what Prometheus adds. */
export const knownSeries: ReadonlySet<string> = new Set([
  ...Object.entries(metricCatalogue as Readonly<Record<string, MetricDefinition>>).flatMap(([name, { type }]) => {
    const full = `sentinel_${name}`;
    return type === 'histogram' ? [`${full}_bucket`, `${full}_sum`, `${full}_count`] : [full];
  }),
  ...allRecordingRules.map(({ record }) => record),
  ...OTHERS,
]);
