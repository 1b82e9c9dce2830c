import type { Transformer } from 'node:stream/web';
import { type ChatTurn, mapJson, type TextGuard } from '@llm-sentinel/chat';
import { isSentinelError } from '@llm-sentinel/core';
import { mapContent, type StreamPart } from './map-prompt.js';
import { refusalParts } from './refusal.js';

/**
 * Guards the parts of a streamed answer. Text passes as soon as it can't become part of a finding, inputs of tools when they are
 * whole. Where the stream is blocked, it fails, or ends with `refusal`; the request to the model is aborted.
 */
export function guardStream(turn: ChatTurn, refusal: string | null): TransformStream<StreamPart, StreamPart> {
  /** Texts that have begun and not ended, in their order. */
  const texts = new Map<string, { guard: TextGuard; kind: 'text' | 'reasoning' }>();
  const inputs = new Map<string, string>();

  /** What may pass of a part. */
  async function pass(part: StreamPart): Promise<StreamPart[]> {
    switch (part.type) {
      case 'text-start':
      case 'reasoning-start':
        texts.set(part.id, { guard: turn.stream(), kind: part.type === 'text-start' ? 'text' : 'reasoning' });
        return [part];
      case 'text-delta':
      case 'reasoning-delta': {
        const delta = (await texts.get(part.id)?.guard.push(part.delta)) ?? '';
        return delta === '' ? [] : [{ ...part, delta }];
      }
      case 'text-end':
      case 'reasoning-end': {
        const { guard, kind = 'text' } = texts.get(part.id) ?? {};
        const delta = (await guard?.end()) ?? '';
        texts.delete(part.id);
        return delta === '' ? [part] : [{ type: `${kind}-delta`, id: part.id, delta }, part];
      }
      case 'tool-input-start':
        inputs.set(part.id, '');
        return [part];
      case 'tool-input-delta':
        inputs.set(part.id, `${inputs.get(part.id) ?? ''}${part.delta}`);
        return [];
      case 'tool-input-end': {
        const input = inputs.get(part.id) ?? '';
        inputs.delete(part.id);
        const delta = await turn.output(input, (json, visit) => mapJson(json, visit, 'model'));
        return [{ type: 'tool-input-delta', id: part.id, delta }, part];
      }
      case 'tool-call':
      case 'tool-result':
      case 'source':
        return [await turn.output(part, mapContent)];
      // What the provider sent, unread.
      case 'raw':
        return [];
      default:
        return [part];
    }
  }

  // The types of TypeScript's library do not know `cancel` yet.
  const transformer: Transformer<StreamPart, StreamPart> & { cancel(): void } = {
    async transform(part, controller) {
      try {
        for (const passed of await pass(part)) controller.enqueue(passed);
      } catch (error) {
        if (refusal === null || !isSentinelError(error, 'BLOCKED')) throw error;
        for (const [id, { kind }] of texts) controller.enqueue({ type: `${kind}-end`, id });
        for (const last of refusalParts(refusal)) controller.enqueue(last);
        controller.terminate();
      }
    },
    flush: () => turn.close(),
    cancel: () => turn.close(),
  };
  return new TransformStream(transformer);
}
