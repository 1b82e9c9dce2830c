import { expect, it } from 'vitest';
import * as entry from '../src/index.js';

it('exports these names', () => {
  expect(Object.keys(entry).sort()).toMatchInlineSnapshot(`
    [
      "cpuProfile",
      "flameGraph",
      "httpMetrics",
      "metricCatalogue",
      "metricsHandler",
      "profileHandler",
      "prometheusAdapter",
      "recordHttpRequest",
      "startMetricsServer",
    ]
  `);
});
