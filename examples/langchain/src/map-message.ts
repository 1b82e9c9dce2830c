import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import { mapJson, mapStrings, type TextMap, type TextVisitor } from '@llm-sentinel/chat';
import type { Source } from '@llm-sentinel/core';

const SOURCE_OF_TYPE: Readonly<Record<string, Source>> = {
  system: 'system',
  developer: 'system',
  human: 'user',
  ai: 'model',
  tool: 'tool',
  function: 'tool',
};

export const mapMessages: TextMap<BaseMessage[]> = (messages, visit) =>
  messages.map((message) => mapMessage(message, visit));

/** All texts of a message, of whatever kind, in a message of the same kind. */
export function mapMessage<M extends BaseMessage>(message: M, visit: TextVisitor): M {
  const source = SOURCE_OF_TYPE[message.type] ?? 'user';
  const { content, additional_kwargs } = message;
  const fields = {
    content: typeof content === 'string' ? visit(content, source, message) : mapBlocks(content, source, message, visit),
    additional_kwargs: mapMembers(additional_kwargs, source, message, visit),
    ...(AIMessage.isInstance(message) && {
      tool_calls: (message.tool_calls ?? []).map((call) => ({
        ...call,
        args: mapStrings(call.args, visit, 'model', call),
      })),
      invalid_tool_calls: (message.invalid_tool_calls ?? []).map((call) => ({
        ...call,
        ...(call.args !== undefined && { args: visit(call.args, 'model', call) }),
      })),
      response_metadata: withoutRaw(message.response_metadata),
    }),
  };
  return withFields(message, fields);
}

/** What providers put here says the whole answer once more. */
export function withoutRaw({ output: _, logprobs: __, ...metadata }: Record<string, unknown>): Record<string, unknown> {
  return metadata;
}

/** A message of the same class with other members. */
export function withFields<M extends BaseMessage>(message: M, fields: object): M {
  // Through the constructor, because messages keep what they were made of, and serialise that.
  const { lc_kwargs: _, lc_namespace: __, lc_serializable: ___, ...given } = message as M & Record<string, unknown>;
  const Message = message.constructor as new (fields: object) => M;
  return new Message({ ...given, ...fields });
}

export function mapBlocks<B extends object>(blocks: B[], source: Source, unit: unknown, visit: TextVisitor): B[] {
  return blocks.map((block) => {
    const { type = '' } = block as { type?: string };
    // Documents and results of tools that a provider runs have words of others, whoever sent them.
    if (/^text-plain$|^document$|^search_result$/.test(type)) return mapMembers(block, 'document', block, visit);
    if (/tool_result$|tool_call_result$|call_output$/.test(type)) return mapMembers(block, 'tool', block, visit);
    return mapMembers(block, source, unit, visit);
  });
}

/** Members that hold words, in any kind of block. What is not here are ids, kinds, addresses and bytes. */
const TEXTS: ReadonlySet<string> = new Set(
  'text reasoning reasoning_content thinking refusal content output title context summary stdout stderr'.split(' '),
);
/** Members that hold the input of a tool. */
const INPUTS: ReadonlySet<string> = new Set(['args', 'input', 'arguments']);

function mapMembers<T extends object>(value: T, source: Source, unit: unknown, visit: TextVisitor): T {
  const isPlainText = /^text/.test((value as { type?: string; mimeType?: string }).type ?? '');
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      if (INPUTS.has(key)) {
        return [
          key,
          typeof member === 'string' ? mapJson(member, visit, source, unit) : mapStrings(member, visit, source, unit),
        ];
      }
      const isText = TEXTS.has(key) || (key === 'data' && isPlainText);
      return [key, mapMember(member, isText, source, unit, visit)];
    }),
  ) as T;
}

function mapMember(member: unknown, isText: boolean, source: Source, unit: unknown, visit: TextVisitor): unknown {
  if (typeof member === 'string') return isText ? visit(member, source, unit) : member;
  if (Array.isArray(member)) return member.map((one) => mapMember(one, isText, source, unit, visit));
  if (typeof member !== 'object' || member === null || ArrayBuffer.isView(member)) return member;
  return mapBlocks([member], source, unit, visit)[0];
}
