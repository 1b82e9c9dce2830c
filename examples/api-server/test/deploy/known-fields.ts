import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { StatefulSet } from 'kubernetes-models/apps/v1/StatefulSet';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { CronJob } from 'kubernetes-models/batch/v1/CronJob';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import type { Manifest } from './manifest.js';

interface Model {
  readonly apiVersion: string;
  readonly kind: string;
  readonly prototype: { validate(this: unknown): void };
}

const models: readonly Model[] = [
  ...[Deployment, StatefulSet, HorizontalPodAutoscaler, CronJob, Job, Ingress, NetworkPolicy, PodDisruptionBudget],
  ...[ConfigMap, Namespace, Service, ServiceAccount],
];

/**
 * What is wrong with a manifest by the schema of Kubernetes. Its validators overlook fields that no schema has, such as misspelt
 * ones, which the API server would drop; but a validator looks at each field that it knows, so what it never looked at is unknown.
 */
export function problemsOf(manifest: Manifest): string[] {
  const { apiVersion, kind } = manifest;
  const model = models.find((each) => each.apiVersion === apiVersion && each.kind === kind);
  if (model === undefined) return [`${apiVersion} has no ${kind}`];
  const seen = new Set<string>();
  const problems: string[] = [];
  try {
    // Not on a model made of it, which would be a copy.
    model.prototype.validate.call(recorded(manifest, '', seen));
  } catch (error) {
    problems.push((error as Error).message);
  }
  const unknown = pathsOf(manifest, '').filter((path) => !seen.has(path));
  return [...problems, ...unknown.map((path) => `${path} is unknown`)];
}

function recorded(value: unknown, path: string, seen: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      if (typeof key !== 'string') return Reflect.get(target, key);
      seen.add(`${path}/${key}`);
      return recorded(Reflect.get(target, key), `${path}/${key}`, seen);
    },
  });
}

function pathsOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [`${path}/${key}`, ...pathsOf(inner, `${path}/${key}`)]);
}
