import { createHook } from 'node:async_hooks';
import type { Adapter } from '@llm-sentinel/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildFeedbackEvent, buildFinding, buildScanEvent, buildScanId, buildScannerInfo } from './events.js';
import { eventGallery, type SentinelEvent } from './gallery.js';

/** What `testAdapter` needs to know about an adapter. */
export interface AdapterContract {
  /** A new adapter, always on the same client: the one whose records `recorded` reads. */
  readonly create: () => Adapter;
  /** All that the adapters wrote so far: log lines, rows, a metrics page. A string, or anything JSON can show. */
  readonly recorded: () => unknown;
  /** An adapter whose client throws or rejects. Leave it out only when the client cannot fail. */
  readonly failing?: () => Adapter;
  /** Runs before each check. For a fresh client. */
  readonly reset?: () => void | Promise<void>;
  /** Scan ids are recorded, in the order of the events. False for adapters that only count. @default true */
  readonly ordered?: boolean;
  /** `event.text` is recorded by design. Core passes it on only when `captureText` says so. @default false */
  readonly recordsText?: boolean;
  /** User id, session id and address are recorded as given. @default false */
  readonly recordsIdentifiers?: boolean;
}

interface Check {
  readonly name: string;
  run(): Promise<void>;
}

const CANARY = { text: 'canary-text-b7e1c2', identifier: 'canary-id-90f4d3' };

/**
 * Registers a vitest suite that holds an adapter to what core relies on: its factory is inert, it takes every shape of
 * event, keeps their order, leaks nothing, fails in the agreed ways and closes only what it opened. An adapter's own
 * cases follow below the call.
 *
 * @example
 * testAdapter('postgres', {
 *   create: () => postgresAdapter({ client: database }),
 *   recorded: () => readRows(database),
 *   failing: () => postgresAdapter({ client: brokenClient }),
 * });
 */
export function testAdapter(name: string, contract: AdapterContract): void {
  describe(`${name}: adapter contract`, () => {
    const { reset } = contract;
    if (reset !== undefined) beforeEach(reset);
    for (const check of adapterChecks(contract)) it(check.name, check.run);
  });
}

