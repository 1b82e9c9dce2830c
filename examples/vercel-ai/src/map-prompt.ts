import { mapJson, mapStrings, type TextMap, type TextVisitor } from '@llm-sentinel/chat';
import type { LanguageModelMiddleware } from 'ai';

type WrapStream = NonNullable<LanguageModelMiddleware['wrapStream']>;
export type CallOptions = Parameters<WrapStream>[0]['params'];
export type GenerateResult = Awaited<ReturnType<Parameters<WrapStream>[0]['doGenerate']>>;
export type StreamResult = Awaited<ReturnType<WrapStream>>;
export type StreamPart = StreamResult['stream'] extends ReadableStream<infer Part> ? Part : never;

type Message = CallOptions['prompt'][number];
type MessagePart = Exclude<Message['content'], string>[number];
type FilePart = Extract<MessagePart, { type: 'file' }>;
type ToolOutput = Extract<MessagePart, { type: 'tool-result' }>['output'];
type Content = GenerateResult['content'][number];

/** All texts of a prompt, each with its source. */
export const mapPrompt: TextMap<CallOptions['prompt']> = (prompt, visit) =>
  prompt.map((message) =>
    message.role === 'system'
      ? { ...message, content: visit(message.content, 'system', message) }
      : // What a part becomes is of its own type, so it still fits its role.
        ({ ...message, content: message.content.map((part) => mapPart(part, message, visit)) } as Message),
  );

function mapPart(part: MessagePart, message: Message, visit: TextVisitor): MessagePart {
  switch (part.type) {
    case 'text':
    case 'reasoning':
      return { ...part, text: visit(part.text, message.role === 'user' ? 'user' : 'model', message) };
    case 'file':
      return mapFile(part, visit);
    case 'tool-call':
      return { ...part, input: mapStrings(part.input, visit, 'model', message) };
    case 'tool-result':
      return { ...part, output: mapToolOutput(part.output, part, visit) };
    case 'tool-approval-response':
      return part.reason === undefined ? part : { ...part, reason: visit(part.reason, 'user', message) };
  }
}

/** Files of text are documents; of images and other files only the name is read. */
function mapFile(part: FilePart, visit: TextVisitor): FilePart {
  const named = part.filename === undefined ? part : { ...part, filename: visit(part.filename, 'document', part) };
  if (part.data instanceof URL || !/^text\/|^application\/(?:json|xml)\b/.test(part.mediaType)) return named;
  // Bytes or base64: for bytes the encoding is not looked at.
  const text = Buffer.from(part.data as string, 'base64').toString();
  const written = visit(text, 'document', part);
  return written === text ? named : { ...named, data: Buffer.from(written) };
}

function mapToolOutput(output: ToolOutput, unit: unknown, visit: TextVisitor): ToolOutput {
  switch (output.type) {
    case 'text':
    case 'error-text':
      return { ...output, value: visit(output.value, 'tool', unit) };
    case 'json':
    case 'error-json':
      return { ...output, value: mapStrings(output.value, visit, 'tool', unit) };
    case 'content':
      return {
        ...output,
        value: output.value.map((part) =>
          part.type === 'text' ? { ...part, text: visit(part.text, 'tool', unit) } : part,
        ),
      };
    case 'execution-denied':
      return output.reason === undefined ? output : { ...output, reason: visit(output.reason, 'user', unit) };
  }
}

/** All texts of a part of an answer. Tools that the provider runs have their results here. */
export function mapContent<Part extends Content>(part: Part, visit: TextVisitor): Part;
export function mapContent(part: Content, visit: TextVisitor): Content {
  switch (part.type) {
    case 'text':
    case 'reasoning':
      return { ...part, text: visit(part.text, 'model', part) };
    case 'tool-call':
      return { ...part, input: mapJson(part.input, visit, 'model', part) };
    case 'tool-result':
      return { ...part, result: mapStrings(part.result, visit, 'tool', part) };
    case 'source':
      return part.title === undefined ? part : { ...part, title: visit(part.title, 'document', part) };
    default:
      return part;
  }
}
