import type { HttpRequest } from './exchange.js';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether a request that changes something comes from the page itself. Browsers say so in `Sec-Fetch-Site` or `Origin`; a program
 * says neither, and is let through when it brought its credentials with it, as no other page could make a browser do.
 */
export function isSameOrigin(request: HttpRequest, hasCookie: boolean, allowedOrigins: readonly string[]): boolean {
  const origin = request.header('origin');
  if (origin !== undefined && allowedOrigins.includes(origin)) return true;
  const site = request.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  if (origin !== undefined) return hostOf(origin) === request.header('host');
  return !hasCookie;
}

/**
 * Whether a host is one of ours. Where nobody has to log in, a page of anybody could point its own name at this machine and read
 * all with it (DNS rebinding): only names of this machine will do then, or those that the application knows.
 */
export function isKnownHost(host: string | undefined, isOpen: boolean, allowedHosts: readonly string[]): boolean {
  if (allowedHosts.length === 0 && !isOpen) return true;
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '');
  return LOOPBACK.test(name) || allowedHosts.includes(name) || allowedHosts.includes((host ?? '').toLowerCase());
}

function hostOf(origin: string): string | undefined {
  return /^https?:\/\/([^/]+)$/.exec(origin)?.[1];
}
