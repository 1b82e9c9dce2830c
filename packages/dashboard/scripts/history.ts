import { type Adapter, createScanner, type ScanEvent } from '@llm-sentinel/core';
import { loadTraffic } from '../../../examples/demo/src/traffic.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ROUNDS = 8;

/** The same numbers from 0 to 1 in every run: mulberry32, which is public domain. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What became of every text of the demo's traffic. */
async function scanTraffic(folder: string): Promise<readonly ScanEvent[]> {
  const seen: ScanEvent[] = [];
  const collector: Adapter = { name: 'collector', onScan: (event) => void seen.push(event) };
  const scanner = createScanner({ adapters: [collector], captureText: 'redacted', cache: false });
  const traffic = await loadTraffic(folder);
  for (let round = 1; round <= ROUNDS; round++) {
    for (const { text, source } of traffic) scanner.scan(text, { source });
  }
  await scanner.shutdown();
  // Of each text the fastest round: the first ones are of a program that has just begun, others of a busy machine.
  return traffic.map((_, index) =>
    seen
      .filter((_event, at) => at % traffic.length === index)
      .reduce((best, event) => (event.result.latencyMs < best.result.latencyMs ? event : best)),
  );
}

export interface HistoryOptions {
  readonly traffic: string;
  readonly to: number;
  readonly days: number;
  readonly record: (event: ScanEvent) => void;
}

/** Retells the demo's traffic as days of a product: busy afternoons, quiet nights, and two attacks on the last day. */
export async function writeHistory({ traffic, to, days, record }: HistoryOptions): Promise<void> {
  const random = seededRandom(20_250);
  const events = await scanTraffic(traffic);
  const harmless = events.filter(({ result }) => result.action === 'allow');
  const hits = events.filter(({ result }) => result.action !== 'allow');
  const planted = hits.filter(({ result }) => result.source === 'tool' || result.source === 'document');
  const pick = (list: readonly ScanEvent[]) => list[Math.floor(random() * list.length)]!;
  const from = Math.floor((to - days * DAY) / MINUTE) * MINUTE;

  for (let minute = from; minute < to; minute += MINUTE) {
    const busy = activity(minute);
    const attack = attackAt(to - minute);
    const count = Math.round(busy * 34 * (0.75 + random() * 0.5) + attack * 14);
    const times = Array.from({ length: count }, () => minute + random() * Math.min(MINUTE, to - minute)).sort(
      (a, b) => a - b,
    );
    for (const time of times) {
      const isHit = random() < 0.045 + attack * 0.3;
      const chosen = isHit ? pick(random() < attack ? planted : hits) : pick(harmless);
      record(retell(chosen, Math.floor(time), random));
    }
  }
}

/** Between 0.15 at night and 1 in the afternoon, less at weekends. */
function activity(time: number): number {
  const hour = (time % DAY) / HOUR;
  const day = new Date(time).getUTCDay();
  const wave = 0.5 - 0.5 * Math.cos(((hour - 3) / 24) * 2 * Math.PI);
  return (0.15 + 0.85 * wave ** 1.6) * (day === 0 || day === 6 ? 0.45 : 1);
}

/** How strong an attack is so long before the end, 0 to 1: one runs now, one was nine hours ago. */
function attackAt(ageMs: number): number {
  const bump = (center: number, width: number) => Math.exp(-(((ageMs - center) / width) ** 2));
  return Math.min(1, 0.9 * bump(7 * MINUTE, 7 * MINUTE) + 0.7 * bump(9 * HOUR, 25 * MINUTE));
}

function retell({ result, ...event }: ScanEvent, time: number, random: () => number): ScanEvent {
  // Most scans are near the median, and few take many times as long.
  const slowness = Math.exp(0.35 * (random() + random() + random() - 1.5) * 2 + (random() < 0.01 ? 2 : 0));
  const person = Math.floor(random() * 140);
  return {
    ...event,
    time,
    context: {
      ...event.context,
      userId: `user-${person}`,
      sessionId: `session-${person}-${Math.floor(time / (2 * HOUR))}`,
    },
    result: { ...result, scanId: scanIdAt(time, random), latencyMs: result.latencyMs * slowness },
  };
}

/** In the form of a scan id: version 7 of UUID. */
function scanIdAt(time: number, random: () => number): string {
  const hex = (digits: number) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const stamp = time.toString(16).padStart(12, '0');
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(3)}-a${hex(3)}-${hex(12)}`;
}
