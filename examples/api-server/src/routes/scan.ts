import { type ChatMessage, redact } from '@llm-sentinel/core';
import { requireRecording } from './recording.js';
import { type RouteContext, type Server, scanContextOf } from './route-context.js';
import { conversationResult, messagesRequest, problems, redactionResult, scanRequest, scanResult } from './schemas.js';

/** `POST /v1/scan`, `/v1/scan/messages`, `/v1/redact`: one text, a chat, a text with what is personal taken out. */
export function scanRoutes(server: Server, { services, config }: RouteContext): void {
  const { scanner } = services;
  const { maxBodyBytes, maxConversationBytes } = config.server;
  const shared = { config: { scope: 'scan' }, preHandler: requireRecording(services, config) } as const;

  server.post(
    '/v1/scan',
    {
      ...shared,
      bodyLimit: maxBodyBytes,
      schema: {
        operationId: 'scan',
        tags: ['scan'],
        summary: 'Judge a text',
        body: scanRequest,
        response: { 200: scanResult, ...problems },
      },
    },
    (request, reply) => {
      const { text, sessionId } = request.body;
      const context = scanContextOf(request, request.body);
      // Only sessions may be kept elsewhere, and have to be waited for.
      if (sessionId === undefined) return void reply.send(scanner.scan(text, context));
      return scanner.scanAsync(text, context);
    },
  );

  server.post(
    '/v1/scan/messages',
    {
      ...shared,
      bodyLimit: maxConversationBytes,
      schema: {
        operationId: 'scanMessages',
        tags: ['scan'],
        summary: 'Judge a chat, each message by its role',
        body: messagesRequest,
        response: { 200: conversationResult, ...problems },
      },
    },
    (request, reply) => {
      const messages = request.body.messages as readonly ChatMessage[];
      reply.send(scanner.scanMessages(messages, scanContextOf(request, request.body)));
    },
  );

  server.post(
    '/v1/redact',
    {
      ...shared,
      bodyLimit: maxBodyBytes,
      schema: {
        operationId: 'redact',
        tags: ['scan'],
        summary: 'Judge a text, and put placeholders for personal data and secrets',
        body: scanRequest,
        response: { 200: redactionResult, ...problems },
      },
    },
    (request, reply) => {
      const result = scanner.scan(request.body.text, scanContextOf(request, request.body));
      const { text, count, placeholders } = redact(request.body.text, result);
      reply.send({ text, count, placeholders, result });
    },
  );
}
