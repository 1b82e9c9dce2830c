import type { AdapterHealth, ScannerHealth, ScannerInfo } from '@llm-sentinel/core';
import type { HealthView } from './api.js';

/** Parts that the application adds to the health: circuit breakers, queues, databases. Called often: cheap, and not throwing. */
export type HealthParts = () => readonly (AdapterHealth & { readonly name: string })[];

const NO_SCANNER: ScannerHealth = {
  status: 'ok',
  version: '',
  engines: [],
  adapters: [],
  cache: { entries: 0, hits: 0, misses: 0 },
};
const STATUSES = ['ok', 'degraded', 'failed'] as const;

/** The health of the scanner and of what the application added. The worst part decides. */
export function healthView(scanner: ScannerInfo | undefined, parts: HealthParts): HealthView {
  const { status, ...rest } = scanner?.health() ?? NO_SCANNER;
  const added = partsOf(parts);
  const worst = Math.max(...[status, ...added.map((part) => part.status)].map((each) => STATUSES.indexOf(each)));
  return { status: STATUSES[worst] ?? 'failed', ...rest, parts: added };
}

function partsOf(parts: HealthParts): HealthView['parts'] {
  try {
    return parts().map(({ name, status, detail }) => ({
      name,
      status: STATUSES.includes(status) ? status : 'failed',
      ...(detail !== undefined && { detail }),
    }));
  } catch {
    return [{ name: 'parts', status: 'failed', detail: 'The health of the added parts cannot be told: it throws.' }];
  }
}
