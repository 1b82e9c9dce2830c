import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isAsExpected, loadTraffic, parseTraffic, shuffle } from './traffic.js';

const FOLDER = fileURLToPath(new URL('../traffic', import.meta.url));
const items = await loadTraffic(FOLDER);

const row = (fields: object) =>
  JSON.stringify({ id: 'a', text: 'Hello', source: 'user', expected: 'allow', kind: 'chat', lang: 'en', ...fields });

describe('the traffic', () => {
  it('is as mixed as that of real products', () => {
    const share = (expected: string) => items.filter((item) => item.expected === expected).length / items.length;
    expect(items.length).toBeGreaterThanOrEqual(340);
    expect(share('allow')).toBeGreaterThan(0.5);
    expect(share('block')).toBeGreaterThan(0.2);
    expect(share('redact')).toBeGreaterThan(0.1);
    expect(new Set(items.map(({ source }) => source)).size).toBe(5);
    expect(new Set(items.map(({ product }) => product)).size).toBe(3);
  });

  it('has harmless texts in every language in which it has attacks, but for one', () => {
    const languages = (expected: string) =>
      new Set(items.filter((item) => item.expected === expected).map(({ lang }) => lang));
    const harmless = languages('allow');
    expect([...languages('block')].filter((lang) => !harmless.has(lang))).toEqual(['sv']);
    expect(harmless.size).toBeGreaterThanOrEqual(17);
  });

  it('has short and long texts', () => {
    const lengths = items.map(({ text }) => text.length);
    expect(Math.min(...lengths)).toBeLessThan(15);
    expect(Math.max(...lengths)).toBeGreaterThan(4_500);
    expect(Math.max(...lengths)).toBeLessThan(6_500);
  });

  it('names texts that no release may let pass', () => {
    const canaries = items.filter(({ note }) => note === 'must-block');
    expect(canaries.length).toBeGreaterThanOrEqual(12);
    expect(canaries.every(({ expected }) => expected === 'block')).toBe(true);
  });

  it('has each text once', () => {
    expect(new Set(items.map(({ text }) => text)).size).toBe(items.length);
  });

  it('holds secrets only while it runs', async () => {
    const stored = await Promise.all(
      ['shop-assistant', 'coding-agent', 'office-copilot'].map((name) => readFile(`${FOLDER}/${name}.jsonl`, 'utf8')),
    );
    const shaped =
      /\b(?:gh[pousr]_|glpat-|npm_|sk-ant-|sk_live_|xox[abp]-|AKIA\w{16}|AIza\w{35})|slack\.com|-----BEGIN/;
    expect(stored.join('\n')).not.toMatch(shaped);
    const filled = items.filter(({ threatType }) => threatType === 'secret');
    expect(filled.filter(({ text }) => shaped.test(text)).length).toBeGreaterThan(10);
    expect(items.filter(({ text }) => text.includes('{{secret:'))).toEqual([]);
  });

  it('hides what it hides where it says so', () => {
    const hidden = items.filter(({ kind, lang }) => kind === 'encoded' && lang === 'en');
    expect(hidden.length).toBeGreaterThanOrEqual(15);
    const plain = hidden.filter(({ text }) => /ignore (?:all |your )?previous instructions/i.test(text));
    expect(plain).toEqual([]);
    const base64 = hidden.flatMap(({ text }) => text.match(/[A-Za-z0-9+/]{40,}={0,2}/) ?? []);
    expect(base64.map((blob) => Buffer.from(blob, 'base64').toString()).join('\n')).toMatch(
      /ignore all previous instructions/i,
    );
  });
});

describe('parseTraffic', () => {
  it('reads a line and names its product', () => {
    expect(parseTraffic(`${row({ note: 'quote' })}\n\n`, 'shop')).toEqual([
      {
        id: 'a',
        text: 'Hello',
        source: 'user',
        expected: 'allow',
        kind: 'chat',
        lang: 'en',
        note: 'quote',
        product: 'shop',
      },
    ]);
  });

  it.each([
    ['{', /^shop\.jsonl:2: .*JSON/],
    ['3', 'shop.jsonl:2: expected an object'],
    [row({ source: 'usr' }), 'shop.jsonl:2: "source" must be one of user, model, tool, document, system, got "usr"'],
    [row({ expected: 'stop' }), 'shop.jsonl:2: "expected" must be one of allow, flag, redact, block, got "stop"'],
    [row({ text: '' }), 'shop.jsonl:2: "text" must be a text that is not empty'],
    [row({ lang: undefined }), 'shop.jsonl:2: "lang" is missing'],
    [row({ threat: 'pii' }), 'shop.jsonl:2: unknown field "threat"'],
    [row({ expected: 'block' }), 'shop.jsonl:2: "block" needs a "threatType"'],
    [row({ text: '{{secret:nobody}}' }), /^shop\.jsonl:2: unknown secret "nobody", known are anthropic/],
  ])('refuses %s and says where', (line, message) => {
    expect(() => parseTraffic(`${row({})}\n${line}`, 'shop')).toThrow(message);
  });
});

describe('isAsExpected', () => {
  const [item] = parseTraffic(row({}), 'shop');
  it('wants the expected action', () => {
    expect(item && isAsExpected(item, 'allow')).toBe(true);
    expect(item && isAsExpected(item, 'flag')).toBe(false);
  });

  it('lets a quoted attack be flagged, not stopped', () => {
    const [quote] = parseTraffic(row({ note: 'quote' }), 'shop');
    expect(quote && isAsExpected(quote, 'flag')).toBe(true);
    expect(quote && isAsExpected(quote, 'block')).toBe(false);
  });
});

describe('shuffle', () => {
  const numbers = Array.from({ length: 50 }, (_, index) => index);

  it('keeps every item and gives the same order for the same seed', () => {
    const order = shuffle(numbers, 7);
    expect(order).not.toEqual(numbers);
    expect([...order].sort((a, b) => a - b)).toEqual(numbers);
    expect(shuffle(numbers, 7)).toEqual(order);
    expect(shuffle(numbers, 8)).not.toEqual(order);
  });
});
