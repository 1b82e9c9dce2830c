import type { Manifest } from './manifest.js';

interface Model {
  readonly prototype: { validate(this: unknown): void };
}

/**
 * What is wrong with a manifest by the schema of Kubernetes. Its validators overlook fields that no schema has, such as misspelt
 * ones, which the API server would drop; but a validator looks at each field that it knows, so what it never looked at is unknown.
 */
export async function problemsOf(manifest: Manifest): Promise<string[]> {
  const { apiVersion, kind } = manifest;
  const { [kind]: Model } = (await import(/* @vite-ignore */ `kubernetes-models/${apiVersion}/${kind}`)) as Record<
    string,
    Model
  >;
  const seen = new Set<string>();
  const problems: string[] = [];
  try {
    // Not on a model made of it, which would be a copy.
    Model!.prototype.validate.call(recorded(manifest, '', seen));
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
