import { isSentinelError } from '@llm-sentinel/core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CircuitBreaker, type CircuitState, circuitBreaker } from './circuit-breaker.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Outcome = 'succeeds' | 'fails' | 'is misused';

function subject(options: Parameters<typeof circuitBreaker<[Outcome], string>>[1] = {}) {
  let calls = 0;
  const breaker = circuitBreaker(
    async (outcome: Outcome) => {
      calls++;
      if (outcome === 'fails') throw new Error('down');
      if (outcome === 'is misused') throw new TypeError('not a function');
      return 'answer';
    },
    { name: 'model', ...options },
  );
  return { breaker, calls: () => calls };
}
const settle = (breaker: CircuitBreaker<[Outcome], string>, outcome: Outcome) =>
  breaker(outcome).catch((error: unknown) => (isSentinelError(error) ? error.code : 'thrown'));

describe('circuitBreaker', () => {
  it('opens at the fifth failure in a row, tries after 60 seconds, and closes after two successes', async () => {
    const { breaker, calls } = subject();
    for (let i = 0; i < 4; i++) await settle(breaker, 'fails');
    expect(breaker.state).toBe('closed');
    await settle(breaker, 'fails');
    expect(breaker.state).toBe('open');
    expect(await settle(breaker, 'succeeds')).toBe('CIRCUIT_OPEN');
    expect(calls()).toBe(5);

    await vi.advanceTimersByTimeAsync(59_999);
    expect(breaker.state).toBe('open');
    await vi.advanceTimersByTimeAsync(1);
    expect(breaker.state).toBe('half_open');
    expect(await settle(breaker, 'succeeds')).toBe('answer');
    expect(breaker.state).toBe('half_open');
    expect(await settle(breaker, 'succeeds')).toBe('answer');
    expect(breaker.state).toBe('closed');
  });

  it('does not open for failures that successes interrupt', async () => {
    const { breaker } = subject();
    for (let i = 0; i < 40; i++) await settle(breaker, i % 5 === 4 ? 'succeeds' : 'fails');
    expect(breaker.state).toBe('closed');
  });

  it('opens again at any failure while half open, also after a success', async () => {
    const { breaker } = subject({ failureThreshold: 1, recoveryTimeoutMs: 100, successThreshold: 3 });
    for (const before of [0, 1, 2]) {
      await settle(breaker, 'fails');
      await vi.advanceTimersByTimeAsync(100);
      for (let i = 0; i < before; i++) await settle(breaker, 'succeeds');
      expect(breaker.state).toBe('half_open');
      await settle(breaker, 'fails');
      expect(breaker.state).toBe('open');
      await vi.advanceTimersByTimeAsync(100);
    }
  });

  it('lets one call at a time through while half open', async () => {
    let answer: (value: string) => void = () => {};
    let fails = true;
    const breaker = circuitBreaker(
      () => {
        if (fails) throw new Error('down');
        return new Promise<string>((resolve) => {
          answer = resolve;
        });
      },
      { failureThreshold: 1, recoveryTimeoutMs: 100 },
    );
    await breaker().catch(() => {});
    fails = false;
    await vi.advanceTimersByTimeAsync(100);
    for (const trial of [1, 2]) {
      const first = breaker();
      await expect(breaker(), `beside trial ${trial}`).rejects.toMatchObject({ code: 'CIRCUIT_OPEN' });
      answer('yes');
      expect(await first).toBe('yes');
    }
    expect(breaker.state).toBe('closed');
  });

  it('neither counts nor heals by mistakes of the program and calls that were stopped', async () => {
    const { breaker } = subject({ failureThreshold: 2 });
    await settle(breaker, 'fails');
    for (let i = 0; i < 10; i++) await expect(breaker('is misused')).rejects.toThrow(TypeError);
    expect(breaker.state).toBe('closed');
    await settle(breaker, 'fails');
    expect(breaker.state).toBe('open');
    const stopped = circuitBreaker(() => Promise.reject(new DOMException('Stopped.', 'AbortError')), {
      failureThreshold: 1,
    });
    await stopped().catch(() => {});
    expect(stopped.state).toBe('closed');
  });

  it('does not take the late answer of an earlier call for a sign of recovery', async () => {
    const answers: ((value: string) => void)[] = [];
    let hangs = true;
    const breaker = circuitBreaker(
      () => (hangs ? new Promise<string>((resolve) => answers.push(resolve)) : Promise.reject(new Error('down'))),
      { failureThreshold: 1, recoveryTimeoutMs: 100, successThreshold: 1 },
    );
    const early = breaker();
    hangs = false;
    await breaker().catch(() => {});
    await vi.advanceTimersByTimeAsync(100);
    expect(breaker.state).toBe('half_open');
    answers[0]?.('late');
    expect(await early).toBe('late');
    expect(breaker.state).toBe('half_open');
    await breaker().catch(() => {});
    expect(breaker.state).toBe('open');
  });

  it('says how long to wait', async () => {
    const { breaker } = subject({ failureThreshold: 1, recoveryTimeoutMs: 1_000 });
    await settle(breaker, 'fails');
    await vi.advanceTimersByTimeAsync(400);
    await expect(breaker('succeeds')).rejects.toMatchObject({ details: { circuit: 'model', retryAfterMs: 600 } });
  });

  it('answers by its fallback, except for mistakes of the program', async () => {
    const { breaker } = subject({
      failureThreshold: 1,
      fallback: (error, outcome) => `${outcome}: ${isSentinelError(error) ? error.code : 'failed'}`,
    });
    expect(await breaker('fails')).toBe('fails: failed');
    expect(await breaker('succeeds')).toBe('succeeds: CIRCUIT_OPEN');
    await expect(subject({ fallback: () => 'hidden' }).breaker('is misused')).rejects.toThrow(TypeError);
  });

  it('opens at a share of failures too, when asked', async () => {
    const { breaker } = subject({ errorThresholdPercentage: 40, volumeThreshold: 10, failureThreshold: 100 });
    for (let i = 0; i < 9; i++) await settle(breaker, i % 2 === 0 ? 'fails' : 'succeeds');
    expect(breaker.state).toBe('closed');
    await settle(breaker, 'fails');
    expect(breaker.state).toBe('open');
  });

  it('tells of events, counts them, and reports them as metrics', async () => {
    const events: string[] = [];
    const metrics: string[] = [];
    const { breaker } = subject({
      failureThreshold: 1,
      recoveryTimeoutMs: 100,
      onEvent: (event, circuit) => events.push(`${circuit} ${event}`),
      telemetry: {
        increment: (name, labels) => metrics.push(`${name} ${labels.event}`),
        set: (name, labels, value) => metrics.push(`${name} ${labels.state} ${value}`),
        observe: () => {},
      },
    });
    await settle(breaker, 'fails');
    await settle(breaker, 'succeeds');
    await vi.advanceTimersByTimeAsync(100);
    await settle(breaker, 'succeeds');
    await settle(breaker, 'succeeds');
    expect(events).toEqual([
      'model failure',
      'model opened',
      'model rejected',
      'model half_open',
      'model success',
      'model success',
      'model closed',
    ]);
    expect(metrics).toContain('circuit_events_total rejected');
    expect(metrics.filter((line) => line.startsWith('circuit_state'))).toEqual([
      'circuit_state closed 1',
      'circuit_state open 1',
      'circuit_state half_open 1',
      'circuit_state closed 1',
    ]);
    expect(breaker.stats()).toEqual({
      state: 'closed',
      consecutiveFailures: 0,
      successes: 2,
      failures: 1,
      rejected: 1,
      opened: 1,
    });
  });

  it('is opened and closed by hand', async () => {
    const { breaker } = subject();
    breaker.open();
    expect(await settle(breaker, 'succeeds')).toBe('CIRCUIT_OPEN');
    breaker.close();
    expect(await settle(breaker, 'succeeds')).toBe('answer');
  });

  it('refuses options that make no sense', () => {
    const make = (options: object) => () => circuitBreaker(async () => {}, options);
    expect(make({ failureThreshold: 0 })).toThrow('`failureThreshold` must be a whole number from 1');
    expect(make({ faliureThreshold: 3 })).toThrow('Unknown option `faliureThreshold`');
    expect(() => circuitBreaker(null as never)).toThrow('`fn` must be a function');
  });
});

