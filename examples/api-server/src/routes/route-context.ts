import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { ScanContext } from '@llm-sentinel/core';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { Config } from '../config/schema.js';
import { ALIAS_LABEL } from '../services/audit.js';
import type { Services } from '../services/services.js';

/** A server whose routes get the types of their schemas. */
export type Server = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What every file of routes is given. */
export interface RouteContext {
  readonly services: Services;
  readonly config: Config;
}

type SaidByClient = Pick<ScanContext, 'source' | 'userId' | 'sessionId' | 'ip' | 'labels' | 'protectedText'>;

/** What the scanner is told of a text: what the client said, whose key it was, and which request. */
export function scanContextOf(request: FastifyRequest, said: SaidByClient): ScanContext {
  const { source, userId, sessionId, ip, labels, protectedText } = said;
  const alias = request.caller?.alias ?? 'none';
  return {
    requestId: request.id,
    // The last word is ours: no client writes into the log of another.
    labels: labels === undefined ? { [ALIAS_LABEL]: alias } : { ...labels, [ALIAS_LABEL]: alias },
    ...(source !== undefined && { source }),
    ...(userId !== undefined && { userId }),
    ...(sessionId !== undefined && { sessionId }),
    ...(ip !== undefined && { ip }),
    ...(protectedText !== undefined && { protectedText }),
  };
}
