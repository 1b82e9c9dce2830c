import { shannonEntropy } from '../../validators/entropy.js';
import { isPlaceholder } from '../../validators/placeholder.js';

/** Groups of capitals and digits, as of a licence; or as of a UUID with any letters. */
function isGrouped(value: string): boolean {
  return (
    /^(?:(?:[A-Z\d]{4,8}-){1,6}[A-Z\d]{4,8}|[a-z\d]{8}(?:-[a-z\d]{4}){3}-[a-z\d]{12})$/.test(value) &&
    /(?:\d\D*){4}/.test(value) &&
    /(?:[A-Za-z][^A-Za-z]*){4}/.test(value)
  );
}

/**
 * What old services issue, and what is typed for the time being. Words of a language reach no 4 bits in fewer than 24
 * letters, and names in mixed case are rarely longer than 32.
 */
export function isOpaque(value: string): boolean {
  if (!/^(?:[a-z]{20,}|[A-Z]{20,}|[A-Za-z]{32,}|\d{20,})$/.test(value)) return isGrouped(value) && !isPlaceholder(value);
  return shannonEntropy(value) >= (/^[A-Za-z]{20,23}$/.test(value) ? 4 : 2.5) && !isPlaceholder(value);
}
