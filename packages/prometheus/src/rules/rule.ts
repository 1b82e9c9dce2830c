/** A series that Prometheus computes ahead of time. Its name says its labels, its metric and how it was computed. */
export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
}

/** A condition that somebody is told of. */
export interface AlertRule {
  /** In CamelCase, beginning with `Sentinel`. Its runbook has the same name in kebab-case. */
  readonly alert: string;
  readonly expr: string;
  /** How long the condition must hold, in the notation of Prometheus. */
  readonly for: string;
  /** critical wakes somebody, warning waits for working hours, none is for programs. */
  readonly severity: 'critical' | 'warning' | 'none';
  /** Further labels, for routing. */
  readonly labels?: Readonly<Record<string, string>>;
  /** One line, for the title of a message. */
  readonly summary: string;
  /** What is the case, with its number. */
  readonly description: string;
}

/** Where the runbooks are published. An alert points to its own; whoever keeps them elsewhere replaces this in `rules.yml`. */
export const RUNBOOKS = 'https://github.com/llm-sentinel/llm-sentinel/blob/main/docs/runbooks';

/** The file name of an alert's runbook, without its extension: `SentinelHighLatency` has `high-latency`. */
export function runbookOf(alert: string): string {
  return alert
    .replace(/^Sentinel/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase();
}
