/** A group of pages in the navigation of the site. */
export interface PageGroup {
  readonly text: string;
  readonly items: PageLink[];
}

/** A page in the navigation, with the pages below it, if there are any. */
export interface PageLink {
  readonly text: string;
  /** As VitePress wants it: from the root of the site, without an extension. */
  readonly link: string;
  readonly collapsed?: true;
  readonly items?: PageLink[];
}

/**
 * The navigation, from the list of all pages: each line in bold opens a group, each list item is a page.
 *
 * @param contents Text of `docs/README.md`.
 * @param listOf Text of another list of pages, by its path in `docs`, such as that of the runbooks; undefined for an ordinary page.
 */
export function navigation(contents: string, listOf: (path: string) => string | undefined): PageGroup[] {
  const groups: PageGroup[] = [];
  for (const line of contents.split('\n')) {
    const heading = /^\*\*(.+?)\*\*/.exec(line)?.[1];
    if (heading !== undefined) groups.push({ text: heading, items: [] });
    const [, text = '', path = ''] = /^- \[(.+?)\]\(([^)]+\.md)\)/.exec(line) ?? [];
    if (path !== '') groups.at(-1)?.items.push(pageLink(text, path, listOf(path)));
  }
  return groups;
}

function pageLink(text: string, path: string, list: string | undefined): PageLink {
  const link = siteAddress(path);
  if (list === undefined) return { text, link };
  const folder = path.replace(/[^/]+$/, '');
  const items = [...list.matchAll(/(?:^\| |^- )\[(.+?)\]\(([\w-]+\.md)\)/gm)].map(([, name = '', file = '']) => ({
    text: name,
    link: siteAddress(folder + file),
  }));
  return { text, link, collapsed: true, items };
}

/** `guide/policy.md` is `/guide/policy`; the list of a folder is the folder. */
function siteAddress(path: string): string {
  return `/${path.replace(/\.md$/, '').replace(/(^|\/)README$/, '$1')}`;
}
