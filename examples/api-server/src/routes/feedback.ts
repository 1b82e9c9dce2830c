import { Type } from '@fastify/type-provider-typebox';
import type { RouteContext, Server } from './route-context.js';
import { feedbackRequest, problems } from './schemas.js';

const MAX_BODY_BYTES = 16_384;

/** `POST /v1/feedback`: a person says that a verdict was right or wrong. */
export function feedbackRoutes(server: Server, { services }: RouteContext): void {
  server.post(
    '/v1/feedback',
    {
      config: { scope: 'feedback' },
      bodyLimit: MAX_BODY_BYTES,
      schema: {
        operationId: 'feedback',
        tags: ['feedback'],
        summary: 'Say that a verdict was right or wrong',
        body: feedbackRequest,
        response: { 202: Type.Object({ scanId: Type.String() }), ...problems },
      },
    },
    (request, reply) => {
      const { scanId, verdict, threatType, comment, reporter } = request.body;
      services.scanner.reportFeedback({
        scanId,
        verdict,
        reporter: reporter ?? request.caller?.alias ?? 'unknown',
        ...(threatType !== undefined && { threatType }),
        ...(comment !== undefined && { comment }),
      });
      reply.code(202).send({ scanId });
    },
  );
}
