import { buildDecisionEvent, buildFeedbackEvent } from '@llm-sentinel/testing';
import { describe, expect, it } from 'vitest';
import { prometheusAdapter } from './prometheus-adapter.js';

async function counted(run: (adapter: ReturnType<typeof prometheusAdapter>) => void, name: string): Promise<string[]> {
  const adapter = prometheusAdapter();
  run(adapter);
  const page = await adapter.registry.metrics();
  return page.split('\n').filter((line) => line.startsWith(`sentinel_${name}`) && !line.endsWith(' 0'));
}

describe('feedback', () => {
  it('is counted as false positive or negative by threat; what is confirmed is not', async () => {
    const lines = await counted((adapter) => {
      adapter.onFeedback?.(buildFeedbackEvent());
      adapter.onFeedback?.(buildFeedbackEvent({ verdict: 'false_negative', threatType: null }));
      adapter.onFeedback?.(buildFeedbackEvent({ verdict: 'confirmed' }));
    }, 'false');
    expect(lines).toEqual([
      'sentinel_false_positives_total{threat_type="injection"} 1',
      'sentinel_false_negatives_total{threat_type="none"} 1',
    ]);
  });
});

describe('a decision', () => {
  it('of a named policy is counted when it stops something', async () => {
    const lines = await counted((adapter) => {
      for (const decision of ['blocked', 'denied', 'allowed']) {
        adapter.onDecision?.(buildDecisionEvent({ component: 'policy', subject: 'no-secrets', decision }));
      }
      adapter.onDecision?.(buildDecisionEvent({ component: 'guard', subject: 'input' }));
    }, 'policy_blocks_total');
    expect(lines).toEqual(['sentinel_policy_blocks_total{policy="no-secrets"} 2']);
  });

  it('of a circuit is an event, and the state that the circuit is in then', async () => {
    const lines = await counted((adapter) => {
      for (const decision of ['opened', 'rejected', 'rejected', 'half_open', 'closed', 'opened', 'timeout']) {
        adapter.onDecision?.(buildDecisionEvent({ component: 'circuit', subject: 'llm', decision }));
      }
    }, 'circuit_');
    expect(lines).toEqual([
      'sentinel_circuit_state{circuit="llm",state="open"} 1',
      'sentinel_circuit_events_total{circuit="llm",event="opened"} 2',
      'sentinel_circuit_events_total{circuit="llm",event="closed"} 1',
      'sentinel_circuit_events_total{circuit="llm",event="half_open"} 1',
      'sentinel_circuit_events_total{circuit="llm",event="rejected"} 2',
      'sentinel_circuit_events_total{circuit="llm",event="timeout"} 1',
    ]);
  });

  it('of a rate limit is counted as it is', async () => {
    const lines = await counted((adapter) => {
      for (const decision of ['allowed', 'allowed', 'denied', 'unavailable_local']) {
        adapter.onDecision?.(buildDecisionEvent({ component: 'rate-limit', subject: 'per_user', decision }));
      }
    }, 'rate_limit_decisions_total');
    expect(lines).toEqual([
      'sentinel_rate_limit_decisions_total{limit="per_user",decision="allowed"} 2',
      'sentinel_rate_limit_decisions_total{limit="per_user",decision="denied"} 1',
      'sentinel_rate_limit_decisions_total{limit="per_user",decision="unavailable_local"} 1',
    ]);
  });

  it('of a review is counted as the action that was taken', async () => {
    const lines = await counted((adapter) => {
      for (const decision of ['approved', 'rejected', 'escalated', 'expired', 'approve']) {
        adapter.onDecision?.(buildDecisionEvent({ component: 'review', subject: 'queue', decision }));
      }
    }, 'reviews_completed_total');
    expect(lines).toEqual([
      'sentinel_reviews_completed_total{action="approve"} 2',
      'sentinel_reviews_completed_total{action="reject"} 1',
      'sentinel_reviews_completed_total{action="escalate"} 1',
      'sentinel_reviews_completed_total{action="expire"} 1',
    ]);
  });
});