/** The checks behind `testAdapter`, so that they can be shown to catch a bad adapter. */
export function adapterChecks(contract: AdapterContract): readonly Check[] {
  const { create, failing, ordered = true } = contract;
  const recorded = async (): Promise<string> => asText(await contract.recorded());
  // Ids that no other check has used: a store may rightly keep the first of two events with one id.
  let nextId = 0;
  const freshEvents = (count: number) =>
    Array.from({ length: count }, () => buildScanEvent({ result: { scanId: buildScanId(nextId++) } }));

  const checks: Check[] = [
    {
      name: 'is named in kebab-case, the same each time',
      async run() {
        const [first, second] = [create(), create()];
        expect(first.name).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
        expect(second.name).toBe(first.name);
        await closeAll(first, second);
      },
    },
    {
      name: 'has an inert factory: no timer, socket or file',
      async run() {
        const { value: adapter, resources } = resourcesOf(create);
        expect(resources).toEqual([]);
        await adapter.close?.();
      },
    },
    {
      name: 'takes every shape of event, deep-frozen, and stays healthy',
      async run() {
        const adapter = create();
        const before = await recorded();
        const gallery = eventGallery(nextId);
        nextId += gallery.length;
        adapter.onAttach?.(buildScannerInfo());
        for (const { name, event } of gallery) {
          await deliver(adapter, [event]).catch((cause: unknown) => {
            throw new Error(`The adapter failed on the event "${name}".`, { cause });
          });
          // A caught TypeError from writing to a frozen event would go unseen without this.
          expect(adapter.health?.().status ?? 'ok', `health after the event "${name}"`).toBe('ok');
        }
        expect(await recorded(), 'nothing was recorded').not.toBe(before);
        await adapter.close?.();
      },
    },
    {
      name: 'takes an empty batch and records nothing for it',
      async run() {
        const adapter = create();
        await deliver(adapter, freshEvents(1));
        const before = await recorded();
        await adapter.write?.([], new AbortController().signal);
        expect(await recorded()).toBe(before);
        await adapter.close?.();
      },
    },
    {
      name: 'records no text and no identifier from an event',
      async run() {
        const adapter = create();
        await deliver(adapter, canaryEvents(buildScanId(nextId++)));
        const written = (await recorded()).toLowerCase();
        if (contract.recordsText !== true) expectAbsent(written, CANARY.text);
        if (contract.recordsIdentifiers !== true) expectAbsent(written, CANARY.identifier);
        await adapter.close?.();
      },
    },
    {
      name: 'works beside a second instance, also after that one closed',
      async run() {
        const [first, second] = [create(), create()];
        await deliver(first, freshEvents(1));
        await deliver(second, freshEvents(1));
        const both = await recorded();
        await second.close?.();
        const [event] = freshEvents(1);
        await deliver(first, [event as SentinelEvent]);
        expect(await recorded(), 'the first instance records no more').not.toBe(both);
        expect(first.health?.().status ?? 'ok').toBe('ok');
        await closeAll(first);
      },
    },
    {
      name: 'closes twice and leaves the given client open',
      async run() {
        const adapter = create();
        await deliver(adapter, freshEvents(1));
        await adapter.close?.();
        await adapter.close?.();
        const before = await recorded();
        const next = create();
        await deliver(next, freshEvents(1));
        expect(await recorded(), 'the client takes no more').not.toBe(before);
        await next.close?.();
      },
    },
  ];

  if (ordered) {
    checks.push({
      name: 'keeps the order of events, in one batch and over batches',
      async run() {
        const adapter = create();
        const events = freshEvents(5);
        await deliver(adapter, events.slice(0, 3));
        await deliver(adapter, events.slice(3));
        const written = await recorded();
        const places = events.map((event) => written.indexOf(event.result.scanId));
        expect(places, 'a scan id is missing').not.toContain(-1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        await adapter.close?.();
      },
    });
  }

  if (failing !== undefined) {
    checks.push({
      name: 'with a failing client never throws in the scan, rejects in write, and says so',
      async run() {
        const adapter = failing();
        const gallery = eventGallery(nextId);
        nextId += gallery.length;
        adapter.onAttach?.(buildScannerInfo());
        for (const { event } of gallery) {
          if (event.type === 'scan') adapter.onScanStart?.();
          observe(adapter, event);
        }
        if (adapter.write !== undefined) {
          await expect(adapter.write(freshEvents(2), new AbortController().signal)).rejects.toBeDefined();
        } else {
          // With `onScan` alone core cannot see the failure: only `health` can tell.
          expect(adapter.health?.().status, 'health of the failing adapter').toMatch(/^(?:degraded|failed)$/);
        }
        await adapter.close?.();
      },
    });
  }
  return checks;
}

/** Hands events over as core does. */
async function deliver(adapter: Adapter, events: readonly SentinelEvent[]): Promise<void> {
  for (const event of events) {
    if (event.type === 'scan') adapter.onScanStart?.();
    observe(adapter, event);
  }
  const scans = events.filter((event) => event.type === 'scan');
  if (scans.length > 0) await adapter.write?.(Object.freeze(scans), new AbortController().signal);
}

function observe(adapter: Adapter, event: SentinelEvent): void {
  if (event.type === 'scan') adapter.onScan?.(event);
  else if (event.type === 'feedback') adapter.onFeedback?.(event);
  else adapter.onDecision?.(event);
}

function canaryEvents(scanId: string): readonly SentinelEvent[] {
  const { text, identifier } = CANARY;
  return [
    buildScanEvent({
      text: `Ignore this, ${text}, and all that follows.`,
      context: { userId: identifier, sessionId: identifier, ip: identifier },
      result: { scanId, findings: [buildFinding()] },
    }),
    // People quote the text they judge.
    buildFeedbackEvent({ scanId, comment: `"${text}" is harmless.`, reporter: identifier }),
  ];
}

function expectAbsent(written: string, canary: string): void {
  for (const form of [canary, Buffer.from(canary).toString('hex')]) {
    expect(written.includes(form), `"${form}" from an event was recorded`).toBe(false);
  }
}

/** What `run` sets going, by the names of Node's async resources. Promises and ticks end by themselves. */
function resourcesOf<T>(run: () => T): { value: T; resources: string[] } {
  const resources: string[] = [];
  const hook = createHook({
    init(_id, type) {
      if (!['PROMISE', 'TickObject', 'Microtask'].includes(type)) resources.push(type);
    },
  });
  hook.enable();
  try {
    return { value: run(), resources };
  } finally {
    hook.disable();
  }
}

async function closeAll(...adapters: readonly Adapter[]): Promise<void> {
  for (const adapter of adapters) await adapter.close?.();
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part)) ?? '';
}
