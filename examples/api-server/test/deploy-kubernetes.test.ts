import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { loadConfig } from '../src/config/load.js';
import { deployFolder, makeSecrets, repository, scratchFolder, textOf, yamlOf } from './deploy/files.js';
import { problemsOf } from './deploy/known-fields.js';
import { build, readManifests } from './deploy/kustomize.js';
import { type Container, containersOf, type Manifest, type PodSpec, selects, templateOf } from './deploy/manifest.js';
import { runProgram } from './deploy/program.js';
import { createdSecrets } from './deploy/secrets.js';

const overlays = ['development', 'production'];
const folderOf = (overlay: string) => join(deployFolder, 'kubernetes/overlays', overlay);
const built = Object.fromEntries(overlays.map((overlay) => [overlay, build(folderOf(overlay))]));
const scratch = scratchFolder();
makeSecrets(scratch);
const secrets = createdSecrets(scratch);
afterAll(() => rmSync(scratch, { recursive: true }));

const idOf = ({ kind, metadata }: Manifest) => `${kind} ${metadata.name}`;
const ofKind = (objects: readonly Manifest[], kind: string) => objects.filter((object) => object.kind === kind);
const deploymentOf = (objects: readonly Manifest[]) => ofKind(objects, 'Deployment')[0]!;
/** What makes pods, with the pods that it makes. */
const workloadsOf = (objects: readonly Manifest[]) =>
  objects.flatMap((object) => {
    const template = templateOf(object);
    return template === undefined
      ? []
      : [{ object, id: idOf(object), labels: template.metadata.labels, pod: template.spec }];
  });
