import { type Meter, type MeterProvider, metrics } from '@opentelemetry/api';
import { createScanMetrics, type ScanMetrics } from './metrics.js';
import { SCOPE_NAME, SCOPE_VERSION } from './scope.js';

/** The meter that counts now, and the instruments of scans on it. */
export interface CurrentMeter {
  meter(): Meter;
  /** Undefined while nothing is registered that would count. */
  scanMetrics(): ScanMetrics | undefined;
}

/**
 * Follows the provider: unlike tracers, the meters that the API hands out before an SDK is registered never come to life, and
 * whether the application registers its SDK before or after it makes its adapters must not matter.
 */
export function currentMeter(given: MeterProvider | undefined): CurrentMeter {
  let provider: MeterProvider | undefined;
  let meter: Meter | undefined;
  let scanMetrics: ScanMetrics | undefined;

  function follow(): Meter {
    const current = given ?? metrics.getMeterProvider();
    if (meter !== undefined && current === provider) return meter;
    provider = current;
    meter = current.getMeter(SCOPE_NAME, SCOPE_VERSION);
    const made = createScanMetrics(meter);
    scanMetrics = made.silent ? undefined : made;
    return meter;
  }

  return {
    meter: follow,
    scanMetrics() {
      follow();
      return scanMetrics;
    },
  };
}
