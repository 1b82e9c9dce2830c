// UUID version 7 (RFC 9562 section 5.7): 48 bits of time, so that ids sort by it, then a 12-bit counter within the millisecond
// (section 6.2, method 1) and 62 random bits.
const RANDOM_IDS = 128;
const TAIL_CHARS = 18;
const random = new Uint8Array(RANDOM_IDS * 8);
const digits = new Uint8Array(RANDOM_IDS * TAIL_CHARS);
const decoder = new TextDecoder();
/** The random ends of the next ids, `-8123-0123456789ab` each, one after the other: made for many at once, an id is ten times cheaper. */
let tails = '';
let used = RANDOM_IDS;
let lastTime = 0;
let counter = 0;
/** The time that `prefix` says. */
let prefixTime = -1;
let prefix = '';

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
  if (prefixTime !== lastTime) {
    const time = Math.floor(lastTime).toString(16).padStart(12, '0');
    prefix = `${time.slice(0, 8)}-${time.slice(8)}-`;
    prefixTime = lastTime;
  }
  if (used === RANDOM_IDS) {
    fillTails();
    used = 0;
  }
  const at = used++ * TAIL_CHARS;
  return prefix + HEX[0x70 | (counter >> 8)] + HEX[counter & 0xff] + tails.slice(at, at + TAIL_CHARS);
}

function fillTails(): void {
  crypto.getRandomValues(random);
  let at = 0;
  for (let i = 0; i < random.length; i++) {
    const byte = random[i] as number;
    if (i % 8 === 0 || i % 8 === 2) digits[at++] = 45;
    const high = i % 8 === 0 ? 0x8 | ((byte >> 4) & 0x3) : byte >> 4;
    digits[at++] = hexDigit(high);
    digits[at++] = hexDigit(byte & 0xf);
  }
  tails = decoder.decode(digits);
}

function hexDigit(value: number): number {
  return value < 10 ? 48 + value : 87 + value;
}
