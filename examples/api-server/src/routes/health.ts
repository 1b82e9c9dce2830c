import { Type } from '@fastify/type-provider-typebox';
import type { RouteContext, Server } from './route-context.js';
import { readinessView } from './schemas.js';

/** `GET /healthz`: the process answers. `GET /readyz`: it may be sent requests. Neither needs a key. */
export function healthRoutes(server: Server, { services }: RouteContext): void {
  const config = { scope: 'public', isProbe: true } as const;
  server.get(
    '/healthz',
    {
      config,
      schema: {
        operationId: 'liveness',
        tags: ['operation'],
        security: [],
        summary: 'Whether the process answers; asks nothing else',
        response: { 200: Type.Object({ status: Type.Literal('ok') }) },
      },
    },
    (_request, reply) => void reply.send({ status: 'ok' }),
  );
  server.get(
    '/readyz',
    {
      config,
      schema: {
        operationId: 'readiness',
        tags: ['operation'],
        security: [],
        summary: 'Whether to send requests here, and how its parts are',
        description: '`degraded` is ready: something works around an outage. `failed` is not.',
        response: { 200: readinessView, 503: readinessView },
      },
    },
    (_request, reply) => {
      const readiness = services.readiness();
      reply.code(readiness.status === 'failed' ? 503 : 200).send(readiness);
    },
  );
}
