/** One line of the security log, as far as the demo reads it. */
export interface LogLine {
  readonly timestamp: string;
  readonly level: string;
  readonly event: string;
  readonly scan_id: string;
  readonly layer: string;
  readonly risk_score: number;
  readonly threat_type?: string;
  readonly findings: readonly { readonly rule: string }[];
  readonly latency_ms: number;
}

/**
 * The lines of a log.
 *
 * @throws SyntaxError for a line that is not JSON.
 */
export function parseLog(jsonl: string): readonly LogLine[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogLine);
}
