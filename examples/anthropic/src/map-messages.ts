import type Anthropic from '@anthropic-ai/sdk';
import { mapStrings, type TextMap, type TextVisitor } from '@llm-sentinel/chat';
import type { Source } from '@llm-sentinel/core';

type Request = Anthropic.MessageCreateParams;
type Block = Anthropic.ContentBlockParam | Anthropic.ContentBlock;

const SOURCE_OF_ROLE: Readonly<Record<Anthropic.MessageParam['role'], Source>> = {
  user: 'user',
  assistant: 'model',
  system: 'system',
};

/** All texts of a request, each with its source. */
export const mapRequest: TextMap<Request> = (request, visit) => ({
  ...request,
  ...(request.system !== undefined && { system: mapContent(request.system, 'system', request, visit) }),
  messages: request.messages.map((message) => {
    const content = mapContent<Anthropic.ContentBlockParam>(
      message.content,
      SOURCE_OF_ROLE[message.role] ?? 'user',
      message,
      visit,
    );
    // What a block becomes is of its own type, so it still fits its role.
    return { ...message, content } as Anthropic.MessageParam;
  }),
});

export const mapAnswer: TextMap<Anthropic.Message> = (answer, visit) => ({
  ...answer,
  content: answer.content.map((block) => mapBlock(block, 'model', answer, visit)),
});

function mapContent<B extends Block>(
  content: string | B[],
  source: Source,
  unit: unknown,
  visit: TextVisitor,
): string | B[] {
  if (typeof content === 'string') return visit(content, source, unit);
  return content.map((block) => mapBlock(block, source, unit, visit));
}

/** All texts of a block, of those that are sent as of those that are answered. */
export function mapBlock<B extends Block>(block: B, source: Source, unit: unknown, visit: TextVisitor): B {
  switch (block.type) {
    case 'text':
      return { ...block, ...mapMembers(block, source, unit, visit) };
    case 'thinking':
      return { ...block, thinking: visit(block.thinking, 'model', unit) };
    case 'tool_use':
    case 'server_tool_use':
      return { ...block, input: mapStrings(block.input, visit, 'model', block) };
    default:
      return mapOther(block, visit) as B;
  }
}

/** Results of tools, the API's own ones too, are of a tool; documents and what a search has found are documents wherever they stand. */
function mapOther(value: object, visit: TextVisitor): object {
  const { type = '' } = value as { type?: string };
  const source = type === 'document' || type === 'search_result' ? 'document' : 'tool';
  return mapMembers(value, source, value, visit);
}

/** Members that hold words, in any kind of block. What is not here are ids, kinds, addresses and bytes. */
const TEXTS: ReadonlySet<string> = new Set(
  'text title context content stdout stderr lines error_message cited_text document_title'.split(' '),
);

function mapMembers(value: object, source: Source, unit: unknown, visit: TextVisitor): object {
  const isPlainText = (value as { type?: string }).type === 'text';
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      // The source of a document has its text, or its bytes, as `data`.
      const isText = TEXTS.has(key) || (key === 'data' && isPlainText);
      return [key, mapMember(member, isText, source, unit, visit)];
    }),
  );
}

function mapMember(member: unknown, isText: boolean, source: Source, unit: unknown, visit: TextVisitor): unknown {
  if (typeof member === 'string') return isText ? visit(member, source, unit) : member;
  if (Array.isArray(member)) return member.map((one) => mapMember(one, isText, source, unit, visit));
  if (typeof member !== 'object' || member === null) return member;
  const { type } = member as { type?: string };
  return type === 'document' || type === 'search_result'
    ? mapOther(member, visit)
    : mapMembers(member, source, unit, visit);
}
