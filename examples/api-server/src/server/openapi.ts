import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** Collects the document from the schemas of the routes: register it before them. */
export async function describeApi(server: FastifyInstance, version: string): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'LLM Sentinel',
        version,
        description: 'Prompt injection, jailbreaks, personal data and secrets in what goes to and comes from a model.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: [
        { name: 'scan', description: 'Judge texts' },
        { name: 'feedback', description: 'Tell what was judged wrongly' },
        { name: 'audit', description: 'Read the audit log' },
        { name: 'operation', description: 'Run the service' },
      ],
      components: {
        securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key: `sk_sentinel_…`' } },
      },
      security: [{ key: [] }],
    },
  });
}

/** `GET /openapi.json`, and a page to try it at `/docs`. */
export async function serveDocs(server: FastifyInstance): Promise<void> {
  // The page and the document hold nothing that the repository does not.
  server.addHook('onRoute', (route) => {
    route.config = { ...route.config, scope: 'public' };
  });
  server.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => {
    reply.type('application/json; charset=utf-8').send(server.swagger());
  });
  // The policy of content is the page's own: it knows the digests of its scripts.
  await server.register(helmet, { contentSecurityPolicy: false });
  await server.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    uiConfig: { tryItOutEnabled: true, persistAuthorization: false },
  });
}
