import { type ChatTurn, mapJson, type TextGuard } from '@llm-sentinel/chat';
import type OpenAI from 'openai';

type Chunk = OpenAI.ChatCompletionChunk;
type Choice = Chunk['choices'][number];
/** Servers with the API of OpenAI give a model's thoughts as `reasoning_content`. */
type Delta = Choice['delta'] & { reasoning_content?: string | null };
type CallDelta = NonNullable<Delta['tool_calls']>[number];

const TEXTS = ['content', 'refusal', 'reasoning_content'] as const;

/** Text passes as soon as it can't become part of a finding, arguments of tools when they are whole. */
export async function* guardChunks(turn: ChatTurn, chunks: AsyncIterable<Chunk>): AsyncGenerator<Chunk> {
  const guards = new Map<number, ChoiceGuard>();
  const guardOf = (index: number) => {
    const guard = guards.get(index) ?? createChoiceGuard(turn);
    guards.set(index, guard);
    return guard;
  };
  try {
    let last: Chunk | undefined;
    for await (const chunk of chunks) {
      last = chunk;
      const choices: Choice[] = [];
      for (const choice of chunk.choices) {
        const guard = guardOf(choice.index);
        const delta = await guard.pass(choice.delta);
        if (choice.finish_reason !== null) yield* restOf(chunk, choice.index, guard);
        if (Object.keys(delta).length > 0 || choice.finish_reason !== null)
          choices.push({ ...choice, delta, logprobs: null });
      }
      if (choices.length > 0 || chunk.choices.length === 0) yield { ...chunk, choices };
    }
    // A stream that was cut off has choices without an end.
    if (last !== undefined) for (const [index, guard] of guards) yield* restOf(last, index, guard);
  } finally {
    turn.close();
  }
}

async function* restOf({ usage: _, ...chunk }: Chunk, index: number, guard: ChoiceGuard): AsyncGenerator<Chunk> {
  const delta = await guard.end();
  if (Object.keys(delta).length > 0) yield { ...chunk, choices: [{ index, delta, finish_reason: null }] };
}

type ChoiceGuard = ReturnType<typeof createChoiceGuard>;

function createChoiceGuard(turn: ChatTurn) {
  const texts = new Map<(typeof TEXTS)[number], TextGuard>();
  const calls = new Map<number, CallDelta>();
  let legacyArguments = '';

  return {
    /** What may pass of a delta by now. */
    async pass(delta: Delta): Promise<Delta> {
      const { tool_calls, function_call, ...passing } = delta;
      const passed: Delta = passing;
      for (const key of TEXTS) {
        const piece = delta[key];
        if (typeof piece !== 'string' || piece === '') continue;
        const guard = texts.get(key) ?? turn.stream();
        texts.set(key, guard);
        const text = await guard.push(piece);
        if (text === '') delete passed[key];
        else passed[key] = text;
      }
      const heads = (tool_calls ?? []).flatMap((call) => keep(call));
      if (heads.length > 0) passed.tool_calls = heads;
      legacyArguments += function_call?.arguments ?? '';
      if (function_call?.name !== undefined) passed.function_call = { name: function_call.name, arguments: '' };
      return passed;
    },
    /** The rest, once. */
    async end(): Promise<Delta> {
      const rest: Delta = {};
      for (const [key, guard] of texts) {
        const text = await guard.end();
        if (text !== '') rest[key] = text;
      }
      texts.clear();
      if (calls.size > 0) rest.tool_calls = await Promise.all([...calls.values()].map(whole));
      calls.clear();
      if (legacyArguments !== '') rest.function_call = { arguments: await guardJson(legacyArguments) };
      legacyArguments = '';
      return rest;
    },
  };

  /** Keeps the arguments, and answers the call without them where it begins. */
  function keep(call: CallDelta): CallDelta[] {
    const known = calls.get(call.index);
    const json = (known?.function?.arguments ?? '') + (call.function?.arguments ?? '');
    calls.set(call.index, { index: call.index, function: { arguments: json } });
    if (known !== undefined) return [];
    return [{ ...call, function: { ...call.function, arguments: '' } }];
  }

  async function whole(call: CallDelta): Promise<CallDelta> {
    return { ...call, function: { arguments: await guardJson(call.function?.arguments ?? '') } };
  }

  function guardJson(json: string): Promise<string> {
    return turn.output(json, (text, visit) => mapJson(text, visit, 'model'));
  }
}
