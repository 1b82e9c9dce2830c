import type { Summary } from '../api.js';
import type { LogSummary } from './audit-source.js';

/**
 * Puts what the database counted over a whole range into a summary of the newest entries of it: numbers, rates, threats and hours. What
 * the database does not tell is that of the entries that were read: quantiles, rules, sources, sessions and the trend.
 */
export function withLogTotals(summary: Summary, log: LogSummary): Summary {
  const { scans, blocked, flagged, redacted, errors, averageRisk } = log;
  const hours = new Map(log.hourly.map(({ hour, ...counts }) => [Date.parse(hour), counts]));
  return {
    ...summary,
    scans,
    blocked,
    flagged,
    redacted,
    errors,
    blockRate: scans === 0 ? null : blocked / scans,
    risk: { ...summary.risk, average: averageRisk },
    topThreats: log.topThreats.map((threat) => ({
      threatType: threat.threatType,
      scans: threat.count,
      blocked: threat.blocked,
    })),
    hourly: summary.hourly.map(({ time }) => {
      const counted = hours.get(time);
      return { time, scans: counted?.scans ?? 0, blocked: counted?.blocked ?? 0 };
    }),
  };
}
