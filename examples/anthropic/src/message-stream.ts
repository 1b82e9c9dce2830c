import type Anthropic from '@anthropic-ai/sdk';
import { type ChatTurn, mapJson, type TextGuard } from '@llm-sentinel/chat';
import { mapBlock } from './map-messages.js';

export interface ServerSentEvent {
  readonly event: string | null;
  readonly data: string;
}

type Event = Anthropic.RawMessageStreamEvent;

/** Text passes as soon as it can't become part of a finding, inputs of tools when they are whole. Other events pass as they are. */
export async function* guardEvents(
  turn: ChatTurn,
  events: AsyncIterable<ServerSentEvent>,
): AsyncGenerator<ServerSentEvent> {
  const blocks = new Map<number, BlockGuard>();
  try {
    for await (const sent of events) {
      if (sent.event?.startsWith('content_block_') !== true) yield sent;
      else
        for await (const passing of pass(JSON.parse(sent.data)))
          yield { event: passing.type, data: JSON.stringify(passing) };
    }
  } finally {
    turn.close();
  }

  async function* pass(event: Event): AsyncGenerator<Event> {
    if (event.type === 'content_block_start') {
      const guard = createBlockGuard(turn);
      blocks.set(event.index, guard);
      yield { ...event, content_block: await guard.start(event.content_block) };
    } else if (event.type === 'content_block_delta') {
      const guard = blocks.get(event.index);
      for (const delta of (await guard?.pass(event.delta)) ?? []) yield { ...event, delta };
    } else if (event.type === 'content_block_stop') {
      const guard = blocks.get(event.index);
      blocks.delete(event.index);
      for (const delta of (await guard?.end()) ?? []) yield { type: 'content_block_delta', index: event.index, delta };
      yield event;
    }
  }
}

type Delta = Anthropic.RawContentBlockDelta;
type BlockGuard = ReturnType<typeof createBlockGuard>;

function createBlockGuard(turn: ChatTurn) {
  let text: TextGuard | undefined;
  let thinking: TextGuard | undefined;
  let json = '';

  async function rest(): Promise<Delta[]> {
    const deltas: Delta[] = [];
    const thought = (await thinking?.end()) ?? '';
    if (thought !== '') deltas.push({ type: 'thinking_delta', thinking: thought } as Delta);
    const said = (await text?.end()) ?? '';
    if (said !== '') deltas.push({ type: 'text_delta', text: said });
    if (json !== '') {
      const partial_json = await turn.output(json, (input, visit) => mapJson(input, visit, 'model'));
      deltas.push({ type: 'input_json_delta', partial_json });
    }
    text = thinking = undefined;
    json = '';
    return deltas;
  }

  return {
    /** The API's own tools have their results here, whole. */
    start: (block: Anthropic.ContentBlock) =>
      turn.output(block, (value, visit) => mapBlock(value, 'model', value, visit)),
    async pass(delta: Delta): Promise<Delta[]> {
      switch (delta.type) {
        case 'text_delta': {
          text ??= turn.stream();
          const passing = await text.push(delta.text);
          return passing === '' ? [] : [{ ...delta, text: passing }];
        }
        case 'thinking_delta': {
          thinking ??= turn.stream();
          const passing = await thinking.push(delta.thinking);
          return passing === '' ? [] : [{ ...delta, thinking: passing }];
        }
        case 'input_json_delta':
          json += delta.partial_json;
          return [];
        // It signs the thoughts before it.
        case 'signature_delta':
          return [...(await rest()), delta];
        case 'citations_delta': {
          const { citation } = delta;
          const cited_text = await turn.output(citation.cited_text, (quoted, visit) => visit(quoted, 'document'));
          return [{ ...delta, citation: { ...citation, cited_text } }];
        }
        default:
          return [delta];
      }
    },
    end: rest,
  };
}
