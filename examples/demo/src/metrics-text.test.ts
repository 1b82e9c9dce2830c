import { expect, it } from 'vitest';
import { parseMetrics, sumBy } from './metrics-text.js';

const SCRAPE = `# HELP sentinel_scan_total One per scan.
# TYPE sentinel_scan_total counter
sentinel_scan_total{result="blocked",threat_type="injection"} 3
sentinel_scan_total{result="blocked",threat_type="a \\"quoted\\", one}"} 1
sentinel_scan_total{result="allowed",threat_type="none"} 12
sentinel_active_sessions 4
sentinel_scan_total_other{result="blocked"} 99
`;

it('adds up the samples of one metric by a label', () => {
  expect(sumBy(parseMetrics(SCRAPE), 'sentinel_scan_total', 'result')).toEqual({ blocked: 4, allowed: 12 });
});

it('reads samples without labels', () => {
  expect(parseMetrics(SCRAPE)).toContainEqual({ name: 'sentinel_active_sessions', labels: {}, value: 4 });
});
