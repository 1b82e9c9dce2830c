import { digitsOf } from '../../validators/digits.js';
import { ipv4Kind, ipv6Kind } from '../../validators/ip.js';
import { luhn } from '../../validators/luhn.js';
import { ruleFamily } from '../rule-family.js';
import { MANY, PII_REFERENCES } from './common.js';

// Four numbers and dots are an address unless a version, a section or a package is spoken of, or more numbers follow. `\b` is asked
// first, here and below: it is what a look behind each of many digits for another `\w` would tell, at half the price.
const IPV4 =
  /\b(?<![.-]|\bversion[ :=]{1,2}|\bversions? |\brelease |\bbuild |\bsection |\bchapter |\bupdate )(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\w)/i;
// Either all eight groups, or `::` for those left out. What both begin with is asked first, because every word of hexadecimal letters gets there.
const IPV6 =
  /\b(?=[0-9a-f]{1,4}:(?::|[0-9a-f]{1,4}:))(?<![:.])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6})(?![\w:])/i;

/** Addresses of machines, which lead to the people behind them. */
export const networkRules = ruleFamily(() => [
  {
    id: 'pii/ipv4',
    threatType: 'pii',
    severity: 'low',
    score: 0.6,
    message: 'The text contains a public IP address.',
    // Six digits and more: fewer are mostly versions and sections, and the well-known resolvers.
    digits: [6, MANY],
    reach: 24,
    pattern: IPV4,
    validate: (value) => ipv4Kind(value) === 'public' && digitsOf(value).length >= 6,
    context: { pattern: /\bips?\b|\bipv4\b|addr|host|client|server|visitor|login|logged|request|connect|remote|\bfrom\b|block|\bgeo|attack/i, score: 0.8 },
    entity: 'ip_address',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/ipv4-private',
    threatType: 'pii',
    severity: 'low',
    score: 0.2,
    message: 'The text contains an IP address of a private or documentation network.',
    digits: [6, MANY],
    reach: 24,
    pattern: IPV4,
    validate: (value) => ipv4Kind(value) === 'private',
    entity: 'ip_address',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/ipv6',
    threatType: 'pii',
    severity: 'low',
    score: 0.75,
    message: 'The text contains a public IPv6 address.',
    digits: [5, MANY],
    reach: 40,
    pattern: IPV6,
    validate: (value) => ipv6Kind(value) === 'public' && digitsOf(value).length >= 5,
    entity: 'ip_address',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/ipv6-private',
    threatType: 'pii',
    severity: 'low',
    score: 0.2,
    message: 'The text contains an IPv6 address of a private or documentation network.',
    digits: [4, MANY],
    reach: 40,
    pattern: IPV6,
    validate: (value) => ipv6Kind(value) === 'private',
    entity: 'ip_address',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/mac-address',
    threatType: 'pii',
    severity: 'low',
    score: 0.75,
    message: 'The text contains the hardware address of a network device.',
    digits: [4, MANY],
    reach: 20,
    // Longer rows of pairs are fingerprints of keys and certificates.
    pattern: /(?<![\w:-])(?!(?:00|ff)[:-](?:00|ff)[:-](?:00|ff)[:-](?:00|ff))[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\w:-])/i,
    // Times and dates in a row: `10-12-20-23-59-59`.
    validate: (value) => /[a-f]/i.test(value) || value.includes(':'),
    context: { pattern: /\bmac\b|hardware|ethernet|wi-?fi|bluetooth|device|bssid|adapter|interface/i, score: 0.9 },
    entity: 'mac_address',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/mac-address-cisco',
    threatType: 'pii',
    severity: 'low',
    score: 0.8,
    message: 'The text contains the hardware address of a network device.',
    keywords: ['mac ', 'mac:', 'mac-', 'hardware address', 'ethernet', 'arp ', 'vlan'],
    reach: 80,
    pattern: /(?<![\w.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w.])/i,
    entity: 'mac_address',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/imei',
    threatType: 'pii',
    severity: 'medium',
    score: 0.95,
    message: 'The text contains the serial number of a mobile device (IMEI).',
    keywords: ['imei'],
    digits: [15, MANY],
    reach: 64,
    pattern: /(?<![\w-])\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d(?![\w-])/,
    validate: (value) => luhn(digitsOf(value)),
    entity: 'imei',
    references: PII_REFERENCES,
  },
]);
