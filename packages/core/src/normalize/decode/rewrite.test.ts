import { afterEach, describe, expect, it, vi } from 'vitest';
import { rewrite } from './rewrite.js';

afterEach(() => void vi.unstubAllGlobals());

describe('rewriting', () => {
  const doubled = (text: string) => rewrite(text, /b+/g, ([match]) => match + match, 1e6);

  it('maps a replacement to the start of its match, and all else to itself', () => {
    expect(doubled('abba')).toEqual({ text: 'abbbba', starts: Uint32Array.from([0, 1, 1, 1, 1, 3, 4]) });
    expect(rewrite('abba', /b+/g, () => '', 1e6)).toEqual({ text: 'aa', starts: Uint32Array.from([0, 3, 4]) });
  });

  it('may make a text longer, however long it is', () => {
    const text = 'abc\u00e9\ud83d'.repeat(5_000);
    const eightfold = () => rewrite(text, /b/g, () => 'b'.repeat(8), 1e6);
    const result = eightfold();
    expect(result?.text).toBe(text.replaceAll('b', 'b'.repeat(8)));
    expect(result?.starts.length).toBe(12 * 5_000 + 1);
    vi.stubGlobal('Buffer', undefined);
    expect(eightfold()).toEqual(result);
  });

  it('makes nothing of a text that stays as it is, or would be too long', () => {
    expect(doubled('aaa')).toBeNull();
    expect(rewrite('abb', /b/g, () => 'cc', 4)).toBeNull();
    expect(rewrite('abb', /b/g, () => 'cc', 5)?.text).toBe('acccc');
  });
});
