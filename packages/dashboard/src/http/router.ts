import { type Feedback, isSentinelError, type SentinelError } from '@llm-sentinel/core';
import { type AlertSource, alertsView } from '../alert-source.js';
import type { Config, EventsPage, EventsQuery, HealthView, RecentEvent, Summary, SummaryQuery } from '../api.js';
import type { Clock } from '../clock.js';
import type { Access } from './access.js';
import { errorReply, type HttpReply, type HttpRequest, jsonReply, refused } from './exchange.js';
import { pageReply } from './page-files.js';
import { readAcknowledgement, readFeedback, readSilence } from './read-body.js';
import { readEventsQuery, readSummaryQuery } from './read-query.js';
import { DATA_HEADERS } from './security-headers.js';
import type { StreamHub } from './stream-hub.js';

/** What the routes show and do. */
export interface Served {
  readonly config: () => Config;
  readonly summary: (query: SummaryQuery) => Promise<Summary>;
  readonly events: (query: EventsQuery) => Promise<EventsPage>;
  readonly event: (scanId: string) => Promise<RecentEvent | undefined>;
  readonly health: () => HealthView;
  readonly alerts: AlertSource | undefined;
  readonly feedback: ((feedback: Feedback) => void | Promise<void>) | null;
  readonly hub: StreamHub;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

export type Router = (request: HttpRequest) => Promise<HttpReply>;

type Route = (request: HttpRequest, parts: readonly string[], endsAt: number) => HttpReply | Promise<HttpReply>;

const MAX_BODY_BYTES = 16_384;

/** Answers requests below the page. Never rejects. */
export function createRouter(served: Served, access: Access): Router {
  const routes = routesOf(served);

  async function answer(request: HttpRequest): Promise<HttpReply> {
    const refusal = access.refuseHost(request);
    if (refusal !== null) return refusal;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead) {
      if (request.lacksSlash) return { status: 308, headers: { location: slashed(request) } };
      const page = await pageReply(request);
      if (page !== undefined) return page;
    }
    if (request.path === '/login') return access.login(request, MAX_BODY_BYTES);
    const entry = access.enter(request);
    if ('reply' in entry) return entry.reply;
    if (request.path === '/logout') return access.logout(request);

    const found = routes.filter(({ pattern }) => pattern.test(request.path));
    if (found.length === 0) return errorReply(404, 'There is nothing at this address.');
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const match = found.find((route) => route.method === method);
    if (match === undefined) {
      return errorReply(405, 'This address does not take this method.', {
        allow: found.map((route) => route.method).join(', '),
      });
    }
    if (!isRead) access.requireSameOrigin(request);
    const parts = match.pattern.exec(request.path)?.slice(1).map(decoded) ?? [];
    return match.run(request, parts, entry.endsAt);
  }

  return async (request) => {
    let reply: HttpReply;
    try {
      reply = await answer(request);
    } catch (error) {
      reply = failure(error, served.onError);
    }
    return { ...reply, headers: { ...DATA_HEADERS, ...reply.headers } };
  };
}

function routesOf(served: Served): readonly { method: string; pattern: RegExp; run: Route }[] {
  const { summary, events, event, health, feedback, hub, config, clock } = served;
  const alerts = (): AlertSource => {
    if (served.alerts === undefined) throw refused(404, 'The application gave no alert manager.');
    return served.alerts;
  };
  const body = (request: HttpRequest) => request.json(MAX_BODY_BYTES);
  return [
    { method: 'GET', pattern: /^\/api\/config$/, run: () => jsonReply(config()) },
    {
      method: 'GET',
      pattern: /^\/api\/summary$/,
      run: async ({ query }) => jsonReply(await summary(readSummaryQuery(query))),
    },
    {
      method: 'GET',
      pattern: /^\/api\/events$/,
      run: async ({ query }) => jsonReply(await events(readEventsQuery(query))),
    },
    {
      method: 'GET',
      pattern: /^\/api\/events\/([^/]+)$/,
      async run(_request, [scanId = '']) {
        const found = await event(scanId);
        return found === undefined ? errorReply(404, 'This event is not kept, or not any more.') : jsonReply(found);
      },
    },
    { method: 'GET', pattern: /^\/api\/health$/, run: () => jsonReply(health()) },
    { method: 'GET', pattern: /^\/api\/alerts$/, run: () => jsonReply(alertsView(alerts(), clock.now())) },
    {
      method: 'POST',
      pattern: /^\/api\/alerts\/([^/]+)\/acknowledge$/,
      async run(request, [fingerprint = '']) {
        const { by } = readAcknowledgement(await body(request));
        const isKnown = alerts().acknowledge(fingerprint, by);
        return isKnown ? jsonReply({}) : errorReply(404, 'This alert does not fire any more.');
      },
    },
    {
      method: 'POST',
      pattern: /^\/api\/silences$/,
      async run(request) {
        const { id } = alerts().silence(readSilence(await body(request)));
        return jsonReply({ id }, 201);
      },
    },
    {
      method: 'DELETE',
      pattern: /^\/api\/silences\/([^/]+)$/,
      run: (_request, [id = '']) =>
        alerts().expireSilence(id) ? jsonReply({}) : errorReply(404, 'There is no such silence any more.'),
    },
    {
      method: 'POST',
      pattern: /^\/api\/feedback$/,
      async run(request) {
        if (feedback === null) return errorReply(404, 'The application takes no feedback.');
        await feedback(readFeedback(await body(request)));
        return jsonReply({});
      },
    },
    {
      method: 'GET',
      pattern: /^\/api\/stream$/,
      run: (request, _parts, endsAt) => streamReply(hub, request, endsAt),
    },
  ];
}

function streamReply(hub: StreamHub, request: HttpRequest, endsAt: number): HttpReply {
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // nginx would hold it back.
    'x-accel-buffering': 'no',
  };
  if (request.method === 'HEAD') return { status: 200, headers };
  if (!hub.hasRoom) return errorReply(503, 'Too many pages are open already.', { 'retry-after': '10' });
  const lastEventId = request.header('last-event-id');
  return { status: 200, headers, stream: (sink) => hub.add(sink, { lastEventId, endsAt }) };
}

/** Where the page is, seen from its address without the slash. */
function slashed({ path, query }: HttpRequest): string {
  const search = query.toString();
  return `${path}${search === '' ? '' : `?${search}`}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw refused(400, 'The address is not well encoded.');
  }
}

function failure(error: unknown, onError: (error: unknown) => void): HttpReply {
  if (isSentinelError(error)) {
    const status = statusOf(error);
    if (status < 500) return errorReply(status, error.message.replace(/^\[@llm-sentinel\/[\w-]+\] /, ''));
  }
  onError(error);
  return errorReply(500, 'This could not be answered; the application has been told why.');
}

function statusOf({ code, details }: SentinelError): number {
  const { status } = details;
  if (typeof status === 'number') return status;
  return code === 'INVALID_INPUT' || code === 'INVALID_OPTION' ? 400 : 500;
}
