import { AIMessageChunk, type ToolCallChunk } from '@langchain/core/messages';
import { ChatGenerationChunk } from '@langchain/core/outputs';
import { type ChatTurn, mapJson, type TextGuard } from '@llm-sentinel/chat';
import { mapBlocks, withFields, withoutRaw } from './map-message.js';

type Block = Exclude<AIMessageChunk['content'], string>[number] & Record<string, unknown>;
/** Members of a block that come in pieces. */
const STREAMED = ['text', 'reasoning', 'thinking'] as const;

/** Text passes as soon as it can't become part of a finding, arguments of tools when they are whole. */
export async function* guardChunks(
  turn: ChatTurn,
  chunks: AsyncIterable<AIMessageChunk>,
): AsyncGenerator<ChatGenerationChunk> {
  const texts = createTexts(turn);
  const calls = new Map<number | string, ToolCallChunk>();
  for await (const chunk of chunks) {
    // Providers keep the calls here once more, as they came.
    const { tool_calls: _, function_call: __, __raw_response: ___, ...kwargs } = chunk.additional_kwargs;
    const { reasoning_content } = kwargs;
    if (typeof reasoning_content === 'string') {
      kwargs.reasoning_content = await texts.push(['kwargs', 'reasoning_content'], reasoning_content);
    }
    yield generation(
      withFields(chunk, {
        content:
          typeof chunk.content === 'string'
            ? await texts.push([], chunk.content)
            : await pushBlocks(chunk.content as Block[]),
        additional_kwargs: kwargs,
        response_metadata: withoutRaw(chunk.response_metadata),
        tool_call_chunks: keep(chunk.tool_call_chunks ?? []),
        tool_calls: [],
        invalid_tool_calls: [],
      }),
    );
  }
  yield* rest();

  async function pushBlocks(blocks: Block[]): Promise<Block[]> {
    const passing: Block[] = [];
    for (const [place, block] of blocks.entries()) {
      const key = STREAMED.find((member) => typeof block[member] === 'string');
      if (key === undefined)
        passing.push(...(await turn.output([block], (given, visit) => mapBlocks(given, 'model', block, visit))));
      else
        passing.push({
          ...block,
          [key]: await texts.push([block.type, key, block.index ?? place], block[key] as string, block),
        });
    }
    return passing;
  }

  /** Keeps the arguments of calls, and answers those that begin without them. */
  function keep(given: readonly ToolCallChunk[]): ToolCallChunk[] {
    return given.flatMap((call) => {
      const index = call.index ?? call.id ?? calls.size;
      const known = calls.get(index);
      calls.set(index, { ...(known ?? call), args: (known?.args ?? '') + (call.args ?? '') });
      return known === undefined ? [{ ...call, args: '' }] : [];
    });
  }

  async function* rest(): AsyncGenerator<ChatGenerationChunk> {
    for (const { text, block, place } of await texts.end()) {
      if (place[0] === 'kwargs')
        yield generation(new AIMessageChunk({ content: '', additional_kwargs: { reasoning_content: text } }));
      else if (block === undefined) yield generation(new AIMessageChunk({ content: text }));
      else
        yield generation(
          new AIMessageChunk({ content: [{ ...block, [place[1] as string]: text }] as AIMessageChunk['content'] }),
        );
    }
    for (const { index, args } of calls.values()) {
      const guarded = await turn.output(args ?? '', (json, visit) => mapJson(json, visit, 'model'));
      const call = { type: 'tool_call_chunk' as const, args: guarded, ...(index !== undefined && { index }) };
      yield generation(new AIMessageChunk({ content: '', tool_call_chunks: [call] }));
    }
  }
}

function generation(message: AIMessageChunk): ChatGenerationChunk {
  return new ChatGenerationChunk({ message, text: message.text });
}

/** A guard for each text of an answer. */
function createTexts(turn: ChatTurn) {
  const texts = new Map<string, { guard: TextGuard; place: readonly unknown[]; block: Block | undefined }>();
  return {
    push(place: readonly unknown[], piece: string, block?: Block): Promise<string> {
      const key = place.join();
      const text = texts.get(key) ?? { guard: turn.stream(), place, block };
      texts.set(key, text);
      return text.guard.push(piece);
    },
    async end() {
      const rests: { text: string; place: readonly unknown[]; block: Block | undefined }[] = [];
      for (const { guard, place, block } of texts.values()) {
        const text = await guard.end();
        if (text !== '') rests.push({ text, place, block });
      }
      return rests;
    },
  };
}
