import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isSentinelError } from '@llm-sentinel/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Fifo, makeFifo } from '../test/fifo.js';
import { type LineDestination, type LineDestinationOptions, lineDestination } from './line-destination.js';

let folder: string;
const opened: LineDestination[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-log-'));
});
afterEach(async () => {
  for (const destination of opened.splice(0)) await new Promise<void>((resolve) => destination.end(resolve));
  rmSync(folder, { recursive: true });
});

function open(options: Partial<LineDestinationOptions> & Pick<LineDestinationOptions, 'to'>): LineDestination {
  const destination = lineDestination({ onRecovered: () => {}, ...options });
  opened.push(destination);
  return destination;
}

const flushed = (destination: LineDestination) => new Promise<void>((resolve) => destination.flush(resolve));

describe('a file', () => {
  it('gets the lines in order, after the caller has gone on', async () => {
    const to = join(folder, 'deep', 'log');
    const destination = open({ to });
    for (let i = 0; i < 5_000; i++) destination.write(`line ${i} é\n`);
    expect(readFileSync(to, 'utf8')).toBe('');
    await flushed(destination);
    expect(readFileSync(to, 'utf8')).toBe(Array.from({ length: 5_000 }, (_, i) => `line ${i} é\n`).join(''));
  });

  it('is appended to, and readable for its owner alone', async () => {
    const to = join(folder, 'log');
    for (const line of ['first\n', 'second\n']) {
      const destination = open({ to });
      destination.write(line);
      await flushed(destination);
    }
    expect(readFileSync(to, 'utf8')).toBe('first\nsecond\n');
    expect(statSync(to).mode & 0o777).toBe(0o600);
  });

  it('has all lines when flushSync returns, and goes on after it', async () => {
    const to = join(folder, 'log');
    const destination = open({ to });
    destination.write('first\n');
    destination.flushSync();
    expect(readFileSync(to, 'utf8')).toBe('first\n');
    destination.write('second\n');
    await flushed(destination);
    expect(readFileSync(to, 'utf8')).toBe('first\nsecond\n');
  });

  it('takes no lines after the end, which callers need not know', async () => {
    let lost = 0;
    const destination = lineDestination({
      to: join(folder, 'log'),
      onRecovered: () => {},
      onLineLost: () => {
        lost += 1;
      },
    });
    await new Promise<void>((resolve) => destination.end(resolve));
    destination.write('late\n');
    destination.flushSync();
    expect(lost).toBe(1);
  });

  it('is closed once, also when it is ended twice: its descriptor may be that of another file by then', async () => {
    const destination = open({ to: join(folder, 'first') });
    await new Promise<void>((resolve) => destination.end(resolve));
    const second = open({ to: join(folder, 'second') });
    await new Promise<void>((resolve) => destination.end(resolve));
    second.write('line\n');
    await flushed(second);
    expect(readFileSync(join(folder, 'second'), 'utf8')).toBe('line\n');
  });

  it('that cannot be opened fails at once', () => {
    let thrown: unknown;
    try {
      lineDestination({ to: folder, onRecovered: () => {} });
    } catch (error) {
      thrown = error;
    }
    expect(isSentinelError(thrown, 'INVALID_OPTION')).toBe(true);
    expect((thrown as Error).message).toMatch(/`destination` must be a file that can be written, got /);
  });

  it.each([0, -1, 1.5, Number.NaN])('with a buffer of %s characters is refused', (maxBufferChars) => {
    expect(() => lineDestination({ to: 1, maxBufferChars, onRecovered: () => {} })).toThrow(
      /`maxBufferChars` must be a whole number of at least 1/,
    );
  });
});

describe('a pipe that nobody reads', () => {
  const LINE = `${'x'.repeat(999)}\n`;
  let fifo: Fifo;
  beforeEach(() => {
    fifo = makeFifo();
  });
  afterEach(() => fifo.remove());

  it('loses what is over the limit, and says how much once it is read', async () => {
    let lost = 0;
    const recovered: number[] = [];
    const destination = open({
      to: fifo.path,
      maxBufferChars: 1_000_000,
      onLineLost: () => {
        lost += 1;
      },
      onRecovered: (count) => recovered.push(count),
    });
    for (let i = 0; i < 5_000; i++) {
      destination.write(LINE);
      if (i % 100 === 0) await nextTurn();
    }
    // What was not lost is in the pipe, in the write that waits for it, or in the buffer.
    expect(lost).toBeGreaterThan(3_500);
    expect(lost).toBeLessThan(4_100);
    expect(recovered).toEqual([]);

    const text = await fifo.readUntil((read) => read.length >= (5_000 - lost) * LINE.length);
    await flushed(destination);
    expect(text).toBe(LINE.repeat(5_000 - lost));
    expect(recovered).toEqual([lost]);
  });

  it('that is closed takes no more lines, and nothing fails', async () => {
    let lost = 0;
    const destination = open({
      to: fifo.path,
      onLineLost: () => {
        lost += 1;
      },
    });
    for (let i = 0; i < 500; i++) destination.write(LINE);
    await nextTurn();
    fifo.closeReader();
    await flushed(destination);
    destination.write(LINE);
    destination.flushSync();
    expect(lost).toBeGreaterThan(100);
  });
});
