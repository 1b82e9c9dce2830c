// Keccak as submitted to the SHA-3 contest, before NIST changed the padding: what Ethereum and Monero hash with. A
// 64-bit lane is two 32-bit halves, since BigInt would be fifty times slower.
const RATE = 136;
const ROUNDS = 24;
const LANES = 25;

// Rotation and destination of each lane on the walk of steps rho and pi; round constants from the LFSR
// x^8+x^6+x^5+x^4+1.
const ROTATIONS: number[] = [];
const WALK: number[] = [];
for (let t = 0, x = 1, y = 0; t < 24; t++) {
  ROTATIONS.push((((t + 1) * (t + 2)) / 2) % 64);
  [x, y] = [y, (2 * x + 3 * y) % 5];
  WALK.push(x + 5 * y);
}
const ROUND_CONSTANTS = new Uint32Array(ROUNDS * 2);
for (let round = 0, lfsr = 1; round < ROUNDS; round++) {
  for (let j = 0; j < 7; j++) {
    const bit = (1 << j) - 1;
    const half = round * 2 + (bit >> 5);
    if ((lfsr & 1) !== 0) ROUND_CONSTANTS[half] = (ROUND_CONSTANTS[half] as number) ^ (1 << (bit & 31));
    lfsr = (lfsr << 1) ^ (lfsr >> 7 === 0 ? 0 : 0x171);
  }
}

/** Keccak-256 of some bytes, as 32 bytes. */
export function keccak256(message: Uint8Array): Uint8Array {
  const state = new Uint32Array(LANES * 2);
  const bytes = new Uint8Array((Math.floor(message.length / RATE) + 1) * RATE);
  bytes.set(message);
  bytes[message.length] = 1;
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) | 0x80;
  const view = new DataView(bytes.buffer);
  for (let offset = 0; offset < bytes.length; offset += RATE) {
    for (let i = 0; i < RATE / 4; i++) state[i] = (state[i] as number) ^ view.getUint32(offset + i * 4, true);
    permute(state);
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 8; i++) digest.setUint32(i * 4, state[i] as number, true);
  return new Uint8Array(digest.buffer);
}

const columns = new Uint32Array(10);

function permute(state: Uint32Array): void {
  const at = (i: number) => state[i] as number;
  const column = (i: number) => columns[i] as number;
  for (let round = 0; round < ROUNDS; round++) {
    // theta
    for (let i = 0; i < 10; i++) columns[i] = at(i) ^ at(i + 10) ^ at(i + 20) ^ at(i + 30) ^ at(i + 40);
    for (let x = 0; x < 5; x++) {
      const left = ((x + 4) % 5) * 2;
      const right = ((x + 1) % 5) * 2;
      const low = column(left) ^ ((column(right) << 1) | (column(right + 1) >>> 31));
      const high = column(left + 1) ^ ((column(right + 1) << 1) | (column(right) >>> 31));
      for (let i = x * 2; i < LANES * 2; i += 10) {
        state[i] = at(i) ^ low;
        state[i + 1] = at(i + 1) ^ high;
      }
    }
    // rho and pi
    let low = at(2);
    let high = at(3);
    for (let t = 0; t < 24; t++) {
      const lane = (WALK[t] as number) * 2;
      const by = ROTATIONS[t] as number;
      const [rotatedLow, rotatedHigh] = rotateLane(low, high, by);
      low = at(lane);
      high = at(lane + 1);
      state[lane] = rotatedLow;
      state[lane + 1] = rotatedHigh;
    }
    // chi
    for (let row = 0; row < LANES * 2; row += 10) {
      for (let i = 0; i < 10; i++) columns[i] = at(row + i);
      for (let i = 0; i < 10; i++) state[row + i] = column(i) ^ (~column((i + 2) % 10) & column((i + 4) % 10));
    }
    // iota
    state[0] = at(0) ^ (ROUND_CONSTANTS[round * 2] as number);
    state[1] = at(1) ^ (ROUND_CONSTANTS[round * 2 + 1] as number);
  }
}

function rotateLane(low: number, high: number, by: number): [number, number] {
  if (by === 0) return [low, high];
  if (by === 32) return [high, low];
  if (by > 32) return rotateLane(high, low, by - 32);
  return [(low << by) | (high >>> (32 - by)), (high << by) | (low >>> (32 - by))];
}
