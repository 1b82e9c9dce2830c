import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { anchorOf, anchorsOf } from '../src/docs/headings.js';
import { deadLinks } from '../src/docs/site/dead-links.js';
import { navigation } from '../src/docs/site/navigation.js';
import { repositoryLinks } from '../src/docs/site/repository-links.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const page = (path: string) => readFileSync(join(root, 'docs', path), 'utf8');
const listOf = (path: string) => (path.endsWith('/README.md') ? page(path) : undefined);

describe('the navigation', () => {
  it('has a group for each bold line, and below a list of pages its pages', () => {
    const contents =
      '**Guides**, a page a task\n\n- [Policy](guide/policy.md): what\n- [Runbooks](runbooks/README.md): a page\n';
    const list =
      '| [Down](down.md) | critical |\n- [Restore](audit-restore.md): lost\n[elsewhere](../guide/policy.md)\n';
    expect(navigation(contents, (path) => (path === 'runbooks/README.md' ? list : undefined))).toEqual([
      {
        text: 'Guides',
        items: [
          { text: 'Policy', link: '/guide/policy' },
          {
            text: 'Runbooks',
            link: '/runbooks/',
            collapsed: true,
            items: [
              { text: 'Down', link: '/runbooks/down' },
              { text: 'Restore', link: '/runbooks/audit-restore' },
            ],
          },
        ],
      },
    ]);
  });

  it('leads to every page there is, each once', () => {
    const links = navigation(page('README.md'), listOf)
      .flatMap(({ items }) => items)
      .flatMap(({ link, items = [] }) => [link, ...items.map((item) => item.link)]);
    const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.startsWith('.vitepress') && !/^(?:README|index)\.md$/.test(name))
      .map((name) => `/${name.replace(/(?:README)?\.md$/, '')}`);
    expect(links.toSorted()).toEqual(pages.toSorted());
  });
});

describe('links of a page to the repository', () => {
  const onSite = repositoryLinks(root, 'https://example.com/repository');

  it('lead to the file or folder as it is published', () => {
    expect(onSite('../../packages/pino/README.md#options', 'adapters/pino.md')).toBe(
      'https://example.com/repository/blob/main/packages/pino/README.md#options',
    );
    expect(onSite('../../examples/tracing', 'guide/tracing.md')).toBe(
      'https://example.com/repository/tree/main/examples/tracing',
    );
  });

  it('stay as they are when they lead to a page, to a heading or elsewhere', () => {
    for (const link of ['policy.md#thresholds', '#thresholds', 'https://example.com', 'mailto:a@example.com']) {
      expect(onSite(link, 'guide/quickstart.md')).toBe(link);
    }
    expect(onSite('../runbooks/README.md', 'guide/observability.md')).toBe('../runbooks/index.md');
  });

  it('fail the build when nothing is there', () => {
    expect(() => onSite('../../packages/nothing', 'guide/policy.md')).toThrow(
      'guide/policy.md links to ../../packages/nothing, which is not there.',
    );
  });
});

describe('anchors', () => {
  it('are those of GitHub', () => {
    expect(anchorOf('What it proves, and what not')).toBe('what-it-proves-and-what-not');
    expect(anchorOf('1. An SDK, first of all')).toBe('1-an-sdk-first-of-all');
    expect(anchorOf('`scan()` & Größe')).toBe('scan--größe');
  });

  it('are not made of comments in code', () => {
    expect(anchorsOf('# One\n\n```sh\n# two\n```\n\n## Three\n')).toEqual(['one', 'three']);
  });
});

describe('dead links', () => {
  let folder = '';
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function site(pages: Readonly<Record<string, string>>): string {
    folder = mkdtempSync(join(tmpdir(), 'sentinel-site-'));
    for (const [name, html] of Object.entries(pages)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), html);
    }
    return folder;
  }

  it('are found: pages, headings and pictures that are not there', () => {
    const html =
      '<a href="/guide/a"></a><a href="/guide/b"></a><a href="/guide/a#no"></a><a href="#top"></a><img src="/no.svg">';
    expect(deadLinks(site({ 'index.html': html, 'guide/a.html': '<h2 id="yes"></h2>' }))).toEqual([
      'index.html: /guide/b',
      'index.html: /guide/a#no',
      'index.html: #top',
      'index.html: /no.svg',
    ]);
  });

  it('are none when all is there, also below a folder and with letters that are escaped', () => {
    const html =
      '<h2 id="größe"></h2><a href="#gr%C3%B6%C3%9Fe"></a><a href="/docs/guide/#b"></a><a href="https://example.com"></a>';
    expect(
      deadLinks(
        site({ 'index.html': html, 'guide/index.html': '<p id="b"></p><a href="../index.html"></a>' }),
        '/docs/',
      ),
    ).toEqual([]);
  });

  it('count what a browser would load from elsewhere', () => {
    const html = '<link rel="stylesheet" href="https://cdn.example/a.css"><script src="//cdn.example/a.js"></script>';
    expect(deadLinks(site({ 'index.html': html }))).toEqual([
      'index.html: https://cdn.example/a.css',
      'index.html: //cdn.example/a.js',
    ]);
  });
});
