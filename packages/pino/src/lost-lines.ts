import type { Logger } from 'pino';
import type { LogFormat } from './format.js';

/** Leaves a line where others are missing: a gap that nobody knows of would be taken for quiet. */
export function reportLostLines(logger: Logger, format: LogFormat, lost: number): void {
  const fields =
    format === 'ecs'
      ? { 'event.kind': 'pipeline_error', 'event.action': 'log_lines_lost', 'sentinel.lost_lines': lost }
      : { event: 'log_lines_lost', event_type: 'log_lines_lost', lost_lines: lost };
  logger.error(fields, 'The log was not read fast enough, and lines were lost');
}
