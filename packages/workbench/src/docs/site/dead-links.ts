import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Pages whose links nobody follows by hand. */
const IGNORED = new Set(['404.html']);

/**
 * Links, anchors, images, scripts and styles of a built site that lead nowhere within it, and whatever a page would load from elsewhere.
 *
 * @param folder The built site.
 * @param base Where the site is mounted, such as `/` or `/docs/`.
 */
export function deadLinks(folder: string, base = '/'): string[] {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !IGNORED.has(name))
    .map((name) => ({ name, html: readFileSync(join(folder, name), 'utf8') }));
  const anchors = new Map(pages.map(({ name, html }) => [name, new Set(attributes(html, 'id'))]));
  return pages.flatMap(({ name, html }) => {
    const links = attributes(html, 'href').filter((link) => !isElsewhere(link) && !leadsSomewhere(link, name));
    const loaded = loadedBy(html).filter((link) => isElsewhere(link) || !leadsSomewhere(link, name));
    return [...new Set([...links, ...loaded])].map((link) => `${name}: ${link}`);
  });

  function leadsSomewhere(link: string, page: string): boolean {
    const [path = '', anchor] = decodeURIComponent(link).split('#');
    const target = path === '' ? page : fileOf(path, page);
    if (target === undefined) return false;
    return anchor === undefined || anchor === '' || anchors.get(target)?.has(anchor) === true;
  }

  function fileOf(path: string, page: string): string | undefined {
    const absolute = path.startsWith(base) ? path.slice(base.length) : join(page, '..', path);
    const candidates = [absolute, `${absolute}.html`, join(absolute, 'index.html')];
    const found = candidates.find((name) => /\.\w+$/.test(name) && existsSync(join(folder, name)));
    return found === undefined ? undefined : relative(folder, join(folder, found));
  }
}

/** What a browser fetches by itself when it shows the page. */
function loadedBy(html: string): string[] {
  const tags = html.match(/<(?:script|img|link|source|iframe)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => !/\brel="(?:canonical|alternate)"/.test(tag))
    .flatMap((tag) => [...attributes(tag, 'src'), ...(tag.startsWith('<link') ? attributes(tag, 'href') : [])])
    .filter((link) => !link.startsWith('data:'));
}

function attributes(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"'),
  );
}

function isElsewhere(link: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link);
}
