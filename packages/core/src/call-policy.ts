import type { DecisionEvent, EventContext } from './adapter.js';

/** Tells the scanner's adapters what a policy decided. */
export type PolicyObserver = (component: DecisionEvent['component'], decision: string, subject: string) => void;

/** How a guarded call is admitted and made. `policy()` of `@llm-sentinel/resilience` is one. */
export interface CallPolicy {
  /** Before anything else, the scan of the input included. Rejects when the caller is over a limit. */
  admit?(context: EventContext, observe?: PolicyObserver): Promise<void>;
  /** Makes the call: once, again after a failure, or not at all. `signal` is aborted when an attempt is given up. */
  run<T>(call: (signal: AbortSignal) => Promise<T>, options?: { readonly observe?: PolicyObserver }): Promise<T>;
}
