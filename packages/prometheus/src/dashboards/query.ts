import { type MetricDefinition, type MetricName, metricCatalogue } from '../catalogue.js';

/** Every panel shows what was chosen above it. */
const CHOSEN = 'job=~"$job", instance=~"$instance"';

/** The part of a name that a histogram adds. */
type Suffix = '' | '_bucket' | '_sum' | '_count';

/** The series of a metric, restricted to what was chosen. A name that is not in the catalogue does not compile. */
export function series(name: MetricName, matchers = '', suffix: Suffix = ''): string {
  return foreign(`sentinel_${name}${suffix}`, matchers);
}

/** Series of the process or of Prometheus itself, such as `up`. */
export function foreign(name: string, matchers = ''): string {
  return `${name}{${CHOSEN}${matchers && `, ${matchers}`}}`;
}

/** Events a second of a counter, summed by labels. */
export function rateBy(labels: string, name: MetricName, matchers = ''): string {
  return aggregate(labels, `rate(${series(name, matchers)}[$__rate_interval])`);
}

/** Events of a counter within the whole time that is shown, summed by labels. */
export function totalBy(labels: string, name: MetricName, matchers = ''): string {
  return aggregate(labels, `increase(${series(name, matchers)}[$__range])`);
}

/** The share of the events that match among all, 0 where none match, nothing where there are no events at all. */
export function shareOf(name: MetricName, matchers: string, window = '$__rate_interval'): string {
  const all = `sum(rate(${series(name)}[${window}]))`;
  return `(sum(rate(${series(name, matchers)}[${window}])) or 0 * ${all}) / (${all} > 0)`;
}

/** A quantile of a histogram, by labels. */
export function quantile(q: number, labels: string, name: MetricName, matchers = ''): string {
  assertType(name, 'histogram');
  const by = labels === '' ? 'le' : `${labels}, le`;
  return `histogram_quantile(${q}, ${aggregate(by, `rate(${series(name, matchers, '_bucket')}[$__rate_interval])`)})`;
}

/** What a heatmap shows: how many observations fell into each bucket. */
export function heat(name: MetricName): string {
  assertType(name, 'histogram');
  return aggregate('le', `increase(${series(name, '', '_bucket')}[$__rate_interval])`);
}

export function aggregate(labels: string, expression: string, operator: 'sum' | 'max' | 'min' = 'sum'): string {
  return labels === '' ? `${operator}(${expression})` : `${operator} by (${labels}) (${expression})`;
}

function assertType(name: MetricName, type: MetricDefinition['type']): void {
  if (metricCatalogue[name].type !== type) throw new Error(`${name} is no ${type}.`);
}
