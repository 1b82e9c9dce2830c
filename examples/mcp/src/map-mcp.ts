import { mapStrings, type TextMap, type TextVisitor } from '@llm-sentinel/chat';
import type { Source } from '@llm-sentinel/core';
import type { CallToolResult, GetPromptResult, ReadResourceResult } from '@modelcontextprotocol/sdk/types.js';

type Block = CallToolResult['content'][number];
type ResourceContents = ReadResourceResult['contents'][number];

/** A result is one unit: its parts are read together, and withheld together. */
export const mapToolResult: TextMap<CallToolResult> = (result, visit) => ({
  ...result,
  // Servers of old answer without.
  content: (result.content ?? []).map((block) => mapBlock(block, 'tool', visit)),
  ...(result.structuredContent !== undefined && {
    structuredContent: mapStrings(result.structuredContent, visit, 'tool'),
  }),
});

export const mapResource: TextMap<ReadResourceResult> = (result, visit) => ({
  ...result,
  contents: result.contents.map((contents) => mapContents(contents, 'document', visit, contents)),
});

export const mapPrompt: TextMap<GetPromptResult> = (result, visit) => ({
  ...result,
  ...(result.description !== undefined && { description: visit(result.description, 'document') }),
  messages: result.messages.map((message) => ({ ...message, content: mapBlock(message.content, 'document', visit) })),
});

function mapBlock(block: Block, source: Source, visit: TextVisitor): Block {
  switch (block.type) {
    case 'text':
      return { ...block, text: visit(block.text, source) };
    case 'resource':
      return { ...block, resource: mapContents(block.resource, source, visit) };
    case 'resource_link': {
      const { name, title, description } = block;
      return {
        ...block,
        name: visit(name, source),
        ...(title !== undefined && { title: visit(title, source) }),
        ...(description !== undefined && { description: visit(description, source) }),
      };
    }
    // Images and sounds.
    default:
      return block;
  }
}

function mapContents<C extends ResourceContents>(contents: C, source: Source, visit: TextVisitor, unit?: unknown): C {
  if ('text' in contents) return { ...contents, text: visit(contents.text, source, unit) };
  if (!/^text\/|^application\/(?:json|xml)\b/.test(contents.mimeType ?? '')) return contents;
  // Text may come as bytes.
  const text = Buffer.from(contents.blob, 'base64').toString();
  const written = visit(text, source, unit);
  return written === text ? contents : { ...contents, blob: Buffer.from(written).toString('base64') };
}
