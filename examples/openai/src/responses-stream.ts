import { type ChatTurn, mapJson, type TextGuard, type TextVisitor } from '@llm-sentinel/chat';
import type { Source } from '@llm-sentinel/core';
import type OpenAI from 'openai';
import { mapItem, mapResponse } from './responses-api.js';

type Event = OpenAI.Responses.ResponseStreamEvent;

/** Events that bring a text in pieces, and the member of the last one that has all of it. */
const STREAMED: Readonly<Record<string, string>> = {
  'response.output_text': 'text',
  'response.refusal': 'refusal',
  'response.reasoning_text': 'text',
  'response.reasoning_summary_text': 'text',
  'response.code_interpreter_call_code': 'code',
};
/** Events that bring the input of a tool. It passes when it is whole. */
const HELD: Readonly<Record<string, string>> = {
  'response.function_call_arguments': 'arguments',
  'response.mcp_call_arguments': 'arguments',
  'response.custom_tool_call_input': 'input',
};

interface StreamedText {
  readonly guard: TextGuard;
  written: string;
  passed: string;
}

/** Text passes as soon as it can't become part of a finding, inputs of tools when they are whole. */
export async function* guardEvents(turn: ChatTurn, events: AsyncIterable<Event>): AsyncGenerator<Event> {
  const texts = new Map<string, StreamedText>();
  /** What passed of a text that was streamed: events repeat it whole, three times over. */
  const passedOf = new Map<string, string>();

  try {
    for await (const event of events) {
      const [, kind = '', step] = /^(.*)\.(delta|done)$/.exec(event.type) ?? [];
      const fields = event as unknown as Record<string, string>;
      if (kind in STREAMED) {
        const key = [kind, fields.item_id, fields.content_index ?? fields.summary_index].join();
        if (step === 'delta') yield* push(event, key, fields.delta ?? '');
        else yield* end(event, key, kind, STREAMED[kind] as string);
      } else if (kind in HELD) {
        if (step === 'done') yield* whole(event, kind, HELD[kind] as string);
      } else {
        yield await turn.output(event, mapEvent);
      }
    }
  } finally {
    turn.close();
  }

  async function* push(event: Event, key: string, delta: string): AsyncGenerator<Event> {
    const text = texts.get(key) ?? { guard: turn.stream(), written: '', passed: '' };
    texts.set(key, text);
    text.written += delta;
    const passing = await text.guard.push(delta);
    text.passed += passing;
    if (passing !== '') yield changed(event, { delta: passing });
  }

  async function* end(event: Event, key: string, kind: string, member: string): AsyncGenerator<Event> {
    const { [member]: all = '', ...place } = event as unknown as Record<string, string>;
    const text = texts.get(key);
    texts.delete(key);
    if (text === undefined) {
      yield changed(event, { [member]: await turn.output(all, (whole, visit) => visit(whole, 'model')) });
      return;
    }
    const rest = await text.guard.end();
    text.passed += rest;
    passedOf.set(text.written, text.passed);
    if (rest !== '') yield { ...place, type: `${kind}.delta`, delta: rest, logprobs: [] } as unknown as Event;
    yield changed(event, { [member]: text.passed });
  }

  async function* whole(event: Event, kind: string, member: string): AsyncGenerator<Event> {
    const { [member]: input, ...place } = event as unknown as Record<string, string>;
    const passed = await turn.output(input ?? '', (text, visit) =>
      member === 'arguments' ? mapJson(text, visit, 'model') : visit(text, 'model'),
    );
    yield { ...place, type: `${kind}.delta`, delta: passed } as unknown as Event;
    yield changed(event, { [member]: passed });
  }

  function mapEvent(event: Event, visit: TextVisitor): Event {
    const known: TextVisitor = Object.assign(
      (text: string, source: Source, unit?: unknown) => passedOf.get(text) ?? visit(text, source, unit),
      { key: visit.key },
    );
    if ('response' in event) return { ...event, response: mapResponse(event.response, known) };
    if ('item' in event) return { ...event, item: mapItem(event.item, known) };
    if (event.type === 'response.content_part.done')
      return { ...event, part: mapItem({ role: 'assistant', part: event.part }, known).part };
    return event;
  }
}

/** The event with other members, and without what the tokens were. */
function changed(event: Event, members: object): Event {
  return { ...event, ...members, ...('logprobs' in event && { logprobs: [] }) } as Event;
}
