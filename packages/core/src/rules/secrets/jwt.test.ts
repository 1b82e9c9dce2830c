import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64Url, hasJwtHeader } from './jwt.js';
import { encode, jwt } from './samples.js';

describe('decodeBase64Url', () => {
  it('reverses the encoding of any ASCII text, padded or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(decodeBase64Url(encode(text))).toBe(text);
        expect(decodeBase64Url(btoa(text))).toBe(text);
      }),
    );
  });

  it('is empty for what is no base 64', () => {
    expect(decodeBase64Url('a')).toBe('');
    expect(decodeBase64Url('not base 64!')).toBe('');
  });
});

describe('hasJwtHeader', () => {
  it('is true for a signed token and for one that says it is not', () => {
    expect(hasJwtHeader(jwt())).toBe(true);
    expect(hasJwtHeader(`${encode({ alg: 'none' })}.e30.`)).toBe(true);
  });

  it('is false when the header is no object, has no algorithm or is no JSON', () => {
    expect(hasJwtHeader(`${encode({ typ: 'JWT' })}.e30.x`)).toBe(false);
    expect(hasJwtHeader(`${encode('"alg"')}.e30.x`)).toBe(false);
    expect(hasJwtHeader(`${encode('null')}.e30.x`)).toBe(false);
    expect(hasJwtHeader('eyJ.eyJ.x')).toBe(false);
    expect(hasJwtHeader('no dots at all')).toBe(false);
  });
});
