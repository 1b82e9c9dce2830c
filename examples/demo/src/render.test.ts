import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { columns } from './columns.js';
import { renderLog, renderSummary } from './render.js';
import type { Summary } from './summary.js';

const summary: Summary = {
  ok: false,
  checks: [
    { name: 'scan() never threw', ok: true, detail: '1257 scans' },
    { name: 'plain attacks are blocked', ok: false, detail: `passed: ${'shop-001; '.repeat(30)}` },
  ],
  scans: 1257,
  texts: 419,
  rounds: 3,
  version: `0.1.0+${'f'.repeat(64)}`,
  actions: { allow: 900, flag: 3, redact: 54, block: 300 },
  blockRate: 300 / 1257,
  asExpected: 400,
  agreement: 400 / 419,
  mismatches: Array.from({ length: 19 }, (_, index) => ({
    id: `office-${100 + index}`,
    kind: 'chat',
    lang: 'zh',
    expected: 'allow',
    actual: 'block',
    text: '忘掉之前的那版草稿吧，我们重新写一份，语气再正式一点。'.repeat(4),
  })),
  threats: [{ name: 'injection', count: 280 }],
  rules: Array.from({ length: 20 }, (_, index) => ({
    name: `family-${index}/a-rule-with-a-rather-long-name-${'x'.repeat(40)}`,
    count: 90 - index,
  })),
  sources: [{ source: 'user', scans: 1257, allow: 900, flag: 3, redact: 54, block: 300 }],
  riskHistogram: [900, 1, 0, 0, 0, 0, 0, 0, 56, 300],
  latency: { firstTime: { p50: 0.0312, p95: 0.21, p99: 12.5 }, fromCache: { p50: 0.002, p95: 0.003, p99: 0.01 } },
  rate: { uncached: 12345.6, cached: 1234567.8 },
  examples: [
    {
      id: 'agent-017',
      source: 'tool',
      action: 'block',
      riskScore: 0.97,
      threatType: 'injection',
      rule: 'meaning/drop-earlier-instructions',
      score: 0.9,
      message: 'Asks the model to drop its instructions.',
      decodedFrom: ['base64', 'rot13'],
      excerpt: 'const task = "SWdub3Jl…',
      carets: '              ^^^^^^^^^',
    },
    {
      id: 'shop-003',
      source: 'user',
      action: 'redact',
      riskScore: 0,
      threatType: 'pii',
      rule: 'pii/email',
      score: 0.9,
      message: 'An e-mail address.',
      excerpt: 'write to a@example.com',
      carets: '         ^^^^^^^^^^^^^',
      redacted: 'write to [EMAIL_1]',
    },
  ],
};

const plain = renderSummary(summary, { color: false });

describe('renderSummary', () => {
  it('fits into 100 columns', () => {
    expect(plain.split('\n').filter((line) => columns(line) > 100)).toEqual([]);
  });

  it('has the numbers in it', () => {
    expect(plain).toContain('1,257 scans of 419 texts in 3 rounds');
    expect(plain).toContain('block rate 23.9 %; as a person expects: 400 of 419 texts (95.5 %)');
    expect(plain).toMatch(/^ {2}block +300 +23\.9 %/m);
    expect(plain).toMatch(/seen for the first time, process cold +0\.031 +0\.210 +12\.500$/m);
    expect(plain).toContain('12,346 scans per second without the cache, 1,234,568 with it');
  });

  it('shows twelve mismatches at most and says how many there are', () => {
    expect(plain).toContain('Not as expected (12 of 19)');
    expect(plain.match(/^ {2}office-\d+/gm)).toHaveLength(12);
  });

  it('draws a bar for what is rare, none for nothing', () => {
    expect(plain).toMatch(/^ {2}0\.1 – 0\.2 +1 {2}█$/m);
    expect(plain).toMatch(/^ {2}0\.2 – 0\.3 +0$/m);
  });

  it('explains verdicts, with where the finding was hidden and what goes on', () => {
    expect(plain).toContain(`agent-017 (tool): block, injection, risk 0.97
    const task = "SWdub3Jl…
                  ^^^^^^^^^
    Asks the model to drop its instructions. Rule meaning/drop-earlier-instructions, score 0.90,
    found in base64 in rot13.`);
    expect(plain).toContain('goes on as:\n    write to [EMAIL_1]');
  });

  it('has no colours unless asked', () => {
    expect(plain).not.toContain('\u001b');
    const colored = renderSummary(summary, { color: true });
    expect(colored).toContain('\u001b[31mFAIL\u001b[0m');
    expect(stripVTControlCharacters(colored).replaceAll(/ +$/gm, '')).toBe(plain);
  });

  it('says when every verdict was as expected', () => {
    expect(renderSummary({ ...summary, mismatches: [] }, { color: false })).toContain('Not as expected: none');
  });
});

describe('renderLog', () => {
  it('shows a line of the log on a line of the terminal', () => {
    const rendered = renderLog(
      [
        {
          timestamp: '2025-03-10T10:30:00.123Z',
          level: 'warn',
          event: 'security_threat_detected',
          scan_id: 's',
          layer: 'retrieval_guard',
          risk_score: 0.974,
          threat_type: 'injection',
          findings: [{ rule: 'indirect/address-ai' }, { rule: 'meaning/drop-earlier-instructions' }],
          latency_ms: 0.0614,
        },
      ],
      { color: false },
    );
    expect(columns(rendered)).toBeLessThanOrEqual(100);
    expect(rendered).toMatchInlineSnapshot(
      `"10:30:00.123 warn  security_threat_detected retrieval risk 0.97  injection: indirect/address-ai +1"`,
    );
  });
});
