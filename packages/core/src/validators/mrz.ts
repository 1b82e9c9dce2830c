/**
 * ICAO 9303 check digit of a machine-readable field: weights 7, 3, 1; letters count 10 to 35, the filler `<` 0. True
 * when the last character is the digit of the rest.
 */
export function hasMrzCheck(field: string): boolean {
  let sum = 0;
  for (let i = 0; i < field.length - 1; i++) {
    const character = field[i] as string;
    sum += (character === '<' ? 0 : Number.parseInt(character, 36)) * ([7, 3, 1][i % 3] as number);
  }
  return String(sum % 10) === field[field.length - 1];
}

/** The second line of a passport: number, birthday and expiry, each with its check digit. */
export function isPassportMrz(line: string): boolean {
  const text = line.toUpperCase();
  return hasMrzCheck(text.slice(0, 10)) && hasMrzCheck(text.slice(13, 20)) && hasMrzCheck(text.slice(21, 28));
}
