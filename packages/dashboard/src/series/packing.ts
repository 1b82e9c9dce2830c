// Whole numbers of seven bits a byte, the lowest first, as in Protocol Buffers: most counts of a minute are one byte.

export interface Packer {
  uint(value: number): void;
  float(value: number): void;
  bytes(value: Uint8Array): void;
  /** What `write` writes, with its length before it, so that a reader may skip it. */
  block(write: () => void): void;
  /** A copy of what was written; the packer is empty again. */
  take(): Uint8Array;
}

/** Reuses its memory: one is enough for a process that packs a bucket at a time. */
export function createPacker(): Packer {
  let buffer = new Uint8Array(65_536);
  let view = new DataView(buffer.buffer);
  let length = 0;

  function reserve(bytes: number): void {
    if (length + bytes <= buffer.length) return;
    const larger = new Uint8Array(Math.max(2 * buffer.length, length + bytes));
    larger.set(buffer);
    buffer = larger;
    view = new DataView(buffer.buffer);
  }

  return {
    uint(value) {
      reserve(8);
      let rest = value;
      while (rest >= 128) {
        buffer[length++] = (rest % 128) | 128;
        rest = Math.floor(rest / 128);
      }
      buffer[length++] = rest;
    },
    float(value) {
      reserve(8);
      view.setFloat64(length, value);
      length += 8;
    },
    bytes(value) {
      reserve(value.length);
      buffer.set(value, length);
      length += value.length;
    },
    block(write) {
      reserve(4);
      const at = length;
      length += 4;
      write();
      view.setUint32(at, length - at - 4);
    },
    take() {
      const packed = buffer.slice(0, length);
      length = 0;
      return packed;
    },
  };
}

export interface Unpacker {
  uint(): number;
  float(): number;
  bytes(length: number): Uint8Array;
  /** Where the block that begins here ends. */
  blockEnd(): number;
  goTo(offset: number): void;
}

export function createUnpacker(packed: Uint8Array): Unpacker {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  let offset = 0;
  return {
    uint() {
      let value = 0;
      let scale = 1;
      for (;;) {
        const byte = packed[offset++]!;
        value += (byte & 127) * scale;
        if (byte < 128) return value;
        scale *= 128;
      }
    },
    float() {
      offset += 8;
      return view.getFloat64(offset - 8);
    },
    bytes(length) {
      offset += length;
      return packed.subarray(offset - length, offset);
    },
    blockEnd() {
      offset += 4;
      return offset + view.getUint32(offset - 4);
    },
    goTo(end) {
      offset = end;
    },
  };
}
