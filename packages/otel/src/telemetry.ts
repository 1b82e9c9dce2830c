import type { Telemetry, TelemetryLabels } from '@llm-sentinel/core';
import type { Attributes, Counter, Gauge, Histogram, Meter, MetricOptions } from '@opentelemetry/api';
import { LATENCY_BUCKETS, SCORE_BUCKETS } from './metrics.js';
import { cap } from './scan-attributes.js';

/** Names and states that are remembered. Packages report some dozens; more are a mistake, and are not counted. */
const MAX_REMEMBERED = 1_000;
/** The label whose values exclude one another, as those of a circuit do. */
const STATE = 'state';

/**
 * What other packages report beside scans, on instruments that are made as names come: `retries_total` becomes the counter
 * `sentinel.retries`, `audit_write_seconds` the histogram `sentinel.audit.write` in seconds.
 */
export function createTelemetry(meter: () => Meter): Telemetry {
  let known: Meter | undefined;
  const counters = new Map<string, Counter>();
  const gauges = new Map<string, Gauge>();
  const histograms = new Map<string, Histogram>();
  const states = new Map<string, Map<string, Attributes>>();

  function instrument<T>(made: Map<string, T>, name: string, make: (meter: Meter, name: string) => T): T | undefined {
    const current = meter();
    if (current !== known) {
      known = current;
      for (const instruments of [counters, gauges, histograms]) instruments.clear();
    }
    let found = made.get(name);
    if (found === undefined && made.size < MAX_REMEMBERED) {
      found = make(current, otelName(name));
      made.set(name, found);
    }
    return found;
  }

  return {
    increment(name, labels, by = 1) {
      instrument(counters, name, (m, otel) => m.createCounter(otel, unitOf(name)))?.add(by, attributesOf(labels));
    },
    set(name, labels, value) {
      const gauge = instrument(gauges, name, (m, otel) => m.createGauge(otel, unitOf(name)));
      if (gauge === undefined) return;
      const attributes = attributesOf(labels);
      gauge.record(value, attributes);
      if (value === 1 && labels[STATE] !== undefined) {
        for (const other of otherStates(name, labels, attributes)) gauge.record(0, other);
      }
    },
    observe(name, labels, value) {
      instrument(histograms, name, (m, otel) => m.createHistogram(otel, histogramOptions(name)))?.record(
        value,
        attributesOf(labels),
      );
    },
  };

  function otherStates(name: string, labels: TelemetryLabels, attributes: Attributes): Attributes[] {
    const { [STATE]: state = '', ...rest } = labels;
    const key = JSON.stringify([name, rest]);
    const seen = states.get(key) ?? new Map<string, Attributes>();
    if (states.size < MAX_REMEMBERED) states.set(key, seen);
    const others = [...seen].filter(([other]) => other !== state).map(([, other]) => other);
    if (seen.size < MAX_REMEMBERED) seen.set(state, attributes);
    return others;
  }
}

/** Without what a unit says, and with dots between the words. */
function otelName(name: string): string {
  return `sentinel.${name.replace(/(?:_seconds|_bytes|_total)$/, '').replaceAll('_', '.')}`;
}

function unitOf(name: string): MetricOptions {
  if (name.endsWith('_seconds')) return { unit: 's' };
  return name.endsWith('_bytes') ? { unit: 'By' } : {};
}

function histogramOptions(name: string): MetricOptions {
  const boundaries = name.endsWith('_seconds') ? LATENCY_BUCKETS : name.endsWith('_score') ? SCORE_BUCKETS : undefined;
  return {
    ...unitOf(name),
    ...(boundaries !== undefined && { advice: { explicitBucketBoundaries: boundaries } }),
  };
}

function attributesOf(labels: TelemetryLabels): Attributes {
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [`sentinel.${name}`, cap(value)]));
}
