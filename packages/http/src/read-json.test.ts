import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOf } from './problem.js';
import { readJson } from './read-json.js';

const url = 'http://localhost/';
const request = (body: BodyInit, type: string | null = 'application/json') =>
  new Request(url, { method: 'POST', body, headers: type === null ? {} : { 'content-type': type } });
const statusOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 200,
    (error: unknown) => problemOf(error).status,
  );

/** A body that comes in pieces, without a length, and counts what was taken of it. */
function pieces(count: number, size: number) {
  const seen = { pulled: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (seen.pulled++ === count) controller.close();
        else controller.enqueue(new Uint8Array(size).fill(0x31));
      },
      cancel() {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } };
  return { seen, request: new Request(url, init as RequestInit) };
}

describe('readJson', () => {
  it('reads what was written, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.integer({ min: 1, max: 7 }), async (value, size) => {
        const bytes = new TextEncoder().encode(JSON.stringify(value));
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
            controller.close();
          },
        });
        const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } };
        expect(JSON.stringify(await readJson(new Request(url, init as RequestInit)))).toBe(JSON.stringify(value));
      }),
      { numRuns: 100 },
    );
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON', 'application/vnd.api+json'])(
    'takes %s',
    async (type) => {
      expect(await readJson(request('[1]', type))).toEqual([1]);
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', null])(
    'refuses %s, which a form of another site could send',
    async (type) => {
      expect(await statusOf(readJson(request('[1]', type)))).toBe(415);
    },
  );

  it.each(['', '{', 'undefined', '{"a":1}}'])('refuses %j', async (text) => {
    expect(await statusOf(readJson(request(text)))).toBe(400);
  });

  it('refuses bytes that are no text', async () => {
    expect(await statusOf(readJson(request(new Uint8Array([0x22, 0xff, 0x22]))))).toBe(400);
  });

  it('takes as many bytes as allowed and no more', async () => {
    expect(await readJson(request('"12345678"'), { maxBytes: 10 })).toBe('12345678');
    expect(await statusOf(readJson(request('"123456789"'), { maxBytes: 10 }))).toBe(413);
  });

  it('stops reading a body that says nothing of its length and does not end', async () => {
    const { seen, request: endless } = pieces(1_000_000, 100);
    expect(await statusOf(readJson(endless, { maxBytes: 1_000 }))).toBe(413);
    expect(seen.cancelled).toBe(true);
    expect(seen.pulled).toBeLessThan(15);
  });

  it('does not even begin with one that says it is too long', async () => {
    const { seen, request: long } = pieces(10, 1);
    long.headers.set('content-length', '2000');
    expect(await statusOf(readJson(long, { maxBytes: 1_000 }))).toBe(413);
    expect(seen.pulled).toBe(0);
  });

  it('refuses a limit that is none', async () => {
    await expect(readJson(request('1'), { maxBytes: 0 })).rejects.toThrow(
      '`maxBytes` must be a whole number of at least 1, got 0',
    );
  });
});
