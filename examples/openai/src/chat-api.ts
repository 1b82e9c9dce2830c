import { mapJson, type TextVisitor } from '@llm-sentinel/chat';
import type { Source } from '@llm-sentinel/core';
import type OpenAI from 'openai';
import { guardChunks } from './chat-stream.js';
import type { GuardedApi } from './guarded-api.js';
import { mapTextFile } from './text-file.js';

type Request = OpenAI.ChatCompletionCreateParams;
type Message = OpenAI.ChatCompletionMessageParam;
type Part = Exclude<NonNullable<Message['content']>, string>[number];
type ToolCall = OpenAI.ChatCompletionMessageToolCall;

const SOURCE_OF_ROLE: Readonly<Record<Message['role'], Source>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'model',
  tool: 'tool',
  function: 'tool',
};

export const chatApi: GuardedApi<Request, OpenAI.ChatCompletion, OpenAI.ChatCompletionChunk> = {
  mapRequest: (request, visit) => ({
    ...request,
    messages: request.messages.map((message) => mapMessage(message, SOURCE_OF_ROLE[message.role] ?? 'user', visit)),
  }),
  mapAnswer: (answer, visit) => ({
    ...answer,
    choices: answer.choices.map((choice) => ({
      ...choice,
      message: mapMessage(choice.message, 'model', visit),
      // The text once more, token by token.
      logprobs: null,
    })),
  }),
  guardEvents: guardChunks,
};

/** All texts of a message, of those that are sent as of those that are answered. */
function mapMessage<M extends Message | OpenAI.ChatCompletionMessage>(
  message: M,
  source: Source,
  visit: TextVisitor,
): M {
  const text = (value: string) => visit(value, source, message);
  const { content } = message;
  const mapped: Record<string, unknown> = { ...message };
  if (typeof content === 'string') mapped.content = text(content);
  else if (Array.isArray(content)) mapped.content = content.map((part: Part) => mapPart(part, text, visit));
  if (message.role !== 'assistant') return mapped as unknown as M;

  if (typeof message.refusal === 'string') mapped.refusal = text(message.refusal);
  if (message.tool_calls) mapped.tool_calls = message.tool_calls.map((call) => mapCall(call, visit));
  if (message.function_call) {
    mapped.function_call = {
      ...message.function_call,
      arguments: mapJson(message.function_call.arguments, visit, 'model'),
    };
  }
  // Servers with the API of OpenAI give a model's thoughts here.
  if (typeof mapped.reasoning_content === 'string') mapped.reasoning_content = text(mapped.reasoning_content);
  return mapped as unknown as M;
}

function mapPart(part: Part, text: (value: string) => string, visit: TextVisitor): Part {
  switch (part.type) {
    case 'text':
      return { ...part, text: text(part.text) };
    case 'refusal':
      return { ...part, refusal: text(part.refusal) };
    case 'file': {
      const { filename, file_data } = part.file;
      return {
        ...part,
        file: {
          ...part.file,
          ...(filename !== undefined && { filename: visit(filename, 'document', part) }),
          ...(file_data !== undefined && { file_data: mapTextFile(file_data, visit, part) }),
        },
      };
    }
    default:
      return part;
  }
}

function mapCall(call: ToolCall, visit: TextVisitor): ToolCall {
  return call.type === 'custom'
    ? { ...call, custom: { ...call.custom, input: visit(call.custom.input, 'model', call) } }
    : { ...call, function: { ...call.function, arguments: mapJson(call.function.arguments, visit, 'model', call) } };
}
