import { containersOf, type Manifest, type Opening, type Peer, selects, templateOf } from './manifest.js';

type Labels = Readonly<Record<string, string>>;

/** A kind of pod, in the namespace of the service or in another one. */
export interface Pod {
  readonly name: string;
  readonly labels: Labels;
  /** Labels of its namespace; undefined for that of the service, to which our policies apply. */
  readonly namespace?: Labels;
  readonly ports: readonly { readonly name: string; readonly number: number; readonly protocol: string }[];
}

/** The pods that the manifests make, each kind once. */
export function podsOf(objects: readonly Manifest[]): Pod[] {
  return objects.flatMap((object) => {
    const labels = templateOf(object)?.metadata.labels;
    if (labels === undefined || object.kind === 'CronJob') return [];
    const ports = containersOf(object)
      .flatMap(({ ports: own = [] }) => own)
      .map(({ name, containerPort }) => ({ name, number: containerPort, protocol: 'TCP' }));
    return [{ name: object.metadata.name, labels, ports }];
  });
}

/** `from -> to:port/protocol` of every connection that the policies leave open between the pods. */
export function openConnections(policies: readonly Manifest[], pods: readonly Pod[]): string[] {
  return pods.flatMap((from) =>
    pods
      .filter((to) => to !== from && (from.namespace === undefined || to.namespace === undefined))
      .flatMap((to) =>
        to.ports
          .filter((port) => leaves(policies, from, to, port) && enters(policies, from, to, port))
          .map(({ number, protocol }) => `${from.name} -> ${to.name}:${number}/${protocol}`),
      ),
  );
}

type Port = Pod['ports'][number];

const leaves = (policies: readonly Manifest[], from: Pod, to: Pod, port: Port) =>
  isOpen(
    policies,
    'Egress',
    from,
    port,
    ({ egress = [] }) => egress.map(({ to: peers, ports }) => ({ peers, ports })),
    to,
  );

const enters = (policies: readonly Manifest[], from: Pod, to: Pod, port: Port) =>
  isOpen(
    policies,
    'Ingress',
    to,
    port,
    ({ ingress = [] }) => ingress.map(({ from: peers, ports }) => ({ peers, ports })),
    from,
  );

/** A pod that no policy of the direction selects is open; else one of those that do must let the other in. */
function isOpen(
  policies: readonly Manifest[],
  direction: string,
  pod: Pod,
  port: Port,
  openingsOf: (spec: Manifest['spec']) => { peers: readonly Peer[] | undefined; ports: Opening['ports'] }[],
  other: Pod,
): boolean {
  if (pod.namespace !== undefined) return true;
  const applying = policies.filter(
    ({ spec }) => spec.policyTypes?.includes(direction) && selects(spec.podSelector!, pod.labels),
  );
  if (applying.length === 0) return true;
  return applying.some(({ spec }) =>
    openingsOf(spec).some(
      ({ peers, ports }) =>
        (peers === undefined || peers.some((peer) => isMeant(peer, other))) &&
        ports.some(
          ({ protocol, port: wanted }) => protocol === port.protocol && [port.name, port.number].includes(wanted),
        ),
    ),
  );
}

function isMeant({ podSelector = {}, namespaceSelector, ipBlock }: Peer, pod: Pod): boolean {
  if (ipBlock !== undefined) throw new Error('This test does not know addresses.');
  const isInNamespace =
    namespaceSelector === undefined ? pod.namespace === undefined : selects(namespaceSelector, pod.namespace);
  return isInNamespace && selects(podSelector, pod.labels);
}
