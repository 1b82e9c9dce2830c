import { mapJson, type TextVisitor } from '@llm-sentinel/chat';
import type { Source } from '@llm-sentinel/core';
import type OpenAI from 'openai';
import type { GuardedApi } from './guarded-api.js';
import { guardEvents } from './responses-stream.js';
import { mapTextFile } from './text-file.js';

type Request = OpenAI.Responses.ResponseCreateParams;
type Response = OpenAI.Responses.Response;

export const responsesApi: GuardedApi<Request, Response, OpenAI.Responses.ResponseStreamEvent> = {
  mapRequest: (request, visit) => ({
    ...request,
    ...(request.instructions && { instructions: visit(request.instructions, 'system') }),
    ...(typeof request.input === 'string' && { input: visit(request.input, 'user') }),
    ...(Array.isArray(request.input) && { input: request.input.map((item) => mapItem(item, visit)) }),
  }),
  mapAnswer: mapResponse,
  guardEvents,
};

export function mapResponse(response: Response, visit: TextVisitor): Response {
  return { ...response, output: response.output.map((item) => mapItem(item, visit)) };
}

const SOURCE_OF_ROLE: Readonly<Record<string, Source>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'model',
};
/** What a model writes, beside messages. Whatever else there is comes from a tool, ours or one of the provider's. */
const OF_MODEL: readonly string[] = ['reasoning', 'function_call', 'custom_tool_call', 'web_search_call', 'program'];

/** All texts of an item, of the dozens of kinds that stand in a request or an answer. */
export function mapItem<Item extends object>(item: Item, visit: TextVisitor): Item {
  const { type = 'message', role } = item as { type?: string; role?: string };
  const source =
    type === 'message' ? (SOURCE_OF_ROLE[role ?? ''] ?? 'user') : OF_MODEL.includes(type) ? 'model' : 'tool';
  return mapMembers(item, source, item, visit) as Item;
}

/** Members that hold words, in any kind of item or part. What is not here are ids, kinds, addresses and bytes. */
const TEXTS: ReadonlySet<string> = new Set(
  'text refusal content output input arguments filename stdout stderr logs error message description reason code title query queries result results diff'.split(
    ' ',
  ),
);

function mapMembers(value: object, source: Source, unit: unknown, visit: TextVisitor): object {
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, mapMember(key, member, source, unit, visit)]),
  );
}

function mapMember(key: string, member: unknown, source: Source, unit: unknown, visit: TextVisitor): unknown {
  if (Array.isArray(member)) return member.map((one) => mapMember(key, one, source, unit, visit));
  if (typeof member === 'object' && member !== null) {
    // A file is a document of its own, whoever sent it.
    const isFile = (member as { type?: string }).type === 'input_file';
    return isFile ? mapMembers(member, 'document', member, visit) : mapMembers(member, source, unit, visit);
  }
  if (typeof member !== 'string') return member;
  if (key === 'file_data') return mapTextFile(member, visit, unit);
  if (key === 'arguments') return mapJson(member, visit, 'model', unit);
  return TEXTS.has(key) ? visit(member, source, unit) : member;
}
