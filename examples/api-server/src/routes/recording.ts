import type { HookHandlerDoneFunction } from 'fastify';
import type { Config } from '../config/schema.js';
import { Problem } from '../server/problem.js';
import type { Services } from '../services/services.js';

type Hook = (request: unknown, reply: unknown, done: HookHandlerDoneFunction) => void;

/** With `audit.onFailure: refuse` no text is judged whose verdict could not be recorded. */
export function requireRecording({ canRecord }: Services, { audit }: Config): Hook[] {
  if (!audit.enabled || audit.onFailure === 'continue') return [];
  return [
    (_request, _reply, done) => {
      if (canRecord()) return done();
      done(new Problem('unavailable', 'The audit log can take no entries.', { headers: { 'retry-after': '1' } }));
    },
  ];
}
