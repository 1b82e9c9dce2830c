const RUNBOOKS = 'https://github.com/llm-sentinel/llm-sentinel/blob/main/docs/runbooks';

/** Address of the page that says what to do about an alert. */
export function runbook(page: string): string {
  return `${RUNBOOKS}/${page}.md`;
}
