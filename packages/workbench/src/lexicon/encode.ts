/** LEB128: seven bits a byte, lowest first; as base64. Whole numbers from 0. */
export function encodeNumbers(list: readonly number[]): string {
  const bytes: number[] = [];
  for (let value of list) {
    while (value >= 128) {
      bytes.push((value % 128) | 128);
      value = Math.floor(value / 128);
    }
    bytes.push(value);
  }
  return Buffer.from(bytes).toString('base64');
}
