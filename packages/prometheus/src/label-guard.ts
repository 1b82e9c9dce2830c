/** Longest label value. Names that a person gave are shorter; what is longer was not meant as a label. */
const MAX_LENGTH = 128;

/** Stands for every value beyond the limit. */
export const OTHER = 'other';
/** Stands for an absent value: Prometheus takes an empty label for no label at all. */
export const NONE = 'none';

/** Admits the first `max` distinct values of one label; the rest become `other`. */
export function createLabelGuard(max: number, reserved: Iterable<string>, onOverflow: () => void) {
  const admitted = new Set(reserved);
  return (value: string): string => {
    if (value === '') return NONE;
    if (value === NONE || value === OTHER || admitted.has(value)) return value;
    // Two lone surrogates would be the same U+FFFD on the page: a duplicate series, and the whole scrape is refused.
    const wellFormed = value.replace(/\p{Cs}/gu, '\uFFFD');
    if (admitted.has(wellFormed)) return wellFormed;
    if (admitted.size >= max || value.length > MAX_LENGTH) {
      onOverflow();
      return OTHER;
    }
    admitted.add(wellFormed);
    return wellFormed;
  };
}
