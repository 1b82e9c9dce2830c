import type { AuditSearchQuery } from '@llm-sentinel/postgres';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../server/problem.js';
import { auditOf, visibleTenant } from './audit-access.js';
import type { RouteContext, Server } from './route-context.js';
import { eventsPage, eventsQuery, problems } from './schemas.js';

/** `GET /v1/events`: what was recorded, page by page. */
export function eventsRoutes(server: Server, { services, config }: RouteContext): void {
  server.get(
    '/v1/events',
    {
      config: { scope: 'events:read' },
      schema: {
        operationId: 'events',
        tags: ['audit'],
        summary: 'Search the audit log',
        querystring: eventsQuery,
        response: { 200: eventsPage, ...problems },
      },
    },
    async (request) => {
      const query = searchOf(request, request.query, config.hmacKey !== undefined);
      return auditOf(services).read((log) => log.search(query));
    },
  );
}

type Asked = AuditSearchQuery & { readonly tenant?: string };

function searchOf(request: FastifyRequest, asked: Asked, hasPseudonyms: boolean): AuditSearchQuery {
  if (!hasPseudonyms && (asked.userId !== undefined || asked.sessionId !== undefined)) {
    throw new Problem('invalid_request', 'The log holds no users and sessions: the service has no `hmacKey`.');
  }
  const { tenant: _, ...query } = asked;
  const tenant = visibleTenant(request, asked.tenant);
  return tenant === undefined ? query : { ...query, tenant };
}
