// The part of kustomize that our files use, so that the manifests are tested where there is no kubectl. What it does not know, it
// refuses. Where there is one, a test compares the two.
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { containersOf, type Manifest } from './manifest.js';

interface Kustomization {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly resources?: readonly string[];
  readonly labels?: readonly { readonly pairs: Readonly<Record<string, string>> }[];
  readonly images?: readonly Image[];
  readonly patches?: readonly { readonly path?: string; readonly patch?: string }[];
  readonly configMapGenerator?: readonly { readonly name: string; readonly files: readonly string[] }[];
}

interface Image {
  readonly name: string;
  readonly newName?: string;
  readonly newTag?: string;
  readonly digest?: string;
}

type Tree = Record<string, unknown>;

const KNOWN = 'apiVersion kind namespace resources labels images patches configMapGenerator'.split(' ');

/** What `kubectl kustomize FOLDER` gives, less the hashes behind the names of generated ConfigMaps. */
export function build(folder: string): Manifest[] {
  const kustomization = readKustomization(folder);
  const { resources = [], configMapGenerator = [], patches = [], namespace } = kustomization;
  let objects = [
    ...resources.flatMap((resource) => read(join(folder, resource))),
    ...configMapGenerator.map(({ name, files }) => configMap(folder, name, files)),
  ];
  for (const { path, patch } of patches) {
    objects = patched(objects, parse(patch ?? readFileSync(join(folder, path!), 'utf8')));
  }
  for (const object of objects) {
    for (const { pairs } of kustomization.labels ?? [])
      object.metadata.labels = { ...object.metadata.labels, ...pairs };
    if (namespace !== undefined && object.kind !== 'Namespace') object.metadata.namespace = namespace;
    for (const container of containersOf(object))
      container.image = imageOf(container.image, kustomization.images ?? []);
  }
  return objects;
}

function readKustomization(folder: string): Kustomization {
  const kustomization = parse(readFileSync(join(folder, 'kustomization.yaml'), 'utf8')) as Kustomization;
  const unknown = Object.keys(kustomization).filter((key) => !KNOWN.includes(key));
  if (unknown.length > 0) throw new Error(`${folder}: this test does not know ${unknown.join(', ')} of kustomize.`);
  return kustomization;
}

function read(path: string): Manifest[] {
  return statSync(path).isDirectory() ? build(path) : readManifests(path);
}

export function readManifests(path: string): Manifest[] {
  // As Kubernetes reads it: there 0440 is octal.
  return parseAllDocuments(readFileSync(path, 'utf8'), { version: '1.1' }).map(
    (document) => document.toJS() as Manifest,
  );
}

function configMap(folder: string, name: string, files: readonly string[]): Manifest {
  const entries = files.map((file) => {
    const [key = '', path = key] = file.split('=');
    return [basename(key), readFileSync(join(folder, path), 'utf8')];
  });
  // Without a spec, as the one kind of those that we have.
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name },
    data: Object.fromEntries(entries),
  } as unknown as Manifest;
}

function patched(objects: readonly Manifest[], patch: Tree & Manifest): Manifest[] {
  const isMeant = ({ kind, metadata }: Manifest) => kind === patch.kind && metadata.name === patch.metadata.name;
  if (objects.filter(isMeant).length !== 1) throw new Error(`No ${patch.kind} ${patch.metadata.name} to patch.`);
  if (patch.$patch === 'delete') return objects.filter((object) => !isMeant(object));
  return objects.map((object) => (isMeant(object) ? (merge({ ...object }, patch) as unknown as Manifest) : object));
}

/** Strategic merge: null removes, lists of named things are merged by name, other lists are replaced. */
function merge(target: unknown, patch: unknown): unknown {
  if (Array.isArray(patch)) return Array.isArray(target) && patch.some(isNamed) ? mergeNamed(target, patch) : patch;
  if (typeof patch !== 'object' || patch === null) return patch;
  const result: Tree = { ...(target as Tree) };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}

function mergeNamed(target: readonly unknown[], patch: readonly unknown[]): unknown[] {
  if (![...target, ...patch].every(isNamed)) throw new Error('This test merges lists by name only.');
  const result = [...target] as { name: string }[];
  // As kustomize does: what is new comes first.
  for (const item of (patch as { name: string }[]).toReversed()) {
    const index = result.findIndex(({ name }) => name === item.name);
    if (index < 0) result.unshift(item);
    else result[index] = merge(result[index], item) as { name: string };
  }
  return result;
}

const isNamed = (item: unknown): item is { readonly name: string } =>
  typeof item === 'object' && item !== null && 'name' in item;

function imageOf(image: string, images: readonly Image[]): string {
  const found = images.find(({ name }) => name === image);
  if (found === undefined) return image;
  const { name, newName = name, newTag, digest } = found;
  return `${newName}${newTag === undefined ? '' : `:${newTag}`}${digest === undefined ? '' : `@${digest}`}`;
}
