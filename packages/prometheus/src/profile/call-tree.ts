import type { CpuProfile } from './cpu-profile.js';

/** A function in the context of its callers. */
export interface Call {
  readonly name: string;
  /** File and line, where there is one. */
  readonly place: string;
  /** Microseconds in it and in what it called. */
  total: number;
  /** Microseconds in it alone. */
  self: number;
  readonly callees: Call[];
}

/** What V8 calls the time in which nothing ran. */
const IDLE = '(idle)';

/** The tree of calls with their times, the longest first, and the time in which the process had nothing to do. */
export function callTreeOf({ nodes, samples = [], timeDeltas = [] }: CpuProfile): { root: Call; idle: number } {
  const selfTimes = new Map<number, number>();
  for (const [i, id] of samples.entries()) {
    // V8 may report a sample that was late as one before its time.
    selfTimes.set(id, (selfTimes.get(id) ?? 0) + Math.max(0, timeDeltas[i] ?? 0));
  }
  const calls = new Map<number, Call>();
  let idle = 0;
  for (const { id, callFrame } of nodes) {
    const self = selfTimes.get(id) ?? 0;
    const isIdle = callFrame.functionName === IDLE;
    if (isIdle) idle += self;
    calls.set(id, {
      name: callFrame.functionName || '(anonymous)',
      place: callFrame.url === '' ? '' : `${callFrame.url}:${callFrame.lineNumber + 1}`,
      total: 0,
      self: isIdle ? 0 : self,
      callees: [],
    });
  }
  for (const { id, children = [] } of nodes) {
    for (const child of children) {
      const callee = calls.get(child);
      if (callee !== undefined) calls.get(id)?.callees.push(callee);
    }
  }
  const [first] = nodes;
  const root = calls.get(first?.id ?? -1) ?? { name: '(root)', place: '', total: 0, self: 0, callees: [] };
  sum(root);
  return { root, idle };
}

/** Adds up from the leaves, without recursion: a profile can be as deep as a stack. */
function sum(root: Call): void {
  const order = [root];
  for (let i = 0; i < order.length; i++) order.push(...(order[i]?.callees ?? []));
  for (const call of order.reverse()) {
    call.total = call.self + call.callees.reduce((total, callee) => total + callee.total, 0);
    call.callees.sort((a, b) => b.total - a.total);
  }
}
