import { newKey } from './api-key.js';
import { type KeyRecord, writeKeys } from './key-file.js';

const ALIAS = 'first-key';

/** Makes a key that may do everything, for a first look at the service, and keeps its hash. Returns what to show once. */
export function makeFirstKey(path: string): { readonly secret: string; readonly records: readonly KeyRecord[] } {
  const { id, secret, hash } = newKey();
  const records: readonly KeyRecord[] = [
    { id, alias: ALIAS, hash, scopes: ['admin'], createdAt: new Date().toISOString() },
  ];
  writeKeys(path, records);
  return { secret, records };
}
