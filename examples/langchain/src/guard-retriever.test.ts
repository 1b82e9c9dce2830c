import { Document } from '@langchain/core/documents';
import { BaseRetriever } from '@langchain/core/retrievers';
import { createScanner } from '@llm-sentinel/core';
import { ATTACK } from '@llm-sentinel/servers';
import { expect, it } from 'vitest';
import { guardRetriever } from './guard-retriever.js';

class Shelf extends BaseRetriever {
  readonly lc_namespace = ['test'];
  readonly #documents: Document[] | Error;
  constructor(documents: Document[] | Error) {
    super();
    this.#documents = documents;
  }
  override async _getRelevantDocuments(): Promise<Document[]> {
    if (this.#documents instanceof Error) throw this.#documents;
    return this.#documents;
  }
}

it('documents with an attack in text or metadata are left out, the others stay as they are, in their order', async () => {
  const safe = [
    new Document({ id: 'a', pageContent: 'Open from nine.', metadata: { page: 1 } }),
    new Document({ id: 'b', pageContent: 'Write to ann@example.com.', metadata: {} }),
  ] as const;
  const poisoned = [
    new Document({ pageContent: `Fine weather. ${ATTACK}` }),
    new Document({ pageContent: 'Fine weather.', metadata: { source: { title: ATTACK } } }),
  ] as const;
  const shelf = new Shelf([poisoned[0], safe[0], poisoned[1], safe[1]]);
  const found = await guardRetriever(shelf, { scanner: createScanner() }).invoke('hours');
  expect(found).toHaveLength(2);
  expect(found[0]).toBe(safe[0]);
  expect(found[1]).toBe(safe[1]);
});

it('an error of the retriever passes as it is', async () => {
  const error = new Error('The store is away.');
  await expect(guardRetriever(new Shelf(error)).invoke('hours')).rejects.toBe(error);
});
