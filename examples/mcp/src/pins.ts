import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import canonicalize from 'canonicalize';

/** Remembers what was approved: a hash for each tool. */
export interface PinStore {
  get(tool: string): Promise<string | undefined>;
  set(tool: string, hash: string): Promise<void>;
}

/** Of all that a model gets to see of a tool. The order of members says nothing, so it makes no difference. */
export function hashOf({ name, title, description, inputSchema, outputSchema, annotations }: Tool): string {
  const seen = { name, title, description, inputSchema, outputSchema, annotations };
  return createHash('sha256')
    .update(canonicalize(seen) ?? '')
    .digest('hex');
}

/** Forgets with the process. */
export function memoryPins(): PinStore {
  const hashes = new Map<string, string>();
  return {
    get: async (tool) => hashes.get(tool),
    set: async (tool, hash) => void hashes.set(tool, hash),
  };
}

/** Keeps the hashes in a file of JSON, for one process at a time. */
export function filePins(path: string): PinStore {
  const read = async (): Promise<Record<string, string>> => {
    try {
      return JSON.parse(await readFile(path, 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw error;
    }
  };
  let writing = Promise.resolve();
  return {
    async get(tool) {
      await writing;
      const hashes = await read();
      return Object.hasOwn(hashes, tool) ? hashes[tool] : undefined;
    },
    set(tool, hash) {
      const written = writing.then(async () => {
        // Written beside and moved, so that a crash leaves the old file or the new one.
        await writeFile(`${path}.new`, JSON.stringify({ ...(await read()), [tool]: hash }, null, 2), { mode: 0o600 });
        await rename(`${path}.new`, path);
      });
      writing = written.catch(() => {});
      return written;
    },
  };
}
