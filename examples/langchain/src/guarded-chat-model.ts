import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from '@langchain/core/language_models/chat_models';
import type { AIMessage, AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import type { ChatGenerationChunk, ChatResult } from '@langchain/core/outputs';
import type { RunnableInterface } from '@langchain/core/runnables';
import type { ChatTurn } from '@llm-sentinel/chat';
import { guardChunks } from './guard-chunks.js';
import { mapMessage, mapMessages } from './map-message.js';

type Model = RunnableInterface<BaseLanguageModelInput> & {
  bindTools?(tools: BindToolsInput[], options?: Partial<BaseChatModelCallOptions>): Model;
  readonly profile?: BaseChatModel['profile'];
};

/**
 * A model in front of a model, for one call: what the other one reads and writes is scanned. Guarding the call of the model alone
 * would not do: its tokens are streamed, and its callbacks called, before the call is over.
 */
export class GuardedChatModel extends BaseChatModel {
  readonly #model: Model;
  readonly #turn: ChatTurn;

  constructor(model: Model, turn: ChatTurn) {
    super({});
    this.#model = model;
    this.#turn = turn;
  }

  override _llmType(): string {
    return 'guarded';
  }

  override get profile(): BaseChatModel['profile'] {
    return this.#model.profile ?? {};
  }

  override bindTools(tools: BindToolsInput[], options?: Partial<BaseChatModelCallOptions>): GuardedChatModel {
    if (this.#model.bindTools === undefined) throw new TypeError('The model takes no tools.');
    return new GuardedChatModel(this.#model.bindTools(tools, options), this.#turn);
  }

  override async _generate(messages: BaseMessage[], options: this['ParsedCallOptions']): Promise<ChatResult> {
    const input = await this.#turn.input(messages, mapMessages);
    const answer = await this.#model.invoke(input, silent(options));
    const message = await this.#turn.output(answer as AIMessage, mapMessage);
    return { generations: [{ message, text: message.text }] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const input = await this.#turn.input(messages, mapMessages);
    const chunks = await this.#model.stream(input, silent(options));
    try {
      for await (const chunk of guardChunks(this.#turn, chunks as AsyncIterable<AIMessageChunk>)) {
        yield chunk;
        await runManager?.handleLLMNewToken(chunk.text, undefined, undefined, undefined, undefined, { chunk });
      }
    } finally {
      this.#turn.close();
    }
  }
}

/** Nobody listens to the model itself: it would tell them what is not yet scanned. */
function silent<Options extends object>(options: Options): Options & { callbacks: [] } {
  return { ...options, callbacks: [] };
}
