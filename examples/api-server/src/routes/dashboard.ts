import { CLIENT_ADDRESS_HEADER, DASHBOARD_PATH } from '../services/dashboard.js';
import type { RouteContext, Server } from './route-context.js';

/** `/dashboard/`: the web page and what it asks for. It has a login of its own, for people have no API keys. */
export function dashboardRoutes(server: Server, { services: { dashboard } }: RouteContext): void {
  if (dashboard === undefined) return;
  // The dashboard reads bodies itself.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, _body, done) => done(null));
  for (const url of [DASHBOARD_PATH, `${DASHBOARD_PATH}/*`]) {
    server.route({
      method: ['GET', 'POST', 'DELETE'],
      url,
      config: { scope: 'public' },
      schema: { hide: true },
      handler: async (request, reply) => {
        reply.hijack();
        request.raw.headers[CLIENT_ADDRESS_HEADER] = request.ip;
        await dashboard.handler(request.raw, reply.raw);
      },
    });
  }
}
