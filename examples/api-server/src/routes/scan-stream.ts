import { Readable } from 'node:stream';
import { Type } from '@fastify/type-provider-typebox';
import type { Scanner, ScanResult, ScanStreamOptions } from '@llm-sentinel/core';
import type { FastifyRequest } from 'fastify';
import { Problem, problemBody } from '../server/problem.js';
import { requireRecording } from './recording.js';
import { type RouteContext, type Server, scanContextOf } from './route-context.js';
import { problems, scanRequest } from './schemas.js';
import { INPUT_TYPES, type InputType, textPieces } from './stream-input.js';
import { type OutputFormat, outputFormat } from './stream-output.js';

const { source, userId, sessionId } = scanRequest.properties;
const stream = (description: string) => ({ schema: { type: 'string', description } });

/** `POST /v1/scan/stream`: the output of a model goes in as it comes, and comes out as far as it is safe. */
export async function streamRoutes(server: Server, { services, config }: RouteContext): Promise<void> {
  const { maxStreamBytes, streamTimeoutMs } = config.server;
  server.removeAllContentTypeParsers();
  server.addContentTypeParser([...INPUT_TYPES], (_request, body, done) => done(null, body));

  server.post(
    '/v1/scan/stream',
    {
      config: { scope: 'scan' },
      preHandler: requireRecording(services, config),
      handlerTimeout: streamTimeoutMs,
      // The body is a stream: it is checked as it comes.
      validatorCompiler: ({ httpPart, schema }) => {
        if (httpPart === 'body') return () => true;
        return server.validatorCompiler?.({ httpPart, schema } as never) ?? (() => true);
      },
      schema: {
        operationId: 'scanStream',
        tags: ['scan'],
        summary: 'Guard a stream of text',
        description: 'Text is passed on, redacted or stopped. NDJSON and events end with the verdict.',
        querystring: Type.Object({ source, userId, sessionId }, { additionalProperties: false }),
        body: {
          content: {
            'text/plain': stream('The text in UTF-8'),
            'application/x-ndjson': stream('Lines of {"text": "…"}'),
          },
        },
        response: {
          200: {
            description: 'The guarded text',
            content: {
              'text/plain': stream('The text'),
              'application/x-ndjson': stream('Lines of {"text"}, at last {"verdict"}; or {"problem"}'),
              'text/event-stream': stream('Events `text`, at last `verdict`; or `problem`'),
            },
          },
          ...problems,
        },
      },
    },
    (request, reply) => {
      const type = INPUT_TYPES.find((known) => request.headers['content-type']?.startsWith(known)) as InputType;
      const format = outputFormat(request.headers.accept, type);
      const pieces = textPieces(request.body as AsyncIterable<Buffer>, type, maxStreamBytes);
      const context = scanContextOf(request, { source: 'model', ...request.query });
      reply.type(format.type).send(Readable.from(guarded(pieces, services.scanner, context, format, request)) as never);
    },
  );
}

async function* guarded(
  pieces: AsyncGenerator<string>,
  scanner: Scanner,
  context: NonNullable<ScanStreamOptions['context']>,
  format: OutputFormat,
  request: FastifyRequest,
): AsyncGenerator<string> {
  let verdict: ScanResult | undefined;
  const onResult = (result: ScanResult) => {
    verdict = result;
  };
  try {
    const output = ReadableStream.from(pieces).pipeThrough(scanner.scanStream({ context, onResult }));
    for await (const text of output) yield format.text(text);
    if (verdict !== undefined) yield format.verdict(verdict);
  } catch (error) {
    const problem = error instanceof Problem ? error : undefined;
    const line = problem && format.problem(problemBody(problem, request.id));
    // The status is long sent: without a place for the problem, only a broken connection tells that the text is not whole.
    if (line === undefined || line === null) throw error;
    yield line;
  }
}
