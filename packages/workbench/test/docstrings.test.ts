// What users can name, set or read says what it is: in their editor, and on the generated pages.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readDeclarations } from '../src/docs/declarations.js';
import { undocumented } from '../src/docs/undocumented.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'docstrings-')));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is undocumented in a workspace of one package with this source, without its places. */
function undocumentedIn(source: string): string[] {
  mkdirSync(join(folder, 'packages/a/src'), { recursive: true });
  writeFileSync(join(folder, 'packages/a/package.json'), JSON.stringify({ name: 'a', exports: { '.': './index.js' } }));
  writeFileSync(join(folder, 'packages/a/src/index.ts'), source);
  return undocumented(readDeclarations(folder)).map((line) => line.split(' ')[1] as string);
}

describe('the public packages', () => {
  it('have a docstring on every export, and on every member of the types that exports are made of', () => {
    const declarations = readDeclarations(fileURLToPath(new URL('../../../', import.meta.url)));
    expect(declarations.packages.flatMap(({ exports }) => exports).length).toBeGreaterThan(300);
    expect(undocumented(declarations)).toEqual([]);
  });
});

describe('what is undocumented', () => {
  it('is an export of any kind, and a member of a type or class that does not say what it is', () => {
    const source = `
      export interface Options { size?: number; nested: {\n inner: string;\n }; run(): void }
      export type Size = 'small' | 'large';
      export class Box { width = 1; private height = 1; get area() { return 1; } open() {} }
      export const LIMIT = 1;
      export function make() {}
    `;
    expect(undocumentedIn(source)).toEqual([
      ...['make', 'Options', 'Options.size', 'Options.nested', 'Options.nested.inner', 'Options.run'],
      ...['Size', 'Box', 'Box.width', 'Box.area', 'Box.open', 'LIMIT'],
    ]);
  });

  it('is a member of a type that is not exported itself, where an export takes, returns or extends it', () => {
    const source = `
      interface Base { base: 1 | 2 }
      interface Taken extends Base { taken: number }
      interface Returned { returned: number }
      interface Asked { asked: number }
      interface Unseen { unseen: number }
      /** Makes one. */
      export function make(taken: readonly Taken[]): Promise<Returned> { const unseen: Unseen[] = []; throw unseen; }
      /** Whether it is. */
      export const isAsked = (asked: Asked) => asked !== undefined;
    `;
    expect(undocumentedIn(source)).toEqual([
      ...['Taken', 'Base', 'Base.base', 'Taken.taken', 'Returned', 'Returned.returned', 'Asked', 'Asked.asked'],
    ]);
  });

  it('is what has tags alone, but not a member of a short object', () => {
    const source = `
      /** One of them. */
      export interface Shape {
        /** @default 1 */
        size?: number;
        /** Where it is. */
        place: { x: number; y: number };
      }
    `;
    expect(undocumentedIn(source)).toEqual(['Shape.size']);
  });
});
