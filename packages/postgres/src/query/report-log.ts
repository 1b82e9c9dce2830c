import { invalidInput, onlyKnown } from '../check.js';
import type { ChainedEntry } from '../entry/audit-entry.js';
import type { SqlClient } from '../sql/client.js';
import { timeBounds } from './entry-pages.js';
import { QUESTIONS, type Standard } from './report-questions.js';
import { type SearchQuery, searchLog } from './search-log.js';
import { rangeValues, SUMMARY_OPTIONS, type SummaryQuery } from './summarise-log.js';

/** What to report on, and over which time. */
export interface ReportQuery extends SummaryQuery {
  /** Whose questions to answer. */
  readonly standard: Standard;
}

/** What the log has to say to one question. */
export interface Answer {
  /** The clause that asks. */
  readonly clause: string;
  /** What it asks, in our words. */
  readonly question: string;
  /** Figures, a row for each group; or null where entries are the answer. */
  readonly figures: readonly Readonly<Record<string, unknown>>[] | null;
  /** The newest entries, at most 100; or null where figures are the answer. */
  readonly entries: readonly ChainedEntry[] | null;
  /** What to give to `search` for more entries; null when these are all. */
  readonly more: SearchQuery | null;
}

/** What a log has to say to the questions of a standard. */
export interface Report {
  /** Whose questions these are. */
  readonly standard: Standard;
  /** Name of the standard, for people. */
  readonly title: string;
  /** Begin of the range, ISO 8601; `-infinity` when none was asked for. */
  readonly from: string;
  /** Not included. */
  readonly to: string;
  /** Whose entries it is about; null for all. */
  readonly tenant: string | null;
  /** What the report is not. */
  readonly note: string;
  /** One for each question. */
  readonly answers: readonly Answer[];
}

const NOTE =
  'This report helps answer questions of an auditor from what the log holds. It is no statement of compliance, which depends on much that no log shows.';

/** @throws SentinelError INVALID_INPUT for a standard that there are no questions of, and for a time that is none. */
export async function reportLog(client: SqlClient, query: ReportQuery): Promise<Report> {
  onlyKnown(query, [...SUMMARY_OPTIONS, 'standard'] satisfies (keyof ReportQuery)[]);
  const { standard, tenant } = query;
  if (!Object.hasOwn(QUESTIONS, standard)) {
    const known = Object.keys(QUESTIONS).join(', ');
    throw invalidInput(`\`standard\` must be one of ${known}.`);
  }
  const { title, questions } = QUESTIONS[standard];
  const { from, to } = timeBounds(query);
  const answers: Answer[] = [];
  for (const { clause, question, sql, entries } of questions) {
    if (sql !== undefined) {
      const { rows } = await client.query(sql, rangeValues(query));
      answers.push({ clause, question, figures: rows as Answer['figures'], entries: null, more: null });
    } else {
      const { from: start, to: end } = query;
      const search: SearchQuery = {
        ...entries,
        ...(start !== undefined && { from: start }),
        ...(end !== undefined && { to: end }),
        ...(tenant !== undefined && { tenant }),
      };
      const page = await searchLog(client, search);
      const more = page.next === null ? null : { ...search, cursor: page.next };
      answers.push({ clause, question, figures: null, entries: page.entries, more });
    }
  }
  return { standard, title, from, to, tenant: tenant ?? null, note: NOTE, answers };
}
