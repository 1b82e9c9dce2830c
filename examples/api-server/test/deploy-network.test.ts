// Which connections the network policies leave open, computed from the manifests: those that are needed, and no other.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deployFolder } from './deploy/files.js';
import { build } from './deploy/kustomize.js';
import type { Manifest } from './deploy/manifest.js';
import { openConnections, type Pod, podsOf } from './deploy/network.js';

const tcp = (name: string, number: number) => ({ name, number, protocol: 'TCP' });

/** Who else is in a cluster. */
const neighbours: readonly Pod[] = [
  {
    name: 'application',
    namespace: { 'llm-sentinel/client': 'true' },
    labels: { app: 'shop' },
    ports: [tcp('http', 80)],
  },
  {
    name: 'monitoring',
    namespace: { 'llm-sentinel/monitoring': 'true' },
    labels: {},
    ports: [tcp('otlp', 4318), tcp('web', 9090)],
  },
  {
    name: 'dns',
    namespace: { 'kubernetes.io/metadata.name': 'kube-system' },
    labels: { 'k8s-app': 'kube-dns' },
    ports: [tcp('dns-tcp', 53), { name: 'dns', number: 53, protocol: 'UDP' }, tcp('metrics', 9153)],
  },
  {
    name: 'kube-system',
    namespace: { 'kubernetes.io/metadata.name': 'kube-system' },
    labels: {},
    ports: [tcp('https', 443), tcp('dns-tcp', 53)],
  },
  {
    name: 'elsewhere',
    namespace: {},
    labels: { 'app.kubernetes.io/name': 'llm-sentinel' },
    ports: [tcp('https', 443), tcp('pg', 5432)],
  },
  { name: 'intruder', labels: { app: 'intruder' }, ports: [tcp('http', 8080), tcp('pg', 5432)] },
];

const needed = [
  'application -> llm-sentinel:8080/TCP',
  'audit-migrate -> dns:53/TCP',
  'audit-migrate -> dns:53/UDP',
  'audit-migrate -> postgres:5432/TCP',
  'llm-sentinel -> dns:53/TCP',
  'llm-sentinel -> dns:53/UDP',
  'llm-sentinel -> monitoring:4318/TCP',
  'llm-sentinel -> postgres:5432/TCP',
  'llm-sentinel -> redis:6379/TCP',
  'monitoring -> llm-sentinel:9464/TCP',
];

function connectionsOf(objects: readonly Manifest[], isKept: (policy: Manifest) => boolean = () => true): string[] {
  const policies = objects.filter((object) => object.kind === 'NetworkPolicy' && isKept(object));
  return openConnections(policies, [...podsOf(objects), ...neighbours]).sort();
}

describe.each(['development', 'production'])('in the overlay for %s', (overlay) => {
  const objects = build(join(deployFolder, 'kubernetes/overlays', overlay));

  it('open is what is needed, and nothing else', () => {
    expect(connectionsOf(objects)).toEqual(needed);
  });

  it('each policy that opens something is needed', () => {
    for (const name of ['dns', 'llm-sentinel', 'audit-migrate', 'postgres', 'redis']) {
      const without = connectionsOf(objects, ({ metadata }) => metadata.name !== name);
      expect(
        needed.filter((connection) => !without.includes(connection)),
        name,
      ).not.toEqual([]);
    }
  });

  it('without the one that denies, more would be open', () => {
    const without = connectionsOf(objects, ({ metadata }) => metadata.name !== 'default-deny');
    expect(without).toContain('intruder -> elsewhere:443/TCP');
    expect(without).toContain('redis -> elsewhere:443/TCP');
  });
});