const kustomizeVersion = (): number => {
  const { isThere, stdout } = runProgram('kubectl', ['version', '--client', '--output=json']);
  return isThere ? Number(/"kustomizeVersion": "v(\d+)/.exec(stdout)?.[1] ?? 0) : 0;
};

describe('the objects', () => {
  it('are those that are meant', () => {
    expect(built.production!.map(idOf).sort()).toEqual([
      'ConfigMap postgres-init',
      'ConfigMap redis-config',
      'ConfigMap sentinel-config',
      'CronJob audit-migrate',
      'Deployment llm-sentinel',
      'HorizontalPodAutoscaler llm-sentinel',
      'Ingress llm-sentinel',
      'Job audit-migrate',
      'Namespace llm-sentinel',
      'NetworkPolicy audit-migrate',
      'NetworkPolicy default-deny',
      'NetworkPolicy dns',
      'NetworkPolicy llm-sentinel',
      'NetworkPolicy postgres',
      'NetworkPolicy redis',
      'PodDisruptionBudget llm-sentinel',
      'Service llm-sentinel',
      'Service postgres',
      'Service redis',
      'ServiceAccount llm-sentinel',
      'StatefulSet postgres',
      'StatefulSet redis',
    ]);
    const missing = built.production!.map(idOf).filter((id) => !built.development!.map(idOf).includes(id));
    expect(missing.sort()).toEqual([
      'HorizontalPodAutoscaler llm-sentinel',
      'Ingress llm-sentinel',
      'Namespace llm-sentinel',
      'PodDisruptionBudget llm-sentinel',
    ]);
  });

  // kubectl of Kubernetes 1.20 and older has a kustomize that reads none of this.
  it.skipIf(kustomizeVersion() < 5).each(overlays)('are what kubectl makes of the overlay for %s', (overlay) => {
    const { stdout } = runProgram('kubectl', ['kustomize', folderOf(overlay)]);
    const generated = ofKind(built[overlay]!, 'ConfigMap').map(({ metadata }) => metadata.name);
    const unhashed = stdout.replaceAll(new RegExp(`\\b(${generated.join('|')})-[a-z0-9]{10}\\b`, 'g'), '$1');
    const objects = parseAllDocuments(unhashed).map((document) => document.toJS() as Manifest);
    const byId = (list: readonly Manifest[]) => Object.fromEntries(list.map((object) => [idOf(object), object]));
    expect(byId(objects)).toEqual(byId(built[overlay]!));
  });

  it.each(overlays)('have no field in the overlay for %s that Kubernetes does not know', (overlay) => {
    for (const object of built[overlay]!) expect(problemsOf(object), idOf(object)).toEqual([]);
  });

  it('would be found out if they had one', () => {
    const deployment = structuredClone(deploymentOf(built.production!)) as Manifest & { spec: { replica?: number } };
    deployment.spec.replica = 3;
    Object.assign(templateOf(deployment)!.spec.containers[0]!, { image: 7 });
    expect(problemsOf(deployment)).toEqual([
      'data/spec/template/spec/containers/0/image must be string',
      '/spec/replica is unknown',
    ]);
  });
});

describe.each(overlays)('in the overlay for %s', (overlay) => {
  const objects = built[overlay]!;
  const workloads = workloadsOf(objects);
  const deployment = deploymentOf(objects);
  const [service] = containersOf(deployment) as [Container];

  it('all is in one namespace, which admits restricted pods only', () => {
    const [namespace] = ofKind(objects, 'Namespace');
    for (const level of ['enforce', 'audit', 'warn']) {
      expect(namespace?.metadata.labels?.[`pod-security.kubernetes.io/${level}`]).toBe('restricted');
    }
    const others = objects.filter(({ kind }) => kind !== 'Namespace');
    expect(new Set(others.map(({ metadata }) => metadata.namespace))).toEqual(new Set([namespace?.metadata.name]));
  });

  // https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted, and a read-only file system beyond it.
  it.each(workloads)('$id makes restricted pods', ({ object, pod }) => {
    expect([pod.hostNetwork, pod.hostPID, pod.hostIPC]).toEqual([undefined, undefined, undefined]);
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(pod.securityContext?.runAsUser).toBeGreaterThan(0);
    expect(pod.securityContext?.sysctls).toBeUndefined();
    for (const volume of pod.volumes ?? []) {
      const kinds = Object.keys(volume).filter((key) => key !== 'name');
      expect([['configMap'], ['secret'], ['emptyDir']]).toContainEqual(kinds);
    }
    expect(containersOf(object).length).toBeGreaterThan(0);
    for (const { securityContext, ports = [] } of containersOf(object)) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      for (const port of ports) expect(Object.keys(port).sort()).toEqual(['containerPort', 'name']);
    }
  });

  it.each(workloads)('$id has no token, limited memory and a pinned image', ({ object, pod }) => {
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.enableServiceLinks).toBe(false);
    for (const { image, resources } of containersOf(object)) {
      expect(resources?.requests).toEqual({ cpu: expect.any(String), memory: expect.any(String) });
      expect(resources?.limits?.memory).toMatch(/^\d+(?:Mi|Gi)$/);
      expect(image).toMatch(/^[\w./-]+:(?!latest)[\w.-]+(?:@sha256:[0-9a-f]{64})?$/);
      // Digests of others; of your own build you know it after the build.
      if (!image.includes('llm-sentinel/')) expect(image).toContain('@sha256:');
    }
  });

  it.each(workloads)('$id mounts volumes that it has, of ConfigMaps and Secrets that there are', ({ object, pod }) => {
    const claims = (object.spec.volumeClaimTemplates ?? []).map(({ metadata }) => metadata.name);
    const volumes = [...(pod.volumes ?? []).map(({ name }) => name), ...claims];
    const mounted = containersOf(object).flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name));
    expect(mounted.sort()).toEqual(volumes.sort());
    const configMaps = ofKind(objects, 'ConfigMap').map(({ metadata }) => metadata.name);
    for (const { configMap, secret } of pod.volumes ?? []) {
      if (configMap) expect(configMaps).toContain(configMap.name);
      if (secret) expect(Object.keys(secrets)).toContain(secret.secretName);
    }
    for (const { env = [] } of containersOf(object)) {
      for (const { valueFrom } of env) {
        const { name = '', key = '' } = valueFrom?.secretKeyRef ?? {};
        if (valueFrom) expect(Object.keys(secrets[name] ?? {})).toContain(key);
      }
    }
  });

  it.each(workloads)('$id has no secret in its variables, and finds the files that they name', ({ object, pod }) => {
    for (const { env = [], volumeMounts = [] } of containersOf(object)) {
      for (const { name, value = '' } of env) {
        expect(value, name).not.toMatch(/:\/\/[^/]*:[^/]*@/);
        if (!/PASSWORD|TOKEN|SECRET|HMAC|URL|_FILE$/.test(name) || value === '') continue;
        expect(name).toMatch(/_FILE$/);
        const mount = volumeMounts.find(({ mountPath }) => value.startsWith(`${mountPath}/`));
        const { secret } = pod.volumes?.find((volume) => volume.name === mount?.name) ?? {};
        expect(Object.keys(secrets[secret?.secretName ?? ''] ?? {})).toContain(
          value.slice(mount!.mountPath.length + 1),
        );
      }
    }
  });

  it('each Service and each budget selects pods, and each port has a name there', () => {
    const services = ofKind(objects, 'Service');
    expect(services).toHaveLength(3);
    for (const { metadata, spec } of services) {
      const selected = workloads.filter(({ labels }) => selects({ matchLabels: spec.selector! }, labels));
      expect(
        selected.map(({ id }) => id),
        metadata.name,
      ).toHaveLength(1);
      const names = containersOf(selected[0]!.object).flatMap(({ ports = [] }) => ports.map(({ name }) => name));
      for (const { targetPort } of spec.ports ?? []) expect(names).toContain(targetPort);
    }
    for (const { spec } of ofKind(objects, 'StatefulSet')) {
      expect(services.map(({ metadata }) => metadata.name)).toContain(spec.serviceName);
      expect(selects(spec.selector!, spec.template!.metadata.labels)).toBe(true);
    }
    expect(selects(deployment.spec.selector!, deployment.spec.template!.metadata.labels)).toBe(true);
    for (const { spec } of ofKind(objects, 'PodDisruptionBudget')) {
      expect(selects(spec.selector!, deployment.spec.template!.metadata.labels)).toBe(true);
    }
  });

  it('the probes ask ports and routes that there are, without a key', () => {
    const probes = [service.startupProbe, service.livenessProbe, service.readinessProbe];
    expect(probes.map((probe) => probe?.httpGet)).toEqual([
      { path: '/healthz', port: 'metrics' },
      { path: '/healthz', port: 'metrics' },
      { path: '/readyz', port: 'metrics' },
    ]);
    for (const { object } of workloads.filter(({ object: { kind } }) => kind === 'StatefulSet')) {
      const [{ startupProbe, livenessProbe, readinessProbe }] = containersOf(object) as [Container];
      for (const probe of [startupProbe, livenessProbe, readinessProbe]) expect(probe?.exec?.command).toBeDefined();
    }
  });

  it('the service takes its configuration, on the ports that the pod has', () => {
    const config = loadConfig({ environment: locally(service, deployment.spec.template!.spec) });
    expect(service.ports).toEqual([
      { name: 'http', containerPort: config.server.port },
      { name: 'metrics', containerPort: config.server.adminPort },
    ]);
    expect(config.postgres.url).toMatch(/^postgres:\/\/sentinel_service:[0-9a-f]{64}@postgres:5432\/sentinel$/);
    expect(config.redis.url).toMatch(/^redis:\/\/service:[0-9a-f]{64}@redis:6379$/);
    expect(config.dashboard.token).toHaveLength(64);
    const { drainDelayMs, drainTimeoutMs } = config.server;
    const grace = deployment.spec.template!.spec.terminationGracePeriodSeconds! * 1_000;
    expect(grace).toBeGreaterThan(drainDelayMs + drainTimeoutMs);
  });

  it('no pod goes before the next one is ready', () => {
    expect(deployment.spec.strategy).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
  });
});

