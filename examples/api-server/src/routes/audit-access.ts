import type { FastifyRequest } from 'fastify';
import { Problem } from '../server/problem.js';
import type { Audit } from '../services/audit.js';
import type { Services } from '../services/services.js';

export function auditOf({ audit }: Services): Audit {
  if (audit === undefined) throw new Problem('not_found', 'This service keeps no audit log (`audit.enabled`).');
  return audit;
}

/**
 * Whose entries a request may see: those of its own alias. `admin` may see all, or those of one.
 *
 * @throws Problem forbidden, for another one's.
 */
export function visibleTenant({ caller }: FastifyRequest, asked: string | undefined): string | undefined {
  if (caller?.scopes.includes('admin')) return asked;
  const own = caller?.alias ?? '';
  if (asked !== undefined && asked !== own) throw new Problem('forbidden', 'Entries of other aliases are for `admin`.');
  return own;
}
