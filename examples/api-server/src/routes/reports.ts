import { Type } from '@fastify/type-provider-typebox';
import type { Standard } from '@llm-sentinel/postgres';
import { auditOf, visibleTenant } from './audit-access.js';
import { reportCsv } from './report-csv.js';
import type { RouteContext, Server } from './route-context.js';
import { oneOf, problems, rangeQuery } from './schemas.js';

const STANDARDS = ['pci-dss', 'gdpr', 'hipaa', 'soc2', 'eu-ai-act'] as const satisfies readonly Standard[];

/** What a report is about unless it is told otherwise. */
const YEAR_MS = 365 * 86_400_000;

const objects = Type.Unsafe<readonly unknown[] | null>({
  type: ['array', 'null'],
  items: { type: 'object', additionalProperties: true },
});
const report = Type.Object({
  standard: oneOf(STANDARDS),
  title: Type.String(),
  from: Type.String(),
  to: Type.String(),
  tenant: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
  note: Type.String(),
  answers: Type.Array(
    Type.Object({ clause: Type.String(), question: Type.String(), figures: objects, entries: objects }),
  ),
});

/** `GET /v1/reports/:standard`: what the audit log has to say to the questions of an auditor. */
export function reportRoutes(server: Server, { services }: RouteContext): void {
  server.get(
    '/v1/reports/:standard',
    {
      config: { scope: 'reports:read' },
      schema: {
        operationId: 'report',
        tags: ['audit'],
        summary: 'A report for an auditor',
        params: Type.Object({ standard: oneOf(STANDARDS) }),
        querystring: Type.Object(
          { ...rangeQuery, format: Type.Optional(oneOf(['json', 'csv'])) },
          { additionalProperties: false },
        ),
        response: {
          200: {
            description: 'The report',
            content: { 'application/json': { schema: report }, 'text/csv': { schema: Type.String() } },
          },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { from = yearAgo(), to, format = 'json', tenant: asked } = request.query;
      const { standard } = request.params;
      const tenant = visibleTenant(request, asked);
      const answer = await auditOf(services).read((log) =>
        log.report({
          standard,
          from,
          ...(to !== undefined && { to }),
          ...(tenant !== undefined && { tenant }),
        }),
      );
      if (format === 'json') return reply.type('application/json; charset=utf-8').send(answer as never);
      return reply
        .type('text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="${standard}.csv"`)
        .serializer((body: unknown) => body as string)
        .send(reportCsv(answer) as never);
    },
  );
}

function yearAgo(): string {
  return new Date(Date.now() - YEAR_MS).toISOString();
}
