import type { Adapter, DecisionEvent, FeedbackEvent, ScanEvent, ScannerHealth, ScannerInfo } from './adapter.js';
import { SentinelError } from './errors.js';
import type { ResolvedOptions } from './options.js';
import { createQueue, type Queue, withTimeout } from './queue.js';

type AdapterState = {
  readonly adapter: Adapter;
  readonly queue: Queue<ScanEvent> | null;
  errors: number;
  /** Causes already reported. */
  readonly reported: Set<string>;
};

/** Hands events to adapters so that none can change, delay or break a scan. */
export interface Dispatcher {
  /** Any adapter wants scan events: without one no event is made. */
  readonly active: boolean;
  /** Any adapter wants to know how long each engine took. */
  readonly engineTimings: boolean;
  attach(scanner: ScannerInfo): void;
  scanStart(): void;
  scan(event: ScanEvent): void;
  feedback(event: FeedbackEvent): void;
  decision(event: DecisionEvent): void;
  health(): ScannerHealth['adapters'];
  /** Drains all queues. Never rejects. */
  flush(): Promise<void>;
  /** Drains all queues, then closes the adapters. Never rejects. Safe to call twice. */
  close(): Promise<void>;
}

/** A cause of failure is remembered by this much of its message. */
const CAUSE_CHARS = 120;
const MAX_CAUSES = 100;

export function createDispatcher({ adapters, queue: queueOptions, onAdapterError }: ResolvedOptions): Dispatcher {
  const states = adapters.map((adapter): AdapterState => {
    const state: AdapterState = {
      adapter,
      queue: adapter.write
        ? createQueue<ScanEvent>(
            (events, signal) => (adapter.write as NonNullable<Adapter['write']>)(events, signal),
            queueOptions,
            (error, lost) => failed(state, `write (${lost} events lost)`, error),
          )
        : null,
      errors: 0,
      reported: new Set(),
    };
    return state;
  });

  function failed(state: AdapterState, call: string, cause: unknown): void {
    state.errors++;
    const message = cause instanceof Error ? cause.message : String(cause);
    const key = `${call.split(' ')[0]} ${message.slice(0, CAUSE_CHARS)}`;
    if (state.reported.has(key) || state.reported.size >= MAX_CAUSES) return;
    state.reported.add(key);
    const { name } = state.adapter;
    const error = new SentinelError(
      'ADAPTER_FAILED',
      `[@llm-sentinel/core] Adapter '${name}' failed in ${call}: ${message} Scans go on; this cause is reported once.`,
      { cause },
    );
    try {
      onAdapterError(error, name);
    } catch {
      // Who throws while being told of an error can't be told of another.
    }
  }

  const withScanStart = states.filter(({ adapter }) => adapter.onScanStart !== undefined);
  const withScan = states.filter(({ adapter, queue }) => adapter.onScan !== undefined || queue !== null);
  let closing: Promise<void> | undefined;

  function each(call: 'onFeedback' | 'onDecision' | 'onAttach', value: unknown): void {
    for (const state of states) {
      try {
        (state.adapter[call] as ((value: unknown) => void) | undefined)?.(value);
      } catch (error) {
        failed(state, call, error);
      }
    }
  }

  async function flush(): Promise<void> {
    await Promise.all(states.map(({ queue }) => queue?.flush()));
  }

  return {
    active: withScan.length > 0,
    engineTimings: adapters.some((adapter) => adapter.engineTimings === true),
    attach: (scanner) => each('onAttach', scanner),
    scanStart() {
      for (const state of withScanStart) {
        try {
          state.adapter.onScanStart?.();
        } catch (error) {
          failed(state, 'onScanStart', error);
        }
      }
    },
    scan(event) {
      for (const state of withScan) {
        if (state.adapter.onScan !== undefined) {
          try {
            state.adapter.onScan(event);
          } catch (error) {
            failed(state, 'onScan', error);
          }
        }
        state.queue?.push(event);
      }
    },
    feedback: (event) => each('onFeedback', event),
    decision: (event) => each('onDecision', event),
    health: () => states.map(adapterHealth),
    flush,
    close() {
      closing ??= flush().then(async () => {
        await Promise.all(
          states.map(async (state) => {
            try {
              await withTimeout(async () => state.adapter.close?.(), queueOptions.timeoutMs);
            } catch (error) {
              failed(state, 'close', error);
            }
          }),
        );
      });
      return closing;
    },
  };
}

function adapterHealth({ adapter, queue, errors }: AdapterState): ScannerHealth['adapters'][number] {
  const base = { name: adapter.name, queued: queue?.length ?? 0, dropped: queue?.dropped ?? 0, errors };
  try {
    const { status, detail } = adapter.health?.() ?? { status: errors > 0 ? ('degraded' as const) : ('ok' as const) };
    return { ...base, status, ...(detail !== undefined && { detail }) };
  } catch {
    return { ...base, status: 'failed', detail: 'Its own health check throws.' };
  }
}
