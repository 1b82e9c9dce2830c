import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createScanner } from '../../create-scanner.js';
import { secretRules } from './index.js';
import { alnum, draw, hex, uuid } from './samples.js';
import { secretExamples } from './secrets.examples.js';

const scanner = createScanner();
const secretsIn = (text: string) => scanner.scan(text).findings.filter(({ threatType }) => threatType === 'secret');

describe('the secret rules', () => {
  it('cover more than 80 kinds of credentials', () => {
    expect(new Set(secretRules().map(({ entity }) => entity)).size).toBeGreaterThan(150);
  });

  it('all name what they find, see the text in its own case and keep no state', () => {
    for (const rule of secretRules()) {
      expect(rule.id).toMatch(/^secret\/[a-z0-9-]+$/);
      expect(rule.entity).toMatch(/^[a-z0-9_]+$/);
      expect(rule.threatType).toBe('secret');
      expect(rule.pattern.flags).toBe('');
      expect(rule.message).toMatch(/^The text contains .+\.$/);
    }
  });

  it('have keywords in lower case, or digits to be found by', () => {
    for (const { id, keywords, digits } of secretRules()) {
      if (digits === undefined) expect(keywords, id).toBeDefined();
      for (const keyword of keywords ?? []) expect(keyword).toBe(keyword.toLowerCase());
    }
  });

  it('find their examples when all rules run together, and point at the token', () => {
    for (const rule of secretRules()) {
      for (const text of secretExamples[rule.id].match) {
        expect(secretsIn(text).length, `${rule.id}: ${text.slice(0, 60)}`).toBeGreaterThan(0);
      }
    }
    const token = `gh${'p'}_${alnum(36)}`;
    const text = `The token ${token} leaked.`;
    const [finding] = secretsIn(text);
    expect(finding?.entity).toBe('github_token');
    expect(text.slice(finding?.start, finding?.end)).toBe(token);
  });

  it('point at the value behind a name, not at the name', () => {
    const value = alnum(32);
    const text = `API_KEY=${value}`;
    const [finding] = secretsIn(text);
    expect(text.slice(finding?.start, finding?.end)).toBe(value);
  });

  it('stay quiet on everyday talk about credentials', () => {
    const talk = [
      'I forgot my password, can you send me a link to reset it?',
      'The key to good bread is time; the secret is no secret at all.',
      'Our tokens per second went up after the tokenizer change.',
      'How do I store an API key safely in a mobile app?',
      `Commit ${hex(40)} and request ${uuid()} are in the log.`,
      'Please press the Enter key, then the power button, then access the menu.',
      'SELECT id, token_count FROM usage WHERE created_at > 20240101;',
    ];
    expect(talk.filter((text) => secretsIn(text).length > 0)).toEqual([]);
  });
});

describe('the files of this folder', () => {
  // Scanners of other people stop a push that holds anything like a secret, be it an example.
  const folder = new URL('.', import.meta.url);

  it.each(readdirSync(folder))('%s holds nothing that looks like a token', (file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const certain = secretsIn(source).filter(({ score, decodedFrom }) => score >= 0.9 && decodedFrom === undefined);
    expect(certain.map(({ rule, start, end }) => `${rule}: ${source.slice(start, end)}`)).toEqual([]);
  });
});

describe('the samples', () => {
  it('are the same in every run, differ by seed, and keep to their alphabet', () => {
    expect(alnum(36)).toBe(alnum(36));
    expect(alnum(36, 1)).not.toBe(alnum(36, 2));
    expect(draw('ab', 200)).toMatch(/^[ab]{200}$/);
    expect(uuid()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});
