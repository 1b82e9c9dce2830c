/** Tells of the first failure by a warning of the process, and of no other. */
export function warnOnce(): (error: unknown) => void {
  let hasWarned = false;
  return (error) => {
    if (hasWarned) return;
    hasWarned = true;
    const type = error instanceof Error ? error.name : typeof error;
    // The message stays out: it may quote a connection string.
    process.emitWarning(`A request failed with ${type}; give \`onError\` to see it.`, 'SentinelDashboardWarning');
  };
}
