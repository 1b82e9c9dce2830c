import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createVault, redact, restore } from './redact.js';
import type { Finding, ScanResult } from './result.js';

const pii = (start: number, end: number, entity = 'email'): Finding => ({
  engine: 'pii',
  rule: `pii/${entity}`,
  threatType: 'pii',
  severity: 'medium',
  score: 0.9,
  start,
  end,
  message: 'Test.',
  entity,
});
const result = (text: string, findings: readonly Finding[]) =>
  ({ inputLength: text.length, findings }) as unknown as ScanResult;

describe('redact and restore', () => {
  const text = 'Write to ann@example.com or bob@example.com, not ann@example.com.';
  const found = result(text, [pii(9, 24), pii(28, 43), pii(49, 64)]);

  it('gives equal originals equal placeholders', () => {
    const redaction = redact(text, found);
    expect(redaction.text).toBe('Write to [EMAIL_1] or [EMAIL_2], not [EMAIL_1].');
    expect(redaction).toMatchObject({ count: 3, placeholders: ['[EMAIL_1]', '[EMAIL_2]'] });
  });

  it('puts originals back into another text', () => {
    const redaction = redact(text, found);
    expect(restore('I wrote to [EMAIL_2]. Who is [EMAIL_9]?', redaction)).toBe(
      'I wrote to bob@example.com. Who is [EMAIL_9]?',
    );
  });

  it('shows no original when a redaction is logged', () => {
    expect(JSON.stringify(redact(text, found))).not.toContain('ann@');
  });

  it('shares placeholders over a conversation through a vault', () => {
    const vault = createVault();
    redact(text, found, { vault });
    const next = 'bob@example.com and eve@example.com';
    expect(redact(next, result(next, [pii(0, 15), pii(20, 35)]), { vault }).text).toBe('[EMAIL_2] and [EMAIL_3]');
    expect(vault.size).toBe(3);
    vault.clear();
    expect(restore('[EMAIL_2]', vault)).toBe('[EMAIL_2]');
  });

  it('joins overlapping findings', () => {
    expect(redact('0123456789', result('0123456789', [pii(2, 6, 'phone'), pii(4, 8, 'us_ssn')])).text).toBe(
      '01[PHONE_1]89',
    );
  });

  it('does not reuse what the text already holds', () => {
    const tricky = '[EMAIL_1] ann@example.com';
    const redaction = redact(tricky, result(tricky, [pii(10, 25)]));
    expect(redaction.text).toBe('[EMAIL_1] [EMAIL_2]');
    expect(restore(redaction.text, redaction)).toBe(tricky);
  });

  it('leaves attacks and weak findings alone unless told otherwise', () => {
    const findings: Finding[] = [
      { ...pii(0, 2), threatType: 'injection' },
      { ...pii(4, 6), score: 0.2 },
    ];
    expect(redact('abcdefgh', result('abcdefgh', findings)).count).toBe(0);
    expect(redact('abcdefgh', result('abcdefgh', findings), { select: () => true }).count).toBe(2);
  });

  it('refuses a result of another text and a vault that is none', () => {
    expect(() => redact('other', found)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(() => redact(text, found, { vault: {} as never })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION' }),
    );
    expect(() => restore('x', {} as never)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  it('shares vaults with another copy of the package in the process', async () => {
    vi.resetModules();
    const other = await import('./redact.js');
    expect(other.createVault).not.toBe(createVault);
    const vault = other.createVault();
    expect(restore(redact(text, found, { vault }).text, vault)).toBe(text);
    expect(other.restore('To [EMAIL_1]', redact(text, found))).toBe('To ann@example.com');
  });

  it('restores what it redacted, whatever the spans', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '[', ']', '_', '1', 'EMAIL', ' '), maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(80), fc.nat(20)), { maxLength: 6 }),
        (any, spans) => {
          const findings = spans
            .map(([start, size]) => pii(Math.min(start, any.length), Math.min(start + size, any.length)))
            .filter(({ start, end }) => end > start);
          const redaction = redact(any, result(any, findings));
          expect(restore(redaction.text, redaction)).toBe(any);
        },
      ),
    );
  });
});
