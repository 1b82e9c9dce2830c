// Every risk of the OWASP LLM Top 10 either has cases that are found, or says that a scanner cannot cover it.
import { createScanner, isSentinelError } from '@llm-sentinel/core';
import { describe, expect, it } from 'vitest';
import { bulkhead } from '../../resilience/src/bulkhead.js';
import { rateLimiter } from '../../resilience/src/rate-limiter.js';
import { allRules } from '../src/docs/all-rules.js';
import { atlasTechniques } from '../src/owasp/atlas.js';
import { type OwaspCategory, owaspCategories } from '../src/owasp/categories.js';
import { judgeCases } from '../src/owasp/run-cases.js';

const STRENGTH = ['allow', 'flag', 'redact', 'block'];
const isData = (threatType: string) => threatType === 'pii' || threatType === 'secret';
const cases = judgeCases();
const categories: readonly (readonly [string, OwaspCategory])[] = Object.entries(owaspCategories);

describe.each(cases)('$category $technique: $name', ({ result, harmlessResult, ...wanted }) => {
  it('is found as what it is, and stopped at least as much as it should be', () => {
    const findings = result.findings.filter(({ references }) => references?.includes(wanted.category));
    expect(result.findings.map(({ threatType }) => threatType)).toContain(wanted.threatType);
    expect(findings).not.toEqual([]);
    // Data is sensitive, not hostile: to block it as an attack would be a false alarm.
    if (isData(wanted.threatType)) expect(result.action).toBe(wanted.action);
    else expect(STRENGTH.indexOf(result.action)).toBeGreaterThanOrEqual(STRENGTH.indexOf(wanted.action));
  });

  it('is told from a harmless text on the same subject', () => {
    expect(harmlessResult.action).not.toBe('block');
    if (!isData(wanted.threatType)) expect(harmlessResult.riskScore).toBeLessThan(result.riskScore);
  });
});

describe('the ten risks', () => {
  it('are the ten of 2025', () => {
    expect(categories.map(([id]) => id)).toEqual(
      Array.from({ length: 10 }, (_, i) => `LLM${`${i + 1}`.padStart(2, '0')}`),
    );
  });

  it.each(categories)(
    '%s has a case that is found, or is said to be out of reach',
    (id, { found, notFound, instead }) => {
      const own = cases.filter(({ category }) => category === id);
      expect(own.length > 0).toBe(found !== undefined);
      expect(notFound.length).toBeGreaterThan(20);
      expect(instead.length).toBeGreaterThan(20);
    },
  );

  it('and the techniques of ATLAS have a name wherever a rule or a case refers to them', () => {
    const referred = [
      ...allRules().flatMap(({ references = [] }) => references),
      ...cases.flatMap(({ technique, category, result }) => [
        technique,
        category,
        ...result.findings.flatMap(({ references = [] }) => references),
      ]),
    ];
    const known = new Set([...Object.keys(atlasTechniques), ...categories.map(([id]) => id)]);
    expect(referred.length).toBeGreaterThan(500);
    expect([...new Set(referred)].filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('LLM10, unbounded consumption, is covered by limits', () => {
  it('of calls a user makes', async () => {
    const limiter = rateLimiter({ name: 'owasp', perSecond: 1, burst: 5, perMinute: false, perHour: false });
    const decisions = [];
    for (let i = 0; i < 6; i++) decisions.push((await limiter.check({ userId: 'u' })).allowed);
    expect(decisions).toEqual([true, true, true, true, true, false]);
  });

  it('of calls at the same time', async () => {
    const queue = bulkhead({ maxConcurrent: 1, maxQueued: 0 });
    let finish: () => void = () => {};
    const first = queue.run(() => new Promise<void>((resolve) => (finish = resolve)));
    await expect(queue.run(async () => {})).rejects.toSatisfy((error) => isSentinelError(error, 'OVERLOADED'));
    finish();
    await first;
  });

  it('of what a scan looks at', () => {
    const { scan } = createScanner({ maxInputChars: 1_000, failMode: 'closed' });
    expect(scan('word '.repeat(1_000))).toMatchObject({ truncated: true, action: 'block' });
  });
});
