import type { StreamEvents } from '../../src/api.js';
import { backoffMs } from '../state/backoff.js';

export interface StreamHandlers {
  on<Name extends keyof StreamEvents>(name: Name, data: StreamEvents[Name]): void;
  onState(state: 'connecting' | 'open' | 'lost'): void;
}

const NAMES = ['point', 'events', 'health', 'alerts'] as const satisfies readonly (keyof StreamEvents)[];

/**
 * Follows the server's stream until it is closed, and comes back after each loss. EventSource's own attempts end with the first
 * answer that is not a stream, such as a proxy's 502 while the server restarts.
 */
export function openStream(handlers: StreamHandlers): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let isClosed = false;

  function connect(): void {
    handlers.onState('connecting');
    source = new EventSource('api/stream');
    source.onopen = () => {
      attempt = 0;
      handlers.onState('open');
    };
    source.onerror = retry;
    for (const name of NAMES) {
      source.addEventListener(name, ({ data }: MessageEvent<string>) => {
        const parsed = parse<StreamEvents[typeof name]>(data);
        if (parsed !== undefined) handlers.on(name, parsed);
      });
    }
  }

  function retry(): void {
    source?.close();
    if (isClosed) return;
    handlers.onState('lost');
    timer = setTimeout(connect, backoffMs(attempt++, Math.random()));
  }

  connect();
  return () => {
    isClosed = true;
    clearTimeout(timer);
    source?.close();
  };
}

function parse<T>(data: string): T | undefined {
  try {
    return JSON.parse(data) as T;
  } catch {
    // One broken message is not worth the stream.
    return undefined;
  }
}
