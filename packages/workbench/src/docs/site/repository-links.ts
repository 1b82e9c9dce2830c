import { statSync } from 'node:fs';
import { posix, relative, resolve, sep } from 'node:path';

/**
 * Pages also link to files beside `docs`, such as an example or a package's README. On the site these lead to the repository.
 *
 * @param root Folder of the repository.
 * @param address Where the repository is published.
 * @returns What makes of a link in a page the link on the site; links to elsewhere stay as they are.
 */
export function repositoryLinks(root: string, address: string): (href: string, page: string) => string {
  const docs = resolve(root, 'docs');
  return (href, page) => {
    if (/^(?:[a-z]+:|#|\/)/i.test(href)) return href;
    const [path = '', anchor] = href.split('#');
    const target = resolve(docs, posix.dirname(page), path);
    // The list of pages of a folder is the folder's index on the site.
    if (target.startsWith(docs + sep)) return href.replace(/(\/|^)README\.md(?=#|$)/, '$1index.md');
    const stats = statSync(target, { throwIfNoEntry: false });
    if (stats === undefined) throw new Error(`${page} links to ${href}, which is not there.`);
    const kind = stats.isDirectory() ? 'tree' : 'blob';
    const inRepository = relative(root, target).split(sep).join('/');
    return `${address}/${kind}/main/${inRepository}${anchor === undefined ? '' : `#${anchor}`}`;
  };
}