/** What the circuit should do, said again in the simplest way. */
interface Model {
  state: CircuitState;
  failures: number;
  successes: number;
  openedAt: number;
  now: number;
}
const SETTINGS = { failureThreshold: 3, recoveryTimeoutMs: 1_000, successThreshold: 2 };

class Call implements fc.AsyncCommand<Model, CircuitBreaker<[Outcome], string>> {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    this.outcome = outcome;
  }
  check = () => true;
  toString = () => `call that ${this.outcome}`;
  async run(model: Model, breaker: CircuitBreaker<[Outcome], string>) {
    const result = await settle(breaker, this.outcome);
    expect(result === 'CIRCUIT_OPEN').toBe(model.state === 'open');
    if (model.state === 'open' || this.outcome === 'is misused') return expect(breaker.state).toBe(model.state);
    if (this.outcome === 'succeeds') {
      model.failures = 0;
      if (model.state === 'half_open' && ++model.successes === SETTINGS.successThreshold) model.state = 'closed';
    } else if (model.state === 'half_open' || ++model.failures === SETTINGS.failureThreshold) {
      Object.assign(model, { state: 'open', failures: 0, successes: 0, openedAt: model.now });
    }
    return expect(breaker.state).toBe(model.state);
  }
}

class Pause implements fc.AsyncCommand<Model, CircuitBreaker<[Outcome], string>> {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
  check = () => true;
  toString = () => `pause of ${this.ms} ms`;
  async run(model: Model, breaker: CircuitBreaker<[Outcome], string>) {
    vi.advanceTimersByTime(this.ms);
    model.now += this.ms;
    if (model.state === 'open' && model.now - model.openedAt >= SETTINGS.recoveryTimeoutMs) {
      Object.assign(model, { state: 'half_open', successes: 0 });
    }
    expect(breaker.state).toBe(model.state);
  }
}

it('circuitBreaker is in the state of its model after any sequence of calls and pauses', async () => {
  const commands = fc.commands(
    [
      fc.constantFrom<Outcome>('succeeds', 'fails', 'fails', 'is misused').map((outcome) => new Call(outcome)),
      fc.integer({ min: 1, max: 1_200 }).map((ms) => new Pause(ms)),
    ],
    { size: 'medium', maxCommands: 60 },
  );
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const { breaker } = subject(SETTINGS);
      const model: Model = { state: 'closed', failures: 0, successes: 0, openedAt: 0, now: 0 };
      await fc.asyncModelRun(() => ({ model, real: breaker }), sequence);
      breaker.shutdown();
    }),
    { numRuns: 300 },
  );
});
