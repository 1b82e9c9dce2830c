import { hasCardShape, isCardNumber } from '../../validators/card.js';
import { digitsOf, isRepdigit } from '../../validators/digits.js';
import { IBAN_LENGTHS, isIban } from '../../validators/iban.js';
import { isAbaRoutingNumber } from '../../validators/national-ids-americas.js';
import { ruleFamily } from '../rule-family.js';
import { MANY, PII_REFERENCES } from './common.js';

// Four blocks of four, American Express 4-6-5, Diners 4-6-4, Maestro 4-4-5, 6-13, or no blocks.
const CARD = /\b(?<![.+-]|\d )\d{4}(?:([ -])\d{4}\1\d{4}\1\d{1,4}(?:\1\d{1,3})?|([ -])\d{6}\2\d{4,5}|\d{8,15})(?![\w-]| \d|\.\d)/;

// A pattern of exact lengths, made from the registry: behind a shorter one the next word would be read as part of the
// number.
const countriesByLength = new Map<number, string[]>();
for (const [country, length] of IBAN_LENGTHS) {
  countriesByLength.set(length, [...(countriesByLength.get(length) ?? []), country]);
}
const ibanForms = [...countriesByLength].map(([length, countries]) => `(?:${countries.join('|')})\\d{2}(?:[ -]?[a-z0-9]){${length - 4}}`);
const IBAN = new RegExp(`(?<![a-z0-9])(?:${ibanForms.join('|')})(?![a-z0-9])`, 'i');

/** Cards and bank accounts. */
export const financialRules = ruleFamily(() => [
  {
    id: 'pii/credit-card',
    threatType: 'pii',
    severity: 'critical',
    score: 0.92,
    message: 'The text contains a payment card number.',
    digits: [12, MANY],
    reach: 40,
    pattern: CARD,
    validate: isCardNumber,
    context: {
      pattern: /card|\bcc\b|visa|master|amex|payment|\bpay\b|charge|karte|tarjeta|carte|carta|cartao|kaart|kort|карт|卡|カード|카드/,
      score: 0.98,
    },
    entity: 'credit_card',
    references: PII_REFERENCES,
  },
  {
    // Mistyped and made-up numbers, next to a word that says what they are meant to be.
    id: 'pii/credit-card-context',
    threatType: 'pii',
    severity: 'high',
    score: 0.6,
    message: 'The text contains what is called a card number.',
    keywords: [
      'card', 'cc ', 'cc:', 'cc#', 'visa', 'mastercard', 'amex', 'american express', 'maestro', 'karte', 'tarjeta',
      'carte', 'carta', 'cartao', 'kaart', 'kortnummer', 'kortnr', 'karta', 'karty', 'карт', '卡号', '信用卡', '银行卡',
      'カード', '카드',
    ],
    digits: [12, MANY],
    reach: 64,
    pattern: CARD,
    validate: isCardLike,
    context: {
      pattern: /(?<!report |score|post|birth|business|sd |sim |id |graphics |gift )card|\bcc\b|visa|mastercard|amex|american express|maestro|karte|tarjeta|\bcarte|\bcarta|cartao|kaart|kort|karta|карт|卡|カード|카드/,
      score: 0.6,
      required: true,
      within: 56,
    },
    entity: 'credit_card',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/card-security-code',
    threatType: 'pii',
    severity: 'high',
    score: 0.8,
    message: 'The text contains the security code of a payment card.',
    keywords: [
      'cvv', 'cvc', 'cvn ', 'card verification', 'security code', 'prufnummer', 'codigo de seguridad',
      'codigo de seguranca', 'code de securite',
    ],
    reach: 48,
    pattern:
      /\b(?:cvv2?|cvc2?|cvn|card verification (?:value|code|number)|(?:card |card's )security code|kartenprüfnummer|código de (?:seguridad|segurança)|code de sécurité)\b["')]{0,2}(?: (?:number|code|is|of|es|est|ist|é|e))?\s{0,2}[:=#]?\s{0,2}"?(?<span>\d{3,4})(?![\d-]|[.,]\d|\s?(?:digit|character|ms|%|\/))/i,
    entity: 'card_security_code',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/iban',
    threatType: 'pii',
    severity: 'high',
    score: 0.96,
    message: 'The text contains an international bank account number.',
    // Bank codes of letters may split the digits, but the account behind them has eight or more in a run.
    digits: [8, MANY],
    reach: 40,
    pattern: IBAN,
    validate: isIban,
    entity: 'iban',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/iban-context',
    threatType: 'pii',
    severity: 'medium',
    score: 0.6,
    message: 'The text contains what is called an IBAN.',
    keywords: ['iban'],
    digits: [8, MANY],
    reach: 80,
    pattern: IBAN,
    validate: (value) => !isIban(value) && !isRepdigit(digitsOf(value.slice(4))),
    entity: 'iban',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/us-bank-routing',
    threatType: 'pii',
    severity: 'high',
    score: 0.85,
    message: 'The text contains an American bank routing number.',
    keywords: ['routing', 'aba number', 'aba no', 'aba:', 'aba#', 'rtn', 'wire transfer', 'ach '],
    digits: [9, MANY],
    reach: 56,
    pattern: /(?<![\w.-])\d{9}(?![\w-])/,
    validate: isAbaRoutingNumber,
    entity: 'us_bank_routing',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/bank-account',
    threatType: 'pii',
    severity: 'high',
    score: 0.7,
    message: 'The text contains a bank account number.',
    keywords: [
      'account n', 'account #', 'account:', 'account is', 'acct', 'a/c n', 'bank account', 'savings account',
      'checking account', 'kontonummer', 'konto-nr', 'kontonr', 'numero de cuenta', 'cuenta bancaria',
      'numero de compte', 'compte bancaire', 'numero di conto', 'conto corrente', 'conta corrente', 'numero da conta',
      'conta bancaria', 'clabe', 'rekeningnummer', 'numer konta', 'numer rachunku', 'номер счета', 'расчетный счет',
      '银行账号', '银行账户', '口座番号', '계좌번호', 'खाता संख्या', 'رقم الحساب',
    ],
    digits: [6, MANY],
    reach: 64,
    pattern:
      /(?:account|acct|a\/c|konto|cuenta|compte|conto|conta|clabe|rekening|konta|rachunku|счета|счёт|账号|账户|口座番号|계좌번호|खाता|الحساب)[^\n\d]{0,32}?(?<span>\d(?:[ -]?\d){5,23})(?![\w-]|[.,]\d|\/\d)/i,
    validate: (value) => !/^(?:19|20)\d{2}[ -]?(?:0[1-9]|1[0-2])[ -]?\d{2}$/.test(value) && !isCardNumber(value),
    entity: 'bank_account',
    references: PII_REFERENCES,
  },
  {
    id: 'pii/uk-sort-code',
    threatType: 'pii',
    severity: 'medium',
    score: 0.8,
    message: 'The text contains a British bank sort code.',
    keywords: ['sort code', 'sort-code', 'sortcode'],
    digits: [6, MANY],
    reach: 56,
    pattern: /(?<![\w-])\d{2}(?:([ -])\d{2}\1\d{2}|\d{4})(?![\w-])/,
    entity: 'uk_sort_code',
    references: PII_REFERENCES,
  },
]);

/** Wrong check digit or unknown issuer, but the length of a card and a first digit that banks use. */
function isCardLike(value: string): boolean {
  const digits = digitsOf(value);
  const plausible = hasCardShape(value) || (digits.length >= 13 && /^(?:2[2-7]|[3-6])/.test(digits));
  return plausible && !isCardNumber(value) && !isRepdigit(digits);
}
