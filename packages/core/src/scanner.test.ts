import { describe, expect, it, vi } from 'vitest';
import type { Adapter, FeedbackEvent, ScanEvent } from './adapter.js';
import { createScanner } from './create-scanner.js';
import type { AsyncEngine, Engine } from './engine.js';
import type { ScannerOptions } from './options.js';
import type { Finding, Source } from './result.js';
import type { Rule } from './rule.js';

const xyzzy: Rule = {
  id: 'test/xyzzy',
  threatType: 'injection',
  severity: 'high',
  score: 0.9,
  message: 'A magic word was found.',
  keywords: ['xyzzy'],
  pattern: /\bxyzzy\b/i,
};
const member: Rule = {
  id: 'test/member-number',
  threatType: 'pii',
  severity: 'medium',
  score: 0.9,
  message: 'A member number was found.',
  digits: [7, 7],
  reach: 20,
  pattern: /\bM-\d{7}\b/,
  entity: 'member_number',
};
const make = (options: ScannerOptions = {}) => createScanner({ rules: [xyzzy, member], ...options });

function recordingAdapter(name = 'recording') {
  const events: ScanEvent[] = [];
  return { name, events, onScan: (event: ScanEvent) => void events.push(event) } satisfies Adapter & {
    events: ScanEvent[];
  };
}

describe('a rule whose digits stand among letters', () => {
  const plate: Rule = {
    ...member,
    id: 'test/plate',
    digits: [4, 20],
    amongLetters: true,
    pattern: /[A-Z]{2}\d{4}|\d{2}X\d{2}|\d{4}[A-Z]|\d{2}:\d{2}/,
  };
  const scanner = createScanner({ rules: [plate], disabledRules: ['pii/*'] });
  const finds = (text: string) => scanner.scan(text).findings.length > 0;

  it.each(['AB1234', '1234C', '12X34', 'on 12 AB1234 56', '\uff21\uff221234', 'AB\u200b1234'])('runs at %j', (text) => {
    expect(finds(text)).toBe(true);
  });

  it('does not run at digits without a letter', () => {
    expect(finds('at 10:30 on 24.12.')).toBe(false);
  });
});

