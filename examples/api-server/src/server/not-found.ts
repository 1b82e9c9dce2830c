import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { sendProblem } from './error-handler.js';
import { Problem } from './problem.js';

/** Tells a wrong address (404) from a wrong method (405), for which it has to know all routes: register it first. */
export function answerUnknownRoutes(server: FastifyInstance): void {
  const routes: { readonly path: RegExp; readonly methods: readonly string[] }[] = [];
  server.addHook('onRoute', ({ url, method }: RouteOptions) => {
    // Browsers ask every address for its OPTIONS; that makes none of them exist.
    const methods = [method].flat().filter((name) => name !== 'OPTIONS');
    if (methods.length > 0) routes.push({ path: patternOf(url), methods });
  });
  server.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] as string;
    const methods = routes.filter((route) => route.path.test(path)).flatMap((route) => route.methods);
    const problem =
      methods.length === 0
        ? new Problem('not_found', 'There is nothing at this address.')
        : new Problem('method_not_allowed', 'This address does not take this method.', {
            headers: { allow: [...new Set(methods)].join(', ') },
          });
    sendProblem(reply, problem, request.id);
  });
}

/** `/v1/reports/:standard` → `^/v1/reports/[^/]+$` */
function patternOf(url: string): RegExp {
  const escaped = url.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll(/:\w+/g, '[^/]+')}$`);
}
