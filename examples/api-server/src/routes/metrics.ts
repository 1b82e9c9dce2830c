import type { RouteContext, Server } from './route-context.js';
import { problems } from './schemas.js';

/** `GET /metrics`, for Prometheus with a key of its own. */
export function metricsRoutes(server: Server, { services: { prometheus } }: RouteContext): void {
  if (prometheus === undefined) return;
  const { registry } = prometheus;
  server.get(
    '/metrics',
    {
      config: { scope: 'metrics:read', isProbe: true },
      schema: {
        operationId: 'metrics',
        tags: ['operation'],
        summary: 'Metrics in the text format of Prometheus',
        response: {
          200: { description: 'The page', content: { 'text/plain': { schema: { type: 'string' } } } },
          ...problems,
        },
      },
    },
    async (_request, reply) => {
      const page = await registry.metrics();
      return reply
        .type(registry.contentType)
        .serializer((body: unknown) => body as string)
        .send(page as never);
    },
  );
}
