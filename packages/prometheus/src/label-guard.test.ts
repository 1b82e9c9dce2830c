import { describe, expect, it } from 'vitest';
import { createLabelGuard } from './label-guard.js';

function guard(max: number, reserved: string[] = []) {
  const overflows: number[] = [];
  return { admit: createLabelGuard(max, reserved, () => overflows.push(1)), overflows };
}

describe('createLabelGuard', () => {
  it('admits as many values as it may, and counts each that is turned away', () => {
    const { admit, overflows } = guard(2);
    expect(['a', 'b', 'c', 'a', 'd', 'b'].map(admit)).toEqual(['a', 'b', 'other', 'a', 'other', 'b']);
    expect(overflows).toHaveLength(2);
  });

  it('keeps a place for reserved values, whatever comes first', () => {
    const { admit } = guard(2, ['injection']);
    expect(['x', 'y', 'injection'].map(admit)).toEqual(['x', 'other', 'injection']);
  });

  it('takes no place for `none` and `other`', () => {
    const { admit, overflows } = guard(1);
    expect(['', 'none', 'other', 'a'].map(admit)).toEqual(['none', 'none', 'other', 'a']);
    expect(overflows).toHaveLength(0);
  });

  it('gives lone surrogates one value, as the page does', () => {
    const { admit } = guard(1);
    expect(['\uD800', '\uD801', '\uDFFF'].map(admit)).toEqual(['\uFFFD', '\uFFFD', '\uFFFD']);
    expect(guard(5).admit('\u{1F600}')).toBe('\u{1F600}');
  });

  it('turns away what is too long for a name', () => {
    const { admit, overflows } = guard(5);
    expect(admit('x'.repeat(128))).toBe('x'.repeat(128));
    expect(admit('x'.repeat(129))).toBe('other');
    expect(overflows).toHaveLength(1);
  });
});
