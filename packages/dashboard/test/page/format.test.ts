import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginNearMark } from '../../page/format/excerpt.js';
import { formatCount, formatLatency, formatShare } from '../../page/format/numbers.js';
import { formatAgo, formatDuration, formatSpan, toLocalInput } from '../../page/format/time.js';
import { toPieces, toVisible } from '../../page/format/visible-text.js';
import { referenceUrl, threatName } from '../../page/format/words.js';

describe('numbers', () => {
  it('are short, and exact while that is short', () => {
    expect([0, 999, 9_841, 12_345, 2_400_000].map(formatCount)).toEqual(['0', '999', '9,841', '12.3K', '2.4M']);
  });

  it('never call something nothing, or not all all', () => {
    expect([null, 0, 0.0004, 0.042, 0.5, 0.9996, 1].map(formatShare)).toEqual([
      '–',
      '0 %',
      '< 0.1 %',
      '4.2 %',
      '50 %',
      '> 99.9 %',
      '100 %',
    ]);
  });

  it('have the unit in which a latency is read', () => {
    expect([null, 0, 0.0084, 0.09, 0.9996, 1.234, 25.46, 999.6, 3_400].map(formatLatency)).toEqual([
      '–',
      '0 ms',
      '8.4 µs',
      '90 µs',
      '1 ms',
      '1.23 ms',
      '25.5 ms',
      '1 s',
      '3.4 s',
    ]);
  });

  it('have three digits at most, whatever the latency', () => {
    const latency = fc.double({ min: 0.0001, max: 900_000, noNaN: true });
    fc.assert(
      fc.property(latency, (ms) => {
        const [number = '', unit = ''] = formatLatency(ms).split(' ');
        expect(number.replace(/^0\.0*|\./g, '').length).toBeLessThanOrEqual(3);
        const shown = Number(number) * { µs: 0.001, ms: 1, s: 1_000 }[unit]!;
        expect(Math.abs(shown - ms) / ms).toBeLessThan(0.051);
      }),
    );
  });
});

describe('times', () => {
  it('say how long ago in units that are easy to grasp', () => {
    const now = 1_800_000_000_000;
    expect(
      [0, 12_000, 59_900, 200_000, 5_400_000, 7_200_000, 300_000_000].map((ms) => formatAgo(now - ms, now)),
    ).toEqual(['just now', '12 s ago', '59 s ago', '3 min ago', '90 min ago', '2 h ago', '3 d ago']);
    expect(formatDuration(-5)).toBe('0 s');
  });

  it('name the day only where it is not today', () => {
    const now = new Date(2026, 2, 4, 14, 30).getTime();
    const at = (day: number, hour: number) => new Date(2026, 2, day, hour).getTime();
    expect(formatSpan(at(4, 9), at(4, 10), now)).toBe('09:00 – 10:00');
    expect(formatSpan(at(3, 9), at(3, 10), now)).toBe('3 Mar 09:00 – 10:00');
    expect(formatSpan(at(3, 9), at(4, 10), now)).toBe('3 Mar 09:00 – 4 Mar 10:00');
  });

  it('go into an input and come back to the minute', () => {
    const time = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(time, (ms) => {
        const back = new Date(toLocalInput(ms)).getTime();
        // In the hour that an autumn has twice, the text means the other one.
        expect([0, 3_600_000]).toContain(Math.abs(back - Math.floor(ms / 60_000) * 60_000));
      }),
    );
  });
});

describe('texts', () => {
  it('lose nothing but gain signs for what hides', () => {
    expect(toVisible('a\u202eb\u200bc\nd\u0007e\u{e0041}\u{1f600}')).toBe('a·b·c↵d␇eA\u{1f600}');
    expect(toPieces('x\u200b\u202ey').map(({ code }) => code)).toEqual([undefined, 'U+200B U+202E', undefined]);
  });

  it('show nothing that hides or steers, whatever they hold', () => {
    const marks = fc
      .array(fc.tuple(fc.nat(60), fc.nat(20)))
      .map((pairs) => pairs.sort(([a], [b]) => a - b).map(([start, length]) => ({ start, end: start + length })));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), marks, (text, marked) => {
        const pieces = toPieces(text, marked);
        const shown = pieces.map((piece) => piece.text).join('');
        expect(shown.replaceAll('\ufe0f', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u);
        // A sign for each hidden character, and all others as they were.
        expect([...shown]).toHaveLength([...text].length);
      }),
    );
  });

  it('are marked exactly where they should be', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.nat(39), fc.nat(10), (text, start, length) => {
        const end = Math.min(text.length, start + length);
        const pieces = toPieces(text, start < end ? [{ start, end }] : []);
        const marked = pieces.filter((piece) => piece.marked).map((piece) => piece.text);
        expect(marked.join('')).toBe(start < end ? toVisible(text.slice(start, end)) : '');
      }),
    );
  });

  it('begin near what was found, at a word', () => {
    const excerpt = {
      text: 'one two three four ATTACK',
      marks: [{ start: 19, end: 25 }],
      cutBefore: false,
      cutAfter: false,
    };
    const near = beginNearMark(excerpt, 8);
    expect(near).toEqual({ text: 'four ATTACK', marks: [{ start: 5, end: 11 }], cutBefore: true, cutAfter: false });
    expect(beginNearMark(excerpt, 30)).toBe(excerpt);
  });

  it('keep the marked part and whole characters when they begin later', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(text, fc.nat(100), fc.integer({ min: 1, max: 20 }), (all, at, lead) => {
        const start = Math.min(at, all.length - 1);
        const excerpt = { text: all, marks: [{ start, end: all.length }], cutBefore: false, cutAfter: false };
        const near = beginNearMark(excerpt, lead);
        const [mark] = near.marks;
        expect(near.text.slice(mark!.start, mark!.end)).toBe(all.slice(start));
        expect(mark!.start).toBeLessThanOrEqual(lead);
        expect(all.endsWith(near.text)).toBe(true);
      }),
    );
  });
});

describe('words', () => {
  it('are those of people for what is built in, and as given for the rest', () => {
    expect(['pii', 'prompt_leak', 'house_rules', 'toString'].map(threatName)).toEqual([
      'Personal data',
      'Prompt leak',
      'house_rules',
      'toString',
    ]);
  });

  it('lead to a page only for techniques of ATLAS', () => {
    expect(referenceUrl('AML.T0051.001')).toBe('https://atlas.mitre.org/techniques/AML.T0051.001');
    for (const other of ['LLM01', 'javascript:alert(1)', 'AML.T0051/../..', 'AML.T0051.001\n']) {
      expect(referenceUrl(other)).toBeUndefined();
    }
  });
});
