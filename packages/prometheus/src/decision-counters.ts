import type { DecisionEvent, FeedbackEvent } from '@llm-sentinel/core';
import { NONE } from './label-guard.js';
import type { FamilyOf } from './metric-set.js';
import type { SentinelMetrics } from './recorder.js';

const STOPPED: readonly string[] = ['blocked', 'denied'];
/** The state that a circuit is in after an event. */
const STATE_AFTER: ReadonlyMap<string, string> = new Map([
  ['opened', 'open'],
  ['closed', 'closed'],
  ['half_open', 'half_open'],
]);
/** A decision is a participle, a review's action a verb. */
const REVIEW_ACTIONS: ReadonlyMap<string, string> = new Map([
  ['approved', 'approve'],
  ['rejected', 'reject'],
  ['escalated', 'escalate'],
  ['expired', 'expire'],
]);

/** Counts what people and the parts around the scanner decided. */
export function createDecisionCounters(family: FamilyOf, metrics: SentinelMetrics) {
  return {
    countFeedback({ verdict, threatType }: FeedbackEvent): void {
      if (verdict === 'confirmed') return;
      const name = verdict === 'false_positive' ? 'false_positives_total' : 'false_negatives_total';
      family(name)
        .child(threatType ?? NONE)
        .inc();
    },

    countDecision({ component, decision, subject }: DecisionEvent): void {
      switch (component) {
        case 'policy':
          if (STOPPED.includes(decision)) family('policy_blocks_total').child(subject).inc();
          return;
        case 'circuit': {
          family('circuit_events_total').child(subject, decision).inc();
          const state = STATE_AFTER.get(decision);
          if (state !== undefined) metrics.set('circuit_state', { circuit: subject, state }, 1);
          return;
        }
        case 'rate-limit':
          family('rate_limit_decisions_total').child(subject, decision).inc();
          return;
        case 'review':
          family('reviews_completed_total')
            .child(REVIEW_ACTIONS.get(decision) ?? decision)
            .inc();
          return;
        default:
          // A guard or a stream acts on a scan that is counted as such.
          return;
      }
    },
  };
}
