import { parser } from '@prometheus-io/lezer-promql';

/** What an expression asks for. */
export interface Parsed {
  /** Names of the series, in order and each once. */
  readonly metrics: readonly string[];
  /** Names in matchers, `by`, `without`, `on` and `ignoring`. */
  readonly labels: readonly string[];
}

/** Reads PromQL with the grammar of Prometheus's own editor. Throws on what it cannot read. */
export function parsePromql(expression: string): Parsed {
  const metrics = new Set<string>();
  const labels = new Set<string>();
  parser.parse(expression).iterate({
    enter({ type, from, to }) {
      const text = expression.slice(from, to);
      if (type.isError) throw new Error(`Not PromQL at ${from}: ${expression}`);
      if (type.name === 'Identifier') metrics.add(text);
      if (type.name === 'LabelName') labels.add(text);
    },
  });
  return { metrics: [...metrics], labels: [...labels] };
}
