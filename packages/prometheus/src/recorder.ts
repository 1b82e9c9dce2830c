import type { Telemetry } from '@llm-sentinel/core';
import { type MetricDefinition, type MetricName, metricCatalogue } from './catalogue.js';
import { NONE } from './label-guard.js';
import type { CounterSeries, GaugeSeries, HistogramSeries, Labels } from './metric-series.js';
import type { FamilyOf } from './metric-set.js';

/** All metrics, each with its own type. */
type Catalogue = typeof metricCatalogue;
/** Names of the metrics of one kind. */
type NamesOf<Type extends MetricDefinition['type']> = {
  [Name in MetricName]: Catalogue[Name]['type'] extends Type ? Name : never;
}[MetricName];
/** An empty object when there are none: `{}` alone would take any. */
type LabelsOf<Name extends MetricName> = Catalogue[Name]['labels'] extends readonly []
  ? Readonly<Record<string, never>>
  : { readonly [Label in Catalogue[Name]['labels'][number]]: string };

/**
 * Records what no scan event tells, such as tokens, HTTP requests or the updates of a threat feed. Names and labels are
 * checked by the compiler where they are literal; packages that know core only take it as a `Telemetry`.
 *
 * Nothing here throws. A call that fits no metric is counted in `errors_total` with component `metrics` instead.
 */
export interface SentinelMetrics extends Telemetry {
  /** Adds to a counter; `by` is not negative. @default 1 for `by` */
  increment<Name extends NamesOf<'counter'>>(name: Name, labels: LabelsOf<Name>, by?: number): void;
  /** Sets a gauge. Setting a state of `circuit_state` to 1 sets the circuit's other states to 0. */
  set<Name extends NamesOf<'gauge'>>(name: Name, labels: LabelsOf<Name>, value: number): void;
  /** Adds an observation to a histogram, in seconds, bytes, or 0 to 1. */
  observe<Name extends NamesOf<'histogram'>>(name: Name, labels: LabelsOf<Name>, value: number): void;
}

/** The erased form: which family it is, and of which type its series are, is known only when a name comes in. */
type LooseFamily = (name: MetricName) => {
  child(
    ...values: readonly string[]
  ): Pick<CounterSeries, 'inc'> & Pick<GaugeSeries, 'set'> & Pick<HistogramSeries, 'observe'>;
};

export function createRecorder(typedFamily: FamilyOf): SentinelMetrics {
  const family = typedFamily as unknown as LooseFamily;

  /** The series that a call is for. Undefined, and the call counted as an error, when it fits none. */
  function seriesFor(type: MetricDefinition['type'], name: string, labels: Labels, value: number) {
    const definition = definitionOf(name);
    const problem = problemOf(type, definition, labels, value);
    if (problem === undefined && definition !== undefined) {
      return family(name as MetricName).child(...valuesOf(definition, labels));
    }
    family('errors_total')
      .child('metrics', problem ?? 'UNKNOWN_METRIC')
      .inc();
    return undefined;
  }

  return {
    increment(name: string, labels: Labels, by = 1) {
      seriesFor('counter', name, labels, by)?.inc(by);
    },
    set(name: string, labels: Labels, value: number) {
      const series = seriesFor('gauge', name, labels, value);
      const { oneHot, states = [], labels: names = [] } = definitionOf(name) ?? {};
      if (series !== undefined && oneHot === true && value === 1) {
        const stateLabel = names.at(-1) ?? '';
        for (const state of states) seriesFor('gauge', name, { ...labels, [stateLabel]: state }, 0)?.set(0);
      }
      series?.set(value);
    },
    observe(name: string, labels: Labels, value: number) {
      seriesFor('histogram', name, labels, value)?.observe(value);
    },
  };
}

function definitionOf(name: string): MetricDefinition | undefined {
  return Object.hasOwn(metricCatalogue, name) ? metricCatalogue[name as MetricName] : undefined;
}

/** What is wrong with a call, as a class of error; undefined when nothing is. */
function problemOf(
  type: MetricDefinition['type'],
  definition: MetricDefinition | undefined,
  labels: unknown,
  value: unknown,
): string | undefined {
  if (definition?.type !== type) return 'UNKNOWN_METRIC';
  if (typeof labels !== 'object' || labels === null) return 'INVALID_LABELS';
  if (!Object.keys(labels).every((label) => definition.labels.includes(label))) return 'INVALID_LABELS';
  const isUsable = typeof value === 'number' && Number.isFinite(value) && (type !== 'counter' || value >= 0);
  return isUsable ? undefined : 'INVALID_VALUE';
}

/** In the order of the catalogue. What is absent, or no text by mistake, is `none`. */
function valuesOf({ labels: names }: MetricDefinition, labels: Readonly<Record<string, unknown>>): string[] {
  return names.map((name) => {
    const value = labels[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : NONE;
  });
}
