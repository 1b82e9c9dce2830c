// What the README and the documentation show must compile against the packages as they are, and their links must lead somewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { codeBlocks } from '../src/docs/code-blocks.js';
import { anchorsOf } from '../src/docs/headings.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', 'dist', '.git', '.sentinel', '.changeset'].includes(entry.name)
        ? []
        : markdownFiles(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}
const pages = markdownFiles(root).map((path) => ({
  path,
  name: relative(root, path),
  text: readFileSync(path, 'utf8'),
}));
const blocks = pages.flatMap(({ name, text }) => codeBlocks(name, text)).filter(({ language }) => language === 'ts');

/** Each block as a module of its own, in memory, beside the workspace's sources. */
function compileErrors(): string[] {
  const sources = new Map(
    blocks.map((block, index) => [join(root, 'packages/workbench/test', `block-${index}.ts`), block]),
  );
  const packages = readdirSync(join(root, 'packages')).filter((name) =>
    existsSync(join(root, 'packages', name, 'src/index.ts')),
  );
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    paths: Object.fromEntries(
      packages.flatMap((name) => [
        [`@llm-sentinel/${name}`, [join(root, 'packages', name, 'src/index.ts')]],
        [`@llm-sentinel/${name}/*`, [join(root, 'packages', name, 'src/*.ts')]],
      ]),
    ),
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.readFile = (path) => sources.get(path)?.code ?? readFile(path);
  host.getSourceFile = (path, target, ...rest) => {
    const block = sources.get(path);
    return block === undefined ? getSourceFile(path, target, ...rest) : ts.createSourceFile(path, block.code, target);
  };
  // Frameworks and clients are installed where an example or a package needs them.
  const places = ['packages', 'examples'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => join(root, parent, name, 'index.ts')),
  );
  const cache = ts.createModuleResolutionCache(root, (path) => path, options);
  host.resolveModuleNameLiterals = (literals, containing) =>
    literals.map(({ text }) => {
      const from = sources.has(containing) ? [containing, ...places] : [containing];
      for (const place of from) {
        const found = ts.resolveModuleName(text, place, options, host, cache);
        if (found.resolvedModule !== undefined) return found;
      }
      return { resolvedModule: undefined };
    });
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources].flatMap(([path, block]) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((diagnostic) => {
      const line = file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
      return `${block.page}:${block.line + line + 1} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
    });
  });
}

describe('the documentation', () => {
  it('shows code, and all of it compiles', { timeout: 120_000 }, () => {
    expect(blocks.length).toBeGreaterThan(10);
    expect(compileErrors()).toEqual([]);
  });

  it('has no link to a page or heading that is not there', () => {
    const broken = pages.flatMap(({ path, name, text }) =>
      [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].flatMap(
        ([, target = '']) => {
          const [file = '', heading] = target.split('#');
          const found = file === '' ? path : resolve(dirname(path), file);
          if (!existsSync(found)) return [`${name}: ${target}`];
          if (heading === undefined) return [];
          return anchorsOf(readFileSync(found, 'utf8')).includes(heading) ? [] : [`${name}: ${target}`];
        },
      ),
    );
    expect(broken).toEqual([]);
  });

  it('lists every page, those on alerts aside, which have a list of their own', () => {
    const listed = readFileSync(join(root, 'docs/README.md'), 'utf8');
    const missing = pages
      .map(({ name }) => relative('docs', name))
      .filter((name) => !name.startsWith('..') && !/^(?:README\.md|index\.md|runbooks\/(?!README))/.test(name))
      .filter((name) => !listed.includes(`](${name})`));
    expect(missing).toEqual([]);
  });
});
