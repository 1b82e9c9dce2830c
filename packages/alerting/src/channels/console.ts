import { onlyKnown } from '../check.js';
import type { Channel } from '../notification.js';
import { fit } from '../text.js';
import { digestLines, footnotes, headline } from './wording.js';

/** Where lines go, and the name of the channel. */
export interface ConsoleChannelOptions {
  /** Takes a line without its end. @default writes to standard error */
  readonly write?: (line: string) => void;
  /** Name of the channel in routes, history and metrics. @default 'console' */
  readonly name?: string;
}

/** Writes a line for each alert: for development, and for those who read the log anyway. */
export function consoleChannel(options: ConsoleChannelOptions = {}): Channel {
  onlyKnown(options, ['write', 'name']);
  const { name = 'console', write = (line) => void process.stderr.write(`${line}\n`) } = options;
  return {
    name,
    async send(notification) {
      const { alerts, kind, severity, time } = notification;
      write(line(`${new Date(time).toISOString()} ${severity.toUpperCase()} ${headline(notification)}`));
      for (const alert of alerts) {
        if (alerts.length > 1 || alert.message !== alert.title) write(line(`  ${alert.title}: ${alert.message}`));
      }
      const notes = kind === 'digest' ? digestLines(notification) : footnotes(notification);
      for (const note of notes) write(line(`  ${note}`));
    },
  };
}

/** Controls are gone from alerts already; what is left is that one alert must not look like several lines. */
function line(text: string): string {
  return fit(text.replaceAll('\n', ' '), 2_000);
}
