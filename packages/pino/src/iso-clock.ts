/**
 * The time as ISO 8601 in UTC, as `new Date().toISOString()`, which costs as much as half a log line: here only the
 * milliseconds are printed anew within a second.
 */
export function isoClock(now: () => number = Date.now): () => string {
  let second = Number.NaN;
  let upToSecond = '';
  return () => {
    const time = now();
    const currentSecond = Math.floor(time / 1_000);
    if (currentSecond !== second) {
      second = currentSecond;
      upToSecond = new Date(currentSecond * 1_000).toISOString().slice(0, -'000Z'.length);
    }
    return `${upToSecond}${String(time - currentSecond * 1_000).padStart(3, '0')}Z`;
  };
}
