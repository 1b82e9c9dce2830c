import { randomBytes } from 'node:crypto';
import type { AlertsView, HealthView, RecentEvent, StreamEvents, TrendPoint } from '../api.js';
import type { Clock } from '../clock.js';
import { MINUTE_MS } from '../series/time-series.js';
import { type StreamSink, toJson } from './exchange.js';

/** What the streams tell, looked at a few times a second. */
export interface StreamSource {
  /** Rises with each event that comes or changes. */
  readonly eventSequence: () => number;
  readonly eventsSince: (
    sequence: number,
    limit: number,
  ) => { readonly events: readonly RecentEvent[]; readonly skipped: number };
  /** Rises with each scan. */
  readonly revision: () => number;
  readonly point: (time: number) => TrendPoint;
  readonly health: () => HealthView;
  readonly alerts: () => AlertsView | null;
  /** Told why the state could not be told. */
  readonly onError: (error: unknown) => void;
  /** Called every two seconds while anybody follows: what is read from elsewhere is looked for. */
  readonly refresh: () => void;
}

/** Tells all clients the same. One timer for all, and what is told is made once, however many they are. */
export interface StreamHub {
  /** False when there are as many clients as there may be. */
  readonly hasRoom: boolean;
  readonly clients: number;
  /** Adds a client. Returns what to call when it has gone. */
  add(sink: StreamSink, options: { readonly lastEventId?: string | undefined; readonly endsAt?: number }): () => void;
  close(): void;
}

interface Client {
  readonly sink: StreamSink;
  /** When its login ends. */
  readonly endsAt: number;
  /** The last event it was told of. */
  sequence: number;
  /** Since when it does not keep up; 0 while it does. */
  blockedAt: number;
  /** It can take more, and has to be told what it missed. */
  isBehind: boolean;
}

const TICK_MS = 250;
const TICKS_PER_POINT = 4;
const TICKS_PER_REFRESH = 8;
const TICKS_PER_STATE = 20;
const HEARTBEAT_MS = 15_000;
/** Longer than this a client that does not keep up is not waited for. */
const MAX_BLOCKED_MS = 60_000;
const MAX_EVENTS = 50;
/** How long a browser waits before it comes back. */
const RETRY_MS = 2_000;

export function createStreamHub(source: StreamSource, clock: Clock, maxStreams: number): StreamHub {
  // Numbers of events begin anew with each process: those of another one say nothing here.
  let run = '';
  const clients = new Set<Client>();
  let cancel: (() => void) | undefined;
  let ticks = 0;
  let sequence = 0;
  let revision = -1;
  let pointTime = 0;
  let state: { health: string; alerts: string } = { health: '', alerts: '' };
  let lastSentAt = 0;

  const message = <Name extends keyof StreamEvents>(event: Name, data: StreamEvents[Name], id?: number): string =>
    `${id === undefined ? '' : `id: ${run}-${id}\n`}event: ${event}\ndata: ${toJson(data)}\n\n`;

  function eventsMessage(from: number): string {
    const now = source.eventSequence();
    return now === from ? '' : message('events', source.eventsSince(from, MAX_EVENTS), now);
  }

  /** The minute before too when a new one has begun, as scans may have ended in it since it was told. */
  function pointMessages(): string {
    const now = clock.now();
    const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
    const times = pointTime > 0 && pointTime < minute ? [pointTime, minute] : [minute];
    pointTime = minute;
    return times.map((time) => message('point', source.point(time))).join('');
  }

  function stateMessages(): { readonly changed: string; readonly all: string } {
    const next = readState();
    const changed =
      (next.health === state.health ? '' : next.health) + (next.alerts === state.alerts ? '' : next.alerts);
    state = next;
    return { changed, all: next.health + next.alerts };
  }

  /** What the application gave may throw: that must end neither the stream nor, out of a timer, the process. */
  function readState(): typeof state {
    try {
      const alerts = source.alerts();
      return {
        health: message('health', source.health()),
        alerts: alerts === null ? '' : message('alerts', alerts),
      };
    } catch (error) {
      source.onError(error);
      return state;
    }
  }

  function tick(): void {
    ticks += 1;
    if (ticks % TICKS_PER_REFRESH === 0) source.refresh();
    const now = clock.now();
    let text = eventsMessage(sequence);
    sequence = source.eventSequence();
    const isNewMinute = pointTime > 0 && now >= pointTime + MINUTE_MS;
    if (ticks % TICKS_PER_POINT === 0 && (source.revision() !== revision || isNewMinute)) {
      revision = source.revision();
      text += pointMessages();
    }
    if (ticks % TICKS_PER_STATE === 0) text += stateMessages().changed;
    if (text === '' && now - lastSentAt >= HEARTBEAT_MS) text = ': still here\n\n';
    const chunk = text === '' ? undefined : Buffer.from(text);
    if (chunk !== undefined) lastSentAt = now;
    for (const client of clients) serve(client, chunk, now);
    schedule();
  }

  function serve(client: Client, chunk: Uint8Array | undefined, now: number): void {
    if (now >= client.endsAt || (client.blockedAt > 0 && now - client.blockedAt > MAX_BLOCKED_MS)) {
      drop(client);
    } else if (client.isBehind) {
      client.isBehind = false;
      send(client, Buffer.from(newest(client.sequence)));
    } else if (client.blockedAt === 0 && chunk !== undefined) {
      send(client, chunk);
    }
  }

  /** All that a client needs to be up to date, whatever it missed. */
  function newest(from: number): string {
    return (
      eventsMessage(from) + message('point', source.point(clock.now()), source.eventSequence()) + stateMessages().all
    );
  }

  function send(client: Client, chunk: Uint8Array): void {
    client.sequence = sequence;
    if (!client.sink.write(chunk)) client.blockedAt = clock.now();
  }

  function drop(client: Client): void {
    clients.delete(client);
    client.sink.end();
  }

  function schedule(): void {
    cancel?.();
    cancel = clients.size === 0 ? undefined : clock.after(TICK_MS, tick);
  }

  return {
    get hasRoom() {
      return clients.size < maxStreams;
    },
    get clients() {
      return clients.size;
    },
    add(sink, { lastEventId, endsAt = Number.POSITIVE_INFINITY }) {
      if (run === '') run = randomBytes(4).toString('hex');
      if (clients.size === 0) sequence = source.eventSequence();
      const [, lastRun, last] = /^([0-9a-f]{8})-(\d{1,15})$/.exec(lastEventId ?? '') ?? [];
      const from = lastRun === run ? Math.min(Number(last), sequence) : sequence;
      const client: Client = { sink, endsAt, sequence: from, blockedAt: 0, isBehind: false };
      sink.onRoom(() => {
        if (client.blockedAt === 0) return;
        client.blockedAt = 0;
        client.isBehind = true;
      });
      clients.add(client);
      send(client, Buffer.from(`retry: ${RETRY_MS}\n\n${newest(from)}`));
      if (cancel === undefined) schedule();
      return () => {
        clients.delete(client);
        if (clients.size === 0) schedule();
      };
    },
    close() {
      for (const client of [...clients]) drop(client);
      schedule();
    },
  };
}
