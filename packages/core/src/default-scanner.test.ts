import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  configure,
  flush,
  guard,
  health,
  openStream,
  reportFeedback,
  scan,
  scanAsync,
  scanMessages,
  scanStream,
  shutdown,
} from './default-scanner.js';
import type { Rule } from './rule.js';

const rule: Rule = {
  id: 'test/xyzzy',
  threatType: 'test',
  severity: 'high',
  score: 0.9,
  message: 'Test.',
  keywords: ['xyzzy'],
  pattern: /xyzzy/i,
};

describe('the default scanner', () => {
  afterEach(() => void configure());

  it('works without being configured', () => {
    expect(scan('hello')).toMatchObject({ isSafe: true });
  });

  it('does in all its functions what configure() was told', async () => {
    const onFeedback = vi.fn();
    configure({ rules: [rule], adapters: [{ name: 'seen', onFeedback }] });
    expect(scan('xyzzy').isSafe).toBe(false);
    expect((await scanAsync('xyzzy')).isSafe).toBe(false);
    expect(scanMessages([{ role: 'user', content: 'xyzzy' }]).isSafe).toBe(false);
    expect(health().adapters).toMatchObject([{ name: 'seen' }]);
    reportFeedback({ scanId: 'x', verdict: 'confirmed' });
    expect(onFeedback).toHaveBeenCalledTimes(1);
    const { readable, writable } = scanStream({ onBlock: 'error' });
    const writer = writable.getWriter();
    for (const done of [writer.write('xyzzy'), writer.close()]) done.catch(() => {});
    await expect(readable.getReader().read()).rejects.toMatchObject({ code: 'BLOCKED' });
    const text = openStream();
    text.push('xyzzy');
    text.end();
    expect(text.blocked).toBe(true);
    await flush();
    await shutdown();
  });

  it('is shut down when it is replaced', async () => {
    const close = vi.fn(async () => {});
    configure({ adapters: [{ name: 'old', close }] });
    configure();
    await vi.waitFor(() => expect(close).toHaveBeenCalledTimes(1));
  });

  it('stays in place when the new options are wrong', () => {
    configure({ rules: [rule] });
    expect(() => configure({ mode: 'wrong' as never })).toThrow('`mode` must be one of');
    expect(scan('xyzzy').isSafe).toBe(false);
  });

  it('guards with the scanner of the moment of the call', async () => {
    const ask = guard(async (prompt: string) => prompt);
    configure({ rules: [rule] });
    await expect(ask('xyzzy')).rejects.toMatchObject({ code: 'BLOCKED' });
    expect(() => guard(1 as never)).toThrow('`fn` must be a function');
  });
});
