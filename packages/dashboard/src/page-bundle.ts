import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { PageFile } from './http/page-files.js';

// The build puts what this makes in its place: the package has the page's files in it, and neither esbuild nor their sources. In
// source, as tests run, the page is built when it is first asked for.

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

const folder = fileURLToPath(new URL('../page/', import.meta.url));

/** The files of the page. All but the page itself are named by their content. */
export async function pageFiles(): Promise<readonly PageFile[]> {
  const { outputFiles, metafile } = await build({
    metafile: true,
    absWorkingDir: folder,
    entryPoints: { page: 'main.tsx', 'page-style': 'page.css' },
    outdir: '.',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox114', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: '/*! Licences of what is in here: licences.txt */' },
    legalComments: 'eof',
    logLevel: 'silent',
  });
  const output = (name: string) => Buffer.from(outputFiles.find(({ path }) => path.endsWith(name))?.contents ?? '');
  const parts = [
    { name: 'page.js', content: output('/page.js') },
    { name: 'page.css', content: output('/page-style.css') },
    { name: 'icon.svg', content: await readFile(`${folder}icon.svg`) },
  ].map(({ name, content }) => ({ name, file: pageFile(hashedName(name, content), content) }));
  let html = await readFile(`${folder}index.html`, 'utf8');
  for (const { name, file } of parts) html = html.replaceAll(`"${name}"`, `"${file.name}"`);
  const licences = pageFile('licences.txt', Buffer.from(await licencesOf(Object.keys(metafile.inputs))));
  return [pageFile('', Buffer.from(html), 'html'), ...parts.map(({ file }) => file), licences];
}

/** The licences of the libraries that files are of, as these ask to be passed on. */
async function licencesOf(files: readonly string[]): Promise<string> {
  const libraries = new Map<string, string>();
  for (const file of files) {
    const [path, name] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
    if (path !== undefined && name !== undefined) libraries.set(name, resolve(folder, path));
  }
  const texts = [...libraries].sort().map(async ([name, path]) => {
    const licence = (await readdir(path)).find((each) => /^licen[cs]e/i.test(each));
    if (licence === undefined) throw new Error(`${name} has no licence to pass on.`);
    return `${name}\n\n${await readFile(resolve(path, licence), 'utf8')}`;
  });
  return (await Promise.all(texts)).join('\n\n');
}

function pageFile(name: string, content: Buffer, extension = name.split('.').at(-1) ?? ''): PageFile {
  return {
    name,
    type: TYPES[extension] ?? 'application/octet-stream',
    gzip: gzipSync(content, { level: 9 }).toString('base64'),
    etag: `"${digest(content)}"`,
  };
}

function hashedName(name: string, content: Buffer): string {
  return name.replace('.', `-${digest(content)}.`);
}

function digest(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
