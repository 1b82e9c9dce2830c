// Texts as code units, by way of Node's Buffer where there is one: twenty times as fast as one by one.

/** Scratch memory for making a text from another. Made anew for each text, it would cost as much as what is done with it. */
export interface UnitBuffers {
  /** The text that is read. */
  readonly source: Uint16Array;
  /** The text that is written. */
  readonly units: Uint16Array;
  /** Where each unit of it came from, and one more entry for the end. */
  readonly starts: Uint32Array;
}

/** Room beyond what was asked for, so that nobody need ask for each character that becomes several. */
const SPARE_UNITS = 8;

let buffers = createBuffers(4096);

function createBuffers(size: number): UnitBuffers {
  return { source: new Uint16Array(size), units: new Uint16Array(size), starts: new Uint32Array(size + 1) };
}

/** Buffers for so many units and `SPARE_UNITS` more. The same for all who ask; if they have to grow, they hold what they held. */
export function unitBuffers(length: number): UnitBuffers {
  if (length + SPARE_UNITS > buffers.units.length) {
    const larger = createBuffers((length + SPARE_UNITS) * 2);
    larger.source.set(buffers.source);
    larger.units.set(buffers.units);
    larger.starts.set(buffers.starts);
    buffers = larger;
  }
  return buffers;
}

export function loadUnits(text: string, into: Uint16Array): void {
  if (typeof Buffer !== 'undefined') Buffer.from(into.buffer).write(text, 'utf16le');
  else for (let i = 0; i < text.length; i++) into[i] = text.charCodeAt(i);
}

/** The first `length` units as a string. */
export function textOfUnits(units: Uint16Array, length: number): string {
  if (typeof Buffer !== 'undefined') return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
  // The argument list of apply() lives on the stack.
  const CHUNK = 8192;
  let result = '';
  for (let i = 0; i < length; i += CHUNK) {
    result += String.fromCharCode.apply(null, units.subarray(i, Math.min(i + CHUNK, length)) as unknown as number[]);
  }
  return result;
}
