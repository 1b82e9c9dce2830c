// What does it cost to scan a text while it comes in, and how long is it held back?
import { createScanner } from '@llm-sentinel/core';
import { measure, measureAsync } from './measure.js';
import { type Table, target } from './report.js';
import { clean } from './texts.js';

const CHUNK_CHARS = [1, 4, 16, 64];

export async function stream(): Promise<readonly Table[]> {
  const scanner = createScanner({ cache: false });
  const text = clean.document50k.slice(0, 10_000);
  const whole = measure(() => scanner.scan(text, { source: 'model' }), 300).p50;
  const rows: string[][] = [];
  for (const size of CHUNK_CHARS) {
    const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, k) =>
      text.slice(k * size, (k + 1) * size),
    );
    const through = (make: () => TransformStream<string, string>) => measureAsync(() => pipe(chunks, make()), 500);
    // A stream costs some microseconds a chunk that have nothing to do with scanning.
    const bare = (await through(() => new TransformStream())).p50;
    const scanning = Math.max(0, (await through(() => scanner.scanStream())).p50 - bare);
    rows.push([
      String(size),
      (scanning / chunks.length).toFixed(2),
      (bare / chunks.length).toFixed(2),
      (scanning / whole).toFixed(1),
      String(await longestHold(chunks, scanner.scanStream())),
      size === 16 ? target('1.5 times', scanning <= 1.5 * whole) : '',
    ]);
  }
  return [
    {
      title: 'Streams',
      about:
        'A document of 10,000 characters through `scanStream()` in chunks: microseconds of scanning a chunk, what the stream itself takes a chunk, the scanning as a multiple of one scan of the whole text, and the most characters held back.',
      header: ['characters a chunk', 'scan µs', 'stream µs', 'times a scan', 'held back', 'wanted'],
      rows,
    },
  ];
}

async function pipe(
  chunks: readonly string[],
  { readable, writable }: TransformStream<string, string>,
): Promise<number> {
  const reading = (async () => {
    let length = 0;
    const reader = readable.getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read())
      length += value?.length ?? 0;
    return length;
  })();
  const writer = writable.getWriter();
  for (const chunk of chunks) await writer.write(chunk);
  await writer.close();
  return reading;
}

async function longestHold(
  chunks: readonly string[],
  { readable, writable }: TransformStream<string, string>,
): Promise<number> {
  let [fed, passed, longest] = [0, 0, 0];
  const reading = (async () => {
    const reader = readable.getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read())
      passed += value?.length ?? 0;
  })();
  const writer = writable.getWriter();
  for (const chunk of chunks) {
    await writer.write(chunk);
    fed += chunk.length;
    await Promise.resolve();
    longest = Math.max(longest, fed - passed);
  }
  await writer.close();
  await reading;
  return longest;
}
