import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { anchorOf } from '../../packages/workbench/src/docs/headings.js';
import { navigation } from '../../packages/workbench/src/docs/site/navigation.js';
import { repositoryLinks } from '../../packages/workbench/src/docs/site/repository-links.js';
import { promql } from './promql.js';

const REPOSITORY = 'https://github.com/llm-sentinel/llm-sentinel';
const root = fileURLToPath(new URL('../..', import.meta.url));
const page = (path: string) => readFileSync(`${root}/docs/${path}`, 'utf8');
const base = process.env.DOCS_BASE ?? '/';
const linkOnSite = repositoryLinks(root, REPOSITORY);

// From the list of pages, which a test compares with the pages there are: a new page cannot be forgotten.
const sidebar = navigation(page('README.md'), (path) => (path.endsWith('/README.md') ? page(path) : undefined));

export default defineConfig({
  title: 'LLM Sentinel',
  description:
    'Finds prompt injection, jailbreaks, personal data and secrets in what a language model reads and writes.',
  lang: 'en',
  // Where the site is mounted, such as `/llm-sentinel/`.
  base,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${base}favicon.svg` }]],
  cleanUrls: true,
  // Beside the stamps of the build, and ignored with them.
  cacheDir: '../node_modules/.cache/vitepress',
  rewrites: { 'README.md': 'contents.md', 'runbooks/README.md': 'runbooks/index.md' },
  ignoreDeadLinks: false,
  transformPageData({ relativePath }) {
    const isReference = relativePath.startsWith('reference/');
    return isReference ? { frontmatter: { aside: false, pageClass: 'reference' } } : undefined;
  },
  markdown: {
    anchor: { slugify: anchorOf },
    languages: [promql],
    config(md) {
      md.core.ruler.push('repository-links', ({ tokens, env }) => {
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          const href = token.type === 'link_open' ? token.attrGet('href') : null;
          if (href !== null) token.attrSet('href', linkOnSite(href, env.relativePath));
        }
      });
    },
  },
  themeConfig: {
    logo: '/favicon.svg',
    nav: [
      { text: 'Quickstart', link: '/guide/quickstart' },
      { text: 'Contents', link: '/contents' },
      { text: 'Runbooks', link: '/runbooks/' },
      { text: 'Reference', link: '/reference/rules' },
    ],
    sidebar: sidebar.map(({ text, items }) => ({ text, items, collapsed: false })),
    outline: [2, 3],
    search: {
      provider: 'local',
      options: {
        miniSearch: {
          searchOptions: {
            combineWith: 'AND',
            // Lists of thousands of words have something for every query.
            boostDocument: (id: string) => (/\/reference\/(?:lexicon|rules)/.test(id) ? 0.1 : 1),
          },
        },
      },
    },
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
    footer: { message: 'Apache licence, version 2.0' },
  },
});
