/** Where the application has put the page, and who is asking. */
export interface Mount {
  /** Part of the address that frameworks leave in front of ours, such as `/dashboard`; empty where they take it off. */
  readonly basePath: string;
  readonly clientAddress: ((request: { header(name: string): string | undefined }) => string | undefined) | undefined;
}

export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly lacksSlash: boolean;
}

/** Finds our own part of an address. `full` is what the client asked for, where a framework has cut `target` to our part. */
export function placeOf(target: string, full: string, basePath: string): Place {
  const [rawPath = '', search = ''] = split(target);
  const isBelow = basePath !== '' && (rawPath === basePath || rawPath.startsWith(`${basePath}/`));
  const path = isBelow ? rawPath.slice(basePath.length) : rawPath;
  const asked = split(full)[0] ?? '';
  const isPage = path === '' || path === '/';
  const lacksSlash = isPage && asked !== '' && !asked.endsWith('/');
  return {
    // For the page without its slash: where it is, seen from there.
    path: lacksSlash ? `./${asked.split('/').at(-1) ?? ''}/` : path === '' ? '/' : path,
    query: new URLSearchParams(search),
    lacksSlash,
  };
}

function split(address: string): readonly string[] {
  const at = address.indexOf('?');
  return at === -1 ? [address] : [address.slice(0, at), address.slice(at + 1)];
}
