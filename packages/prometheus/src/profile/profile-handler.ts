import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { number, onlyKnown } from '../check.js';
import { createAuthorizer, type MetricsAuth } from '../metrics-auth.js';
import { send } from '../metrics-handler.js';
import { type CpuProfile, cpuProfile } from './cpu-profile.js';
import { FLAME_GRAPH_SCRIPT, flameGraph } from './flame-graph.js';

/** Who may ask for a profile, and for how long a one. */
export interface ProfileHandlerOptions {
  /** Who may profile, as for the metrics: `{ bearer }`, `{ username, password }`, or `'none'` for everybody. */
  readonly auth: MetricsAuth;
  /** Longest profile that a request may ask for, in seconds; 1 to 300. @default 60 */
  readonly maxSeconds?: number;
}

const DEFAULT_SECONDS = 10;
const scriptHash = createHash('sha256').update(FLAME_GRAPH_SCRIPT).digest('base64');
const PAGE_POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'`;

/**
 * Profiles the process on request: `GET ?seconds=10` answers with a `.cpuprofile`, `&format=html` with a flame graph. One
 * profile at a time; who goes away ends theirs.
 *
 * @throws SentinelError INVALID_OPTION, naming the option and what it must be.
 * @example
 * app.get('/debug/profile', profileHandler({ auth: { bearer: token } }));
 */
export function profileHandler(
  options: ProfileHandlerOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  onlyKnown(options, ['auth', 'maxSeconds'] satisfies (keyof ProfileHandlerOptions)[]);
  const maxSeconds = number('maxSeconds', options.maxSeconds, 60, { min: 1, max: 300, whole: true });
  const authorizer = createAuthorizer(options.auth);
  let isBusy = false;

  return async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    if (!authorizer.allows(request.headers.authorization)) {
      response.setHeader('WWW-Authenticate', authorizer.challenge);
      return send(response, 401, 'Unauthorized');
    }
    if (request.method !== 'GET') {
      response.setHeader('Allow', 'GET');
      return send(response, 405, 'Method Not Allowed');
    }
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const seconds = Number(searchParams.get('seconds') ?? Math.min(DEFAULT_SECONDS, maxSeconds));
    const format = searchParams.get('format') ?? 'cpuprofile';
    if (!(seconds > 0 && seconds <= maxSeconds)) {
      return send(response, 400, `seconds must be above 0 and at most ${maxSeconds}.`);
    }
    if (format !== 'cpuprofile' && format !== 'html') return send(response, 400, 'format must be cpuprofile or html.');
    if (isBusy) {
      response.setHeader('Retry-After', String(maxSeconds));
      return send(response, 409, 'A profile is being taken.');
    }
    isBusy = true;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    try {
      const durationMs = Math.max(1, Math.round(seconds * 1_000));
      answer(response, format, await cpuProfile({ durationMs, signal: gone.signal }));
    } catch {
      send(response, 500, 'The profile could not be taken.');
    } finally {
      isBusy = false;
    }
  };
}

function answer(response: ServerResponse, format: 'cpuprofile' | 'html', profile: CpuProfile): void {
  if (format === 'html') {
    response.setHeader('Content-Security-Policy', PAGE_POLICY);
    send(response, 200, flameGraph(profile), 'text/html; charset=utf-8');
  } else {
    response.setHeader('Content-Disposition', 'attachment; filename="profile.cpuprofile"');
    send(response, 200, JSON.stringify(profile), 'application/json');
  }
}
