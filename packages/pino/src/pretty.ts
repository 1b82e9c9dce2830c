import { type DestinationStream, pino } from 'pino';
import type { PrettyOptions } from 'pino-pretty';
import { invalidOption } from './check.js';
import type { LogFormat } from './format.js';

const DEFAULT_KEYS = { timestampKey: 'timestamp', levelKey: 'level', ignore: 'service,version,event_type' };
const ECS_KEYS = {
  timestampKey: '@timestamp',
  // A dot separates levels of nesting in the options of pino-pretty.
  levelKey: 'log\\.level',
  ignore: 'ecs\\.version,service\\.name,service\\.version,event\\.kind,event\\.category,event\\.type',
};

/**
 * Lines for people, coloured where the terminal shows colours, written by a worker thread.
 *
 * @throws SentinelError INVALID_OPTION when pino-pretty is not installed.
 */
export function prettyDestination(format: LogFormat): DestinationStream {
  const keys = format === 'ecs' ? ECS_KEYS : DEFAULT_KEYS;
  const options: PrettyOptions = {
    ...keys,
    messageKey: 'message',
    errorLikeObjectKeys: ['error'],
    translateTime: 'SYS:HH:MM:ss.l',
    singleLine: true,
  };
  try {
    return pino.transport({ target: 'pino-pretty', options });
  } catch (cause) {
    throw invalidOption('`pretty` needs pino-pretty: npm install --save-dev pino-pretty', cause);
  }
}