describe('scan', () => {
  it('answers with a frozen, serialisable verdict', () => {
    const result = make().scan('our XYZZY cat', { source: 'user' });
    expect(result).toMatchObject({
      isSafe: false,
      action: 'block',
      riskScore: 0.9,
      severity: 'high',
      threatType: 'injection',
      scores: { injection: 0.9 },
      triggeredEngines: ['custom'],
      findings: [{ engine: 'custom', rule: 'test/xyzzy', start: 4, end: 9, message: 'A magic word was found.' }],
      inputLength: 13,
      source: 'user',
      cached: false,
      truncated: false,
      errors: [],
      version: expect.stringMatching(/^\d+\.\d+\.\d+.*\+[0-9a-f]{8}$/),
    });
    expect(result.latencyMs).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    for (const part of [result, result.findings, result.findings[0], result.scores, result.triggeredEngines]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it.each([
    ['nothing', ''],
    ['NUL characters', '\u0000\u0000xy\u0000zzy'],
    ['lone surrogates', '\ud800 \udfff \ud800\ud800'],
    ['emoji', '👩‍👩‍👧‍👦'.repeat(500)],
    ['brackets', '('.repeat(100_000)],
    ['white space', ' \n\t'.repeat(30_000)],
    ['a combining storm', `a${'\u0301'.repeat(50_000)}`],
    ['nested JSON', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ])('takes %s', (_, text) => {
    expect(make().scan(text)).toMatchObject({ inputLength: text.length, errors: [] });
  });

  it.each([[undefined], [null], [42], [{}], [['text']], [Symbol('x')], [() => 'x']])(
    'refuses %o for a text',
    (text) => {
      expect(() => make().scan(text as never)).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining('must be a string') }),
      );
    },
  );

  it.each([
    ['no object', 'user'],
    ['null', null],
    ['an unknown source', { source: 'usr' }],
    ['protected text of a wrong type', { protectedText: 42 }],
  ])('refuses %s for a context', (_, context) => {
    expect(() => make().scan('x', context as never)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  it('judges the beginning and the end of a text over the limit, and says so', () => {
    const scanner = make({ maxInputChars: 1000 });
    const filler = 'word '.repeat(2000);
    for (const text of [`xyzzy ${filler}`, `${filler} xyzzy`]) {
      expect(scanner.scan(text)).toMatchObject({ action: 'block', truncated: true });
    }
    const found = scanner.scan(`${filler} xyzzy`).findings.find(({ engine }) => engine === 'custom');
    expect(found).toMatchObject({ start: filler.length + 1, end: filler.length + 6 });
  });

  it('scans ten million characters', () => {
    const result = make({ maxInputChars: 20_000_000 }).scan(`${'all is well. '.repeat(770_000)}xyzzy`);
    expect(result).toMatchObject({ action: 'block', truncated: false });
  });

  it('blocks what it could not judge whole when it fails closed', () => {
    expect(make({ maxInputChars: 10, failMode: 'closed' }).scan('a'.repeat(11))).toMatchObject({
      action: 'block',
      isSafe: false,
    });
    expect(make({ maxInputChars: 10 }).scan('a'.repeat(11))).toMatchObject({ action: 'allow', truncated: true });
  });

  it('keeps a thousand findings at most, judges by all, and says so', () => {
    const text = `${'M-1234567 '.repeat(1500)}xyzzy`;
    const result = make().scan(text);
    expect(result.findings).toHaveLength(1000);
    expect(result).toMatchObject({ truncated: true, action: 'block', threatType: 'injection' });
  });

  it('leaves disabled rules out, by id or family', () => {
    expect(make({ disabledRules: ['test/xyzzy'] }).scan('xyzzy').findings).toEqual([]);
    expect(make({ disabledRules: ['test/*'] }).scan('xyzzy M-1234567').findings).toEqual([]);
  });

  it('judges the same text alike in every scanner of one configuration', () => {
    const [one, other] = [make().scan('xyzzy'), make().scan('xyzzy')];
    expect({ ...one, scanId: '', latencyMs: 0 }).toEqual({ ...other, scanId: '', latencyMs: 0 });
    expect(one.version).toBe(other.version);
    expect(make({ disabledRules: ['test/xyzzy'] }).scan('').version).not.toBe(one.version);
  });
});

describe('the verdict cache', () => {
  it('answers from memory for the same text and source', () => {
    const scanner = make();
    const first = scanner.scan('xyzzy');
    const second = scanner.scan('xyzzy');
    expect(second).toMatchObject({ cached: true, action: 'block', findings: first.findings });
    expect(second.scanId).not.toBe(first.scanId);
    expect(scanner.scan('xyzzy', { source: 'tool' }).cached).toBe(false);
    expect(scanner.health().cache).toMatchObject({ hits: 1, misses: 2 });
  });

  it('never takes a verdict for other protected text', () => {
    const scanner = make();
    expect(scanner.scan('the canary sings', { source: 'model' }).action).toBe('allow');
    expect(scanner.scan('the canary sings', { source: 'model', protectedText: 'canary' }).action).toBe('block');
    expect(scanner.scan('the canary sings', { source: 'model' }).action).toBe('allow');
  });

  it('can be switched off, bounded, or replaced', () => {
    const off = make({ cache: false });
    off.scan('xyzzy');
    expect(off.scan('xyzzy').cached).toBe(false);
    const small = make({ cache: { maxEntries: 1 } });
    for (const text of ['one', 'two', 'one']) expect(small.scan(text).cached).toBe(false);
    const store = new Map<string, never>();
    const own = make({
      cache: {
        get: (text: string, source: Source, version: string) => store.get(`${version}${source}${text}`),
        set: (text: string, source: Source, version: string, verdict: unknown) =>
          void store.set(`${version}${source}${text}`, verdict as never),
      },
    });
    own.scan('xyzzy');
    expect(own.scan('xyzzy').cached).toBe(true);
    expect(store.size).toBe(1);
  });

  it('does not remember a scan in which an engine failed', () => {
    let broken = true;
    const engine: Engine = {
      name: 'moody',
      version: '1',
      scan: () => {
        if (broken) throw new Error('no');
        return [];
      },
    };
    const scanner = make({ engines: [engine] });
    expect(scanner.scan('hello').errors).toHaveLength(1);
    broken = false;
    expect(scanner.scan('hello')).toMatchObject({ cached: false, errors: [] });
  });
});

describe('the allow-list', () => {
  const text = 'M-1234567 and M-7654321';
  it('overlooks findings by rule, source and text', () => {
    const found = (allow: ScannerOptions['allow'], source: Source = 'user') =>
      make({ allow: allow ?? [] }).scan(text, { source }).findings.length;
    expect(found([])).toBe(2);
    expect(found([{ rule: 'test/*' }])).toBe(0);
    expect(found([{ rule: 'test/member-number', text: 'M-1234567' }])).toBe(1);
    expect(found([{ rule: 'test/member-number', text: /^M-7/g }])).toBe(1);
    expect(found([{ rule: 'test/member-number', source: 'tool' }])).toBe(2);
    expect(found([{ rule: 'test/member-number', source: 'tool' }], 'tool')).toBe(0);
  });

  it('ends when it says, also for verdicts in the cache', () => {
    vi.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z') });
    try {
      const scanner = make({ allow: [{ rule: 'test/xyzzy', until: '2030-01-02T00:00:00Z' }] });
      expect(scanner.scan('xyzzy').action).toBe('allow');
      expect(scanner.scan('xyzzy')).toMatchObject({ action: 'allow', cached: true });
      vi.setSystemTime(new Date('2030-01-02T00:00:00Z'));
      expect(scanner.scan('xyzzy')).toMatchObject({ action: 'block', cached: false });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('protected text', () => {
  const prompt =
    'You are Marvin, the assistant of Example Bank. Never discuss interest rates. Escalate complaints about fees to desk seven at once.';
  it.each([
    ['as it is', prompt],
    ['in another case and layout', prompt.toUpperCase().replaceAll(' ', '\n')],
    ['in part', 'Sure! It says: never discuss interest rates. Escalate complaints about fees to desk seven.'],
    ['in base64', `Here: ${btoa(prompt)}`],
  ])('is found %s', (_, text) => {
    const result = make().scan(text, { source: 'model', protectedText: prompt });
    expect(result).toMatchObject({
      action: 'block',
      threatType: 'prompt_leak',
      findings: [{ rule: 'leak/protected-text' }],
    });
  });

  it('is not found in a text that shares a few words', () => {
    expect(
      make().scan('You are right, I never discuss interest rates.', { source: 'model', protectedText: prompt }).isSafe,
    ).toBe(true);
  });

  it('may be a canary in a list', () => {
    const result = make().scan('the code is KQ-77-Zeta.', { source: 'model', protectedText: [prompt, 'kq-77-zeta'] });
    expect(result.findings).toMatchObject([{ rule: 'leak/canary', start: 12, end: 22 }]);
  });
});

describe('engines', () => {
  const finding: Finding = {
    engine: 'mine',
    rule: 'mine/rule',
    threatType: 'injection',
    severity: 'high',
    score: 0.95,
    start: 0,
    end: 5,
    message: 'Mine.',
  };
  const sync: Engine = { name: 'mine', version: '1', scan: ({ text }) => (text.startsWith('hello') ? [finding] : []) };

  it('of the user are asked too, and see decoded layers', () => {
    const layers: string[] = [];
    const spy: Engine = {
      name: 'spy',
      version: '1',
      scan: (prepared) => {
        layers.push(...prepared.layers.map(({ folded }) => folded));
        return [];
      },
    };
    expect(make({ engines: [sync, spy] }).scan('hello there')).toMatchObject({
      action: 'block',
      triggeredEngines: ['mine'],
    });
    make({ engines: [spy] }).scan(btoa('please look at all of this'));
    expect(layers).toContain('please look at all of this');
  });

  it('that throw are reported, and the others still judge', () => {
    const broken: Engine = {
      name: 'broken',
      version: '1',
      scan: () => {
        throw new TypeError('secret text inside');
      },
    };
    const open = make({ engines: [broken] });
    expect(open.scan('xyzzy')).toMatchObject({
      action: 'block',
      errors: [{ engine: 'broken', code: 'ENGINE_FAILED', type: 'TypeError' }],
    });
    expect(open.scan('hi').action).toBe('allow');
    expect(make({ engines: [broken], failMode: 'closed' }).scan('hi').action).toBe('block');
    expect(open.health()).toMatchObject({ status: 'failed' });
    expect(open.health().engines).toContainEqual({ name: 'broken', status: 'failed', errors: 2 });
    expect(JSON.stringify(open.scan('hi'))).not.toContain('secret text');
  });

  const slow = (ms: number): AsyncEngine => ({
    name: 'slow',
    version: '1',
    scanAsync: () => new Promise((resolve) => setTimeout(() => resolve([{ ...finding, engine: 'slow' }]), ms)),
  });

  it('that are asynchronous run in scanAsync only', async () => {
    const scanner = make({ engines: [slow(1)] });
    expect(scanner.scan('hello').action).toBe('allow');
    expect(await scanner.scanAsync('hello')).toMatchObject({
      action: 'block',
      triggeredEngines: ['slow'],
      cached: false,
    });
    expect((await scanner.scanAsync('hello')).cached).toBe(true);
    expect(scanner.scan('hello')).toMatchObject({ action: 'allow' });
  });

  it('that are late are left out and reported', async () => {
    const scanner = make({ engines: [slow(5_000)], asyncBudgetMs: 20 });
    expect(await scanner.scanAsync('hello')).toMatchObject({
      action: 'allow',
      errors: [{ engine: 'slow', code: 'TIMEOUT' }],
    });
  });

  it('make scanAsync reject a text that is not a string', async () => {
    await expect(make().scanAsync(1 as never)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('adapters', () => {
  it('are told of each scan, without the text', () => {
    const adapter = recordingAdapter();
    const scanner = make({ adapters: [adapter] });
    const context = { userId: 'u1', sessionId: 's1', requestId: 'r1', ip: '192.0.2.1', labels: { app: 'shop' } };
    const result = scanner.scan('say xyzzy', { source: 'tool', protectedText: 'canary', ...context });
    expect(adapter.events).toEqual([{ type: 'scan', time: expect.any(Number), result, context, engineTimings: [] }]);
    expect(Object.isFrozen(adapter.events[0])).toBe(true);
    expect(JSON.stringify(adapter.events)).not.toMatch(/say|canary/);
  });

  it.each([
    ['redacted', 'call [MEMBER_NUMBER_1] xyzzy'],
    ['full', 'call M-1234567 xyzzy'],
  ] as const)('get the text as far as captureText allows: %s', (captureText, text) => {
    const adapter = recordingAdapter();
    make({ adapters: [adapter], captureText }).scan('call M-1234567 xyzzy');
    expect(adapter.events[0]?.text).toBe(text);
  });

  it('get engine timings when one asks for them', () => {
    const adapter = { ...recordingAdapter(), engineTimings: true };
    make({ adapters: [adapter] }).scan('xyzzy');
    expect(adapter.events[0]?.engineTimings.map(({ engine }) => engine)).toEqual(
      expect.arrayContaining(['attacks', 'pii', 'secrets', 'custom', 'obfuscation', 'leak']),
    );
  });

  it('that throw change nothing, are counted, and reported once per cause', () => {
    const reports: string[] = [];
    const bad: Adapter = {
      name: 'bad',
      onScanStart: () => {
        throw new Error('start');
      },
      onScan: () => {
        throw new Error('scan');
      },
    };
    const good = recordingAdapter('good');
    const scanner = make({
      adapters: [bad, good],
      onAdapterError: (error, name) => reports.push(`${name} ${error.code} ${error.message}`),
    });
    expect(scanner.scan('xyzzy').action).toBe('block');
    scanner.scan('hello');
    expect(good.events).toHaveLength(2);
    expect(reports).toEqual([
      expect.stringMatching(/^bad ADAPTER_FAILED .*onScanStart: start/),
      expect.stringMatching(/^bad ADAPTER_FAILED .*onScan: scan/),
    ]);
    expect(scanner.health().adapters[0]).toMatchObject({ name: 'bad', status: 'degraded', errors: 4 });
  });

  it('whose write never ends delay no scan and no flush beyond its time limit', async () => {
    const stuck: Adapter = { name: 'stuck', write: () => new Promise(() => {}) };
    const errors: string[] = [];
    const scanner = make({
      adapters: [stuck],
      queue: { timeoutMs: 30, intervalMs: 0 },
      onAdapterError: (error) => errors.push(error.message),
    });
    expect(scanner.scan('xyzzy').action).toBe('block');
    await scanner.flush();
    expect(scanner.health().adapters[0]).toMatchObject({ queued: 0, dropped: 1 });
    expect(errors).toEqual([
      expect.stringContaining("Adapter 'stuck' failed in write (1 events lost): It took longer than 30 ms"),
    ]);
  });

  it('have all events written and are closed once at shutdown; scans go on without them', async () => {
    const written: string[] = [];
    const close = vi.fn(async () => {});
    const store: Adapter = {
      name: 'store',
      write: async (events) => void written.push(...events.map(({ result }) => result.scanId)),
      close,
    };
    const scanner = make({ adapters: [store] });
    const ids = Array.from({ length: 250 }, (_, k) => scanner.scan(`text ${k}`).scanId);
    await Promise.all([scanner.shutdown(), scanner.shutdown()]);
    expect(written).toEqual(ids);
    expect(close).toHaveBeenCalledTimes(1);
    expect(scanner.scan('xyzzy').action).toBe('block');
    await scanner.flush();
    expect(written).toHaveLength(250);
  });

  it('that fail to close do not make shutdown reject', async () => {
    const bad: Adapter = { name: 'bad', close: () => Promise.reject(new Error('no')) };
    const errors: string[] = [];
    await make({ adapters: [bad], onAdapterError: (error) => errors.push(error.message) }).shutdown();
    expect(errors).toEqual([expect.stringContaining('failed in close: no')]);
  });

  it('may throw even while being told of an error', () => {
    const bad: Adapter = {
      name: 'bad',
      onScan: () => {
        throw 'a string';
      },
    };
    const scanner = make({
      adapters: [bad],
      onAdapterError: () => {
        throw new Error('worse');
      },
    });
    expect(scanner.scan('xyzzy').action).toBe('block');
  });

  it('are attached once with a view of the scanner', () => {
    const onAttach = vi.fn();
    make({ adapters: [{ name: 'gauge', onAttach }] });
    expect(onAttach).toHaveBeenCalledTimes(1);
    const info = onAttach.mock.calls[0]?.[0];
    expect(info.engines).toContain('custom');
    expect(info.health()).toMatchObject({ status: 'ok' });
  });

  it('report their own health', () => {
    const scanner = make({
      adapters: [
        { name: 'sick', health: () => ({ status: 'failed', detail: 'No connection.' }) },
        {
          name: 'mad',
          health: () => {
            throw new Error('x');
          },
        },
      ],
    });
    expect(scanner.health()).toMatchObject({
      status: 'failed',
      adapters: [
        { name: 'sick', status: 'failed', detail: 'No connection.' },
        { name: 'mad', status: 'failed' },
      ],
    });
  });
});

describe('reportFeedback', () => {
  it('reaches the adapters with the threat type of the scan', () => {
    const events: FeedbackEvent[] = [];
    const scanner = make({ adapters: [{ name: 'desk', onFeedback: (event) => void events.push(event) }] });
    const { scanId } = scanner.scan('xyzzy');
    scanner.reportFeedback({ scanId, verdict: 'false_positive', comment: 'a game', reporter: 'ann' });
    scanner.reportFeedback({ scanId: 'of-another-process', verdict: 'false_negative', threatType: 'jailbreak' });
    expect(events).toMatchObject([
      {
        type: 'feedback',
        scanId,
        verdict: 'false_positive',
        threatType: 'injection',
        comment: 'a game',
        reporter: 'ann',
      },
      { verdict: 'false_negative', threatType: 'jailbreak' },
    ]);
  });

  it.each([[undefined], [{}], [{ scanId: 'x', verdict: 'wrong' }], [{ scanId: '', verdict: 'confirmed' }]])(
    'refuses %o',
    (feedback) => {
      expect(() => make().reportFeedback(feedback as never)).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      );
    },
  );
});
