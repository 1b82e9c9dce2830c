import { pinoAdapter } from '@llm-sentinel/pino';
import pino from 'pino';
import { LINE_KINDS } from '../../../pino/src/classify.js';
import { lineFormat } from '../../../pino/src/format.js';
import { eventGallery } from '../../../testing/src/gallery.js';

/** What a line is written for. */
type Occasion = 'scans' | 'an engine that fails' | 'feedback' | 'decisions' | 'events that you log';

/** A field of the security log. */
export interface LogField {
  readonly name: string;
  /** Its name in the format of ECS. */
  readonly ecs: string;
  /** Which lines may have it. */
  readonly on: readonly Occasion[];
}

// What the beginning of a line says in several fields of ECS, and what is computed otherwise there.
const ECS_OF: Readonly<Record<string, string>> = {
  event: 'event.action',
  event_type: 'event.action',
  latency_ms: 'event.duration',
};

/** Every field, seen by writing one of every line that there is. */
export function logFields(): LogField[] {
  const { names } = lineFormat('default', 'hmac');
  const ecsKeys: Readonly<Record<string, string>> = lineFormat('ecs', 'hmac').keys;
  const lines = writtenLines();
  return names.map((name) => ({
    name,
    ecs: ECS_OF[name] ?? (ecsKeys[name] ?? '').replace(/[,":]/g, ''),
    on: [...new Set(lines.filter(({ fields }) => fields.includes(name)).map(({ on }) => on))],
  }));
}

/** Lines of every event of the gallery, and of every event that an application can log. */
function writtenLines(): { on: Occasion; fields: readonly string[] }[] {
  const lines: { on: Occasion; fields: readonly string[] }[] = [];
  let occasion: Occasion = 'scans';
  const write = (text: string) => {
    const line = JSON.parse(text);
    const on = line.event === 'engine_unhealthy' && occasion === 'scans' ? 'an engine that fails' : occasion;
    lines.push({ on, fields: Object.keys(line) });
  };
  const adapter = pinoAdapter({
    logger: pino({ level: 'debug' }, { write }),
    hmacKey: 'a key for the page of events',
    redactedExcerpt: true,
    traceContext: () => ({ traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }),
  });
  const events = eventGallery().map(({ event }) => event);
  for (const event of events) if (event.type === 'scan') adapter.onScan?.(event);
  occasion = 'feedback';
  for (const event of events) if (event.type === 'feedback') adapter.onFeedback?.(event);
  occasion = 'decisions';
  for (const event of events) if (event.type === 'decision') adapter.onDecision?.(event);
  occasion = 'events that you log';
  for (const event of Object.keys(LINE_KINDS)) {
    const ids = { scanId: 'a', requestId: 'b', sessionId: 'c', userId: 'd', actor: 'e' };
    adapter.logSecurityEvent({ event, ...ids, error: Object.assign(new Error(), { code: 'F' }), details: { g: 1 } });
  }
  return lines;
}