describe('in production', () => {
  const objects = built.production!;
  const [autoscaler] = ofKind(objects, 'HorizontalPodAutoscaler');

  it('three to ten pods run, by the autoscaler alone', () => {
    expect(autoscaler?.spec).toMatchObject({ minReplicas: 3, maxReplicas: 10 });
    expect(autoscaler?.spec.scaleTargetRef).toMatchObject({
      kind: 'Deployment',
      name: deploymentOf(objects).metadata.name,
    });
    expect(deploymentOf(objects).spec.replicas).toBeUndefined();
    expect(readManifests(join(deployFolder, 'kubernetes/base/deployment.yaml'))[0]?.spec.replicas).toBe(3);
  });

  it('an eviction is possible, and leaves pods', () => {
    const [budget] = ofKind(objects, 'PodDisruptionBudget');
    expect(budget?.spec.minAvailable).toBeGreaterThan(0);
    expect(budget?.spec.minAvailable).toBeLessThan(autoscaler!.spec.minReplicas!);
  });

  it('the Ingress leads to the service', () => {
    const [ingress] = ofKind(objects, 'Ingress');
    const backends = ingress!.spec.rules!.flatMap(({ http }) => http.paths.map(({ backend }) => backend.service));
    for (const { name, port } of backends) {
      const target = ofKind(objects, 'Service').find(({ metadata }) => metadata.name === name);
      expect(target?.spec.ports?.map((each) => each.name)).toContain(port.name);
    }
    expect(backends).toHaveLength(1);
  });
});

