import type { DocumentInterface } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInterface } from '@langchain/core/retrievers';
import { type ChatGuardOptions, chatGuard, mapStrings, type TextMap } from '@llm-sentinel/chat';
import { isSentinelError } from '@llm-sentinel/core';

/** A retriever like the given one, without the documents in which there is an attack. */
export function guardRetriever(retriever: BaseRetrieverInterface, options: ChatGuardOptions = {}): BaseRetriever {
  return new GuardedRetriever(retriever, options);
}

class GuardedRetriever extends BaseRetriever {
  readonly lc_namespace = ['llm-sentinel'];
  readonly #retriever: BaseRetrieverInterface;
  readonly #guard: ReturnType<typeof chatGuard>;

  constructor(retriever: BaseRetrieverInterface, options: ChatGuardOptions) {
    super();
    this.#retriever = retriever;
    // Documents are hidden by the call of the model that reads them, as results of tools are.
    this.#guard = chatGuard({ ...options, withhold: [], redact: false });
  }

  override async _getRelevantDocuments(query: string): Promise<DocumentInterface[]> {
    const documents = await this.#retriever.invoke(query);
    const safe = await Promise.all(documents.map((document) => this.#isSafe(document)));
    return documents.filter((_, index) => safe[index]);
  }

  async #isSafe(document: DocumentInterface): Promise<boolean> {
    try {
      await this.#guard.turn().input(document, mapDocument);
      return true;
    } catch (error) {
      if (isSentinelError(error, 'BLOCKED')) return false;
      throw error;
    }
  }
}

/** Metadata is often put into prompts as well. */
const mapDocument: TextMap<DocumentInterface> = (document, visit) => ({
  ...document,
  pageContent: visit(document.pageContent, 'document'),
  metadata: mapStrings(document.metadata, visit, 'document'),
});
