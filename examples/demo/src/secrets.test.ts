import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fillSecrets } from './secrets.js';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

describe('fillSecrets', () => {
  it.each([
    ['anthropic', /^sk-ant-api03-[\w-]{93}AA$/],
    ['aws', /^AKIA[A-Z2-7]{16}$/],
    ['aws-secret', /^[A-Za-z0-9+/]{40}$/],
    ['gitlab', /^glpat-[A-Za-z0-9]{20}$/],
    ['google', /^AIza[\w-]{35}$/],
    ['postgres-url', /^postgres:\/\/app:\w{20}@db\.internal\.example:5432\/orders$/],
    ['sendgrid', /^SG\.\w{22}\.\w{43}$/],
    ['slack', /^xoxb-\d{12}-\d{13}-\w{24}$/],
    ['stripe', /^sk_live_\w{24}$/],
  ])('makes a value in the format of %s', (name, format) => {
    expect(fillSecrets(`{{secret:${name}}}`)).toMatch(format);
  });

  it.each(['github', 'npm'])('ends a token of %s with its checksum', (name) => {
    const value = fillSecrets(`{{secret:${name}}}`);
    expect(value).toMatch(/^(?:ghp|npm)_[A-Za-z0-9]{36}$/);
    const [random, checksum] = [value.slice(4, 34), value.slice(34)];
    const sum = Array.from(checksum).reduce((number, digit) => number * 62 + BASE62.indexOf(digit), 0);
    expect(sum).toBe(crc32(random));
  });

  it('makes a web token whose parts can be read', () => {
    const [header = '', claims = ''] = fillSecrets('{{secret:jwt}}').split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ sub: 'job-runner' });
  });

  it('fills every placeholder, the same way each time', () => {
    const filled = fillSecrets('a {{secret:aws}} b {{secret:aws}} c');
    expect(filled).toMatch(/^a (AKIA\w{16}) b \1 c$/);
    expect(fillSecrets('{{secret:aws}}')).toBe(filled.split(' ')[1]);
  });

  it('refuses names it does not know, also those of every object', () => {
    expect(() => fillSecrets('{{secret:toString}}')).toThrow('unknown secret "toString"');
  });
});
