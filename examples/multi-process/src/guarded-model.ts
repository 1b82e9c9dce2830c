import type { Scanner } from '@llm-sentinel/core';
import { policy } from '@llm-sentinel/resilience';

/** A call of the model with everything around it: limit, scan, breaker, retry, timeout, scan. */
export function guardedModel(scanner: Scanner, url: string) {
  const model = policy({
    name: 'model',
    rateLimit: { perSecond: 50, burst: 50, perMinute: false, perHour: false },
    circuitBreaker: { failureThreshold: 3, recoveryTimeoutMs: 400 },
    retry: { attempts: 2, minDelayMs: 20 },
    timeoutMs: 150,
  });
  const ask = scanner.guard(
    async (prompt: string, signal?: AbortSignal) => {
      const response = await fetch(url, { method: 'POST', body: prompt, ...(signal && { signal }) });
      // The status tells whether another try may help.
      if (!response.ok)
        throw Object.assign(new Error(`The model answered ${response.status}.`), { status: response.status });
      return response.text();
    },
    {
      policy: model,
      withSignal: (signal, prompt) => [prompt, signal],
      context: { userId: 'ada', sessionId: 'chat-1' },
    },
  );
  return { ask, circuit: model.circuit };
}