describe('beside the overlays', () => {
  it('the databases are the same as in compose.yaml', () => {
    const { services } = yamlOf('compose.yaml');
    for (const name of ['postgres', 'redis']) {
      const [container] = built
        .production!.filter((object) => idOf(object) === `StatefulSet ${name}`)
        .flatMap(containersOf);
      expect(container?.image).toBe(services[name].image);
      const variables = Object.fromEntries(
        (container?.env ?? []).map(({ name: variable, value }) => [variable, value]),
      );
      expect(variables).toEqual(services[name].environment ?? {});
    }
  });

  it('the example for managed databases opens the way out to both', () => {
    const policies = readManifests(join(deployFolder, 'kubernetes/examples/managed-datastores.yaml'));
    expect(policies.map(problemsOf)).toEqual([[], []]);
    const service = deploymentOf(built.production!).spec.template!.metadata.labels;
    const ports = policies
      .filter(({ spec }) => selects(spec.podSelector!, service))
      .flatMap(({ spec }) => spec.egress!.flatMap((opening) => opening.ports.map(({ port }) => port)));
    expect(ports).toEqual([5432, 6379]);
  });
});

describe('Secrets', () => {
  it('are in no file', () => {
    const listed = runProgram(
      'git',
      ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '.'],
      deployFolder,
    );
    const names = listed.stdout.split('\0').filter((file) => /\.ya?ml$/.test(file));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(textOf(name), name).not.toMatch(/^kind: Secret$/m);
  });

  it('hold files that init-secrets.sh has made, none of them empty', () => {
    const files = Object.values(secrets).flatMap((keys) => Object.values(keys));
    expect(files.length).toBeGreaterThanOrEqual(12);
    for (const file of files) expect(statSync(file).size, file).toBeGreaterThan(0);
  });

  it('are the same from a vault', () => {
    const external = readManifests(join(deployFolder, 'kubernetes/examples/external-secrets.yaml'));
    const keys = external.map(({ spec }) => [spec.target?.name, spec.data?.map(({ secretKey }) => secretKey).sort()]);
    const made = Object.entries(secrets).map(([name, values]) => [name, Object.keys(values).sort()]);
    expect(keys.sort()).toEqual(made.sort());
  });
});

describe('the manifests for Prometheus', () => {
  const folder = join(repository, 'packages/prometheus/kubernetes');
  const [metrics, monitor] = readManifests(join(folder, 'service-monitor.yaml')) as [Manifest, Manifest];

  it('find the pods and their port', () => {
    const workloads = workloadsOf(built.production!);
    const selected = workloads.filter(({ labels }) => selects({ matchLabels: metrics.spec.selector! }, labels));
    expect(selected.map(({ id }) => id)).toEqual(['Deployment llm-sentinel']);
    const names = containersOf(selected[0]!.object).flatMap(({ ports = [] }) => ports.map(({ name }) => name));
    expect(names).toContain(metrics.spec.ports?.[0]?.targetPort);
    expect(selects(monitor.spec.selector!, metrics.metadata.labels)).toBe(true);
    expect(metrics.spec.ports?.map(({ name }) => name)).toContain(monitor.spec.endpoints?.[0]?.port);
  });

  it('take the key from a Secret that there is', () => {
    const { name, key } = monitor.spec.endpoints![0]!.authorization.credentials;
    expect(Object.keys(secrets[name] ?? {})).toContain(key);
  });
});

/** The variables of a container, with the files that they name in places where they are here. */
function locally({ env = [], volumeMounts = [] }: Container, pod: PodSpec): Record<string, string> {
  const here = (value: string): string => {
    const mount = volumeMounts.find(({ mountPath }) => value.startsWith(`${mountPath}/`));
    const volume = pod.volumes?.find(({ name }) => name === mount?.name);
    const key = value.slice((mount?.mountPath.length ?? 0) + 1);
    if (volume?.secret) return secrets[volume.secret.secretName]![key]!;
    if (volume?.configMap) {
      const { data = {} } = built.production!.find(({ metadata }) => metadata.name === volume.configMap?.name)!;
      const file = join(scratch, key);
      writeFileSync(file, data[key]!);
      return file;
    }
    return value;
  };
  return Object.fromEntries(env.map(({ name, value = '' }) => [name, here(value)]));
}
