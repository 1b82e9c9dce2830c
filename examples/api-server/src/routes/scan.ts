import { type ChatMessage, redact } from '@llm-sentinel/core';
import { requireRecording } from './recording.js';
import { type RouteContext, type Server, scanContextOf } from './route-context.js';
import {
  conversationResult,
  messagesRequest,
  problems,
  redactionResult,
  scanRequest,
  scanResult,
} from './schemas.js';

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
    ({ body, ...request }, reply) => {
      const context = scanContextOf(request as never, body);
      // Waiting is only for what several processes share.
      if (body.sessionId === undefined) reply.send(scanner.scan(body.text, context));
      else return scanner.scanAsync(body.text, context);
    },
  );
}
