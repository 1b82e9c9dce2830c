import type { SearchQuery } from './search-log.js';
import { IN_RANGE } from './summarise-log.js';

/** What reports can be made about. */
export type Standard = 'pci-dss' | 'gdpr' | 'hipaa' | 'soc2' | 'eu-ai-act';

/** One question that an auditor asks, and how the log helps answer it. */
export interface Question {
  /** The clause. */
  readonly clause: string;
  readonly question: string;
  /** Figures, over the range `$1`, `$2` and the tenant `$3`. */
  readonly sql?: string;
  /** The entries themselves. */
  readonly entries?: SearchQuery;
}

const detections = `SELECT coalesce(threat_type, 'none') AS "threatType", coalesce(severity, 'none') AS severity,
    count(*)::float8 AS entries, count(*) FILTER (WHERE blocked)::float8 AS blocked
  FROM audit_events WHERE ${IN_RANGE} AND event_type = 'scan' AND threat_type IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`;

const kinds = `SELECT event_type AS "eventType", coalesce(result, 'none') AS result, count(*)::float8 AS entries,
    count(DISTINCT actor)::float8 AS actors
  FROM audit_events WHERE ${IN_RANGE} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`;

/** How far back the whole log of the tenant goes, whatever the range: that is what the clause is about. */
const span = (months: number) => `SELECT to_char(min(ts) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS oldest,
    to_char(max(ts) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS newest, count(*)::float8 AS entries,
    ${months}::float8 AS "monthsAsked", coalesce(min(ts) <= now() - interval '${months} months', false) AS "reachesBack"
  FROM audit_events WHERE ($3::text IS NULL OR tenant = $3::text)
    AND $1::text::timestamptz IS NOT NULL AND $2::text::timestamptz IS NOT NULL`;

const completeness = `SELECT count(*) FILTER (WHERE event_type = 'gap')::float8 AS gaps,
    coalesce(sum((metadata->>'lost')::float8) FILTER (WHERE event_type = 'gap'), 0) AS lost, count(DISTINCT chain_id)::float8 AS writers
  FROM audit_events WHERE ${IN_RANGE}`;

const checkpoints = `SELECT kind, count(*)::float8 AS checkpoints, count(DISTINCT key_id)::float8 AS keys,
    to_char(max(created_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS latest
  FROM audit_checkpoints WHERE created_at >= $1::text::timestamptz AND created_at < $2::text::timestamptz
    AND ($3::text IS NULL OR true) GROUP BY 1 ORDER BY 1`;

/** From a verdict to the first judgement of it by a person. */
const responses = `SELECT f.result AS verdict, count(*)::float8 AS judged,
    round(avg(extract(epoch FROM f.ts - s.ts))::numeric, 3)::float8 AS "averageSeconds",
    round(max(extract(epoch FROM f.ts - s.ts))::numeric, 3)::float8 AS "longestSeconds"
  FROM audit_events f JOIN audit_events s ON s.event_id::text = f.metadata->>'scan_id' AND s.event_type = 'scan'
  WHERE f.event_type IN ('feedback', 'review_completed') AND ${IN_RANGE.replaceAll(/\b(ts|tenant)\b/g, 'f.$1')} GROUP BY 1 ORDER BY 1`;

const alerts = `SELECT event_type AS "eventType", coalesce(result, 'none') AS result, count(*)::float8 AS entries
  FROM audit_events WHERE ${IN_RANGE} AND event_type LIKE 'alert%' GROUP BY 1, 2 ORDER BY 1, 2`;

const administrative: SearchQuery = {
  eventType: [
    'config_changed',
    'pattern_deployed',
    'pattern_rolled_back',
    'pattern_approved',
    'key_rotated',
    'retention',
    'hold_placed',
    'hold_released',
  ],
};
const incidents: SearchQuery = { blocked: true, severity: ['high', 'critical'] };

/** By standard. Clauses are those of PCI DSS 4.0.1, GDPR, 45 CFR 164, the 2017 trust services criteria and Regulation (EU) 2024/1689. */
export const QUESTIONS: Readonly<
  Record<Standard, { readonly title: string; readonly questions: readonly Question[] }>
> = {
  'pci-dss': {
    title: 'PCI DSS 4.0.1, requirement 10',
    questions: [
      { clause: '10.2.1', question: 'Which events were logged, with what outcome?', sql: kinds },
      { clause: '10.2.1.2', question: 'Which administrative actions were taken?', entries: administrative },
      { clause: '10.4.1', question: 'Which security events are there to review?', sql: detections },
      {
        clause: '10.3.4',
        question: 'Which signed statements protect the log against unseen change?',
        sql: checkpoints,
      },
      { clause: '10.5.1', question: 'Does the log reach back 12 months?', sql: span(12) },
      { clause: '10.5.1', question: 'Are the last 3 months at hand?', sql: span(3) },
      { clause: '10.7', question: 'Were there failures of the log itself?', sql: completeness },
    ],
  },
  gdpr: {
    title: 'GDPR, articles 15, 17, 30 and 33',
    questions: [
      { clause: '15', question: 'How much is kept, of what kind? Search by userRef exports one person.', sql: kinds },
      { clause: '17', question: 'Which erasures were carried out?', entries: { eventType: 'erasure' } },
      { clause: '30', question: 'In which categories was personal data found?', sql: detections },
      { clause: '33', question: 'Which incidents may have to be notified within 72 hours?', entries: incidents },
    ],
  },
  hipaa: {
    title: 'HIPAA Security Rule, 164.312(b) and 164.316(b)(2)',
    questions: [
      { clause: '164.312(b)', question: 'Which activity was recorded?', sql: kinds },
      {
        clause: '164.312(c)',
        question: 'Which signed statements protect the log against unseen change?',
        sql: checkpoints,
      },
      { clause: '164.308(a)(6)', question: 'Which incidents were stopped?', entries: incidents },
      { clause: '164.316(b)(2)', question: 'Does the log reach back 6 years?', sql: span(72) },
    ],
  },
  soc2: {
    title: 'SOC 2, CC7.2 to CC7.4',
    questions: [
      { clause: 'CC7.2', question: 'What was detected?', sql: detections },
      { clause: 'CC7.2', question: 'Was monitoring complete?', sql: completeness },
      { clause: 'CC7.3', question: 'Which events were judged, and how soon?', sql: responses },
      { clause: 'CC7.4', question: 'Were alerts delivered?', sql: alerts },
      { clause: 'CC8.1', question: 'Which changes were made?', entries: administrative },
    ],
  },
  'eu-ai-act': {
    title: 'EU AI Act, articles 12, 19 and 26(6)',
    questions: [
      { clause: '12(1)', question: 'Which events were recorded automatically?', sql: kinds },
      { clause: '12(2)', question: 'Which situations may present a risk?', sql: detections },
      { clause: '14', question: 'Which verdicts did people judge, and how soon?', sql: responses },
      { clause: '19(1)', question: 'Does the log reach back 6 months?', sql: span(6) },
      { clause: '26(5)', question: 'Which serious incidents were stopped?', entries: incidents },
    ],
  },
};
