import type { ExamplesFor } from '../../rule.js';
import type { financialRules } from './financial.js';

export const financialExamples = {
  'pii/credit-card': {
    match: [
      'Please charge 4111 1111 1111 1111, it expires in May.',
      'My Amex is 3739 411689 55247.',
      'pan=5161346118795161;exp=1227',
      'Diners: 3648-622852-6736',
      '622 is the bank, the whole number 6011431123733868',
    ],
    noMatch: [
      'Your parcel 4111 1111 1111 1112 left the depot.',
      'The IMEI of the handset is 358523198639212.',
      'const startedAt = 1704067200000123;',
      'Reference 9400 1000 0000 0000 0000 00 was scanned in Reno.',
      'Use 1234-5678-9012-3456 as a placeholder.',
    ],
  },
  'pii/credit-card-context': {
    match: [
      'Is there a limit on card 4111 1111 1111 1112?',
      'I left the card 4532775012398840016 in the bus.',
      'Bitte sperren Sie meine Karte 5213 6450 8032 7078.',
    ],
    noMatch: [
      'Insert the SD card labelled 4111 1111 1111 1112 into the camera.',
      'The parcel 4532775012398840016 went to the wrong street.',
      'My card is blue and the queue number was 12345678.',
    ],
  },
  'pii/card-security-code': {
    match: ['The CVV is 482, go ahead.', 'exp 11/28, CVC: 907', 'card security code 4471 (it is an Amex)'],
    noMatch: [
      'Where do I find the CVV on the card?',
      'A CVV has 3 digits, an Amex code has 4 digits.',
      'CVC grew by 120% in the last quarter.',
    ],
  },
  'pii/iban': {
    match: [
      'Überweisen Sie bitte auf DE89 3704 0044 0532 0130 00 bis Freitag.',
      'IBAN: NL94INGB1792571229',
      'Send it to GB06 WEST 4047 1512 6208 32 THANKS',
      'mt67malt48349212322504099345889 is the account',
    ],
    noMatch: [
      'DE89 3704 0044 0532 0130 01 was rejected by the form.',
      'The part number is NL94INGB179257122.',
      'Flight GB06 leaves at 4047, gate 1512.',
    ],
  },
  'pii/iban-context': {
    match: [
      'Is this IBAN right: GB12WEST40471512620832?',
      'IBAN DE00 3704 0044 0532 0130 00 keeps failing',
      'Das IBAN-Feld nimmt NL11INGB1792571229 nicht an.',
    ],
    noMatch: [
      'An IBAN in Germany has 22 characters and begins with DE.',
      'IBAN DE89 3704 0044 0532 0130 00',
      'IBAN reference 20231234567890',
    ],
  },
  'pii/us-bank-routing': {
    match: ['Routing number 042094799, account to follow.', 'ABA: 023225040', 'For the wire transfer use 034751325.'],
    noMatch: [
      'The routing table has 123456789 entries.',
      'Routing number 042094790 is not valid.',
      'Parcel 042094799 arrived.',
    ],
  },
  'pii/bank-account': {
    match: [
      'My bank account number is 0045 8832 1190.',
      'Kontonummer: 8842107715',
      'Acct # 55019283',
      'El número de cuenta es 2100 0418 4502 0005 1332',
      '银行账号：6217000010001235',
    ],
    noMatch: [
      'I opened the account in 2019 and closed it in 2021.',
      'On account of 20240115 being a holiday, we are closed.',
      'How do I see my account number in the app?',
      'The account has 12.50 left.',
    ],
  },
  'pii/uk-sort-code': {
    match: [
      'Sort code 12-34-56, in the name of the club.',
      'sort code: 203040',
      'My sort code is 40 47 15 and I bank in Hull.',
    ],
    noMatch: [
      'The code that sorts 12-34-56 into buckets is slow.',
      'Sort code by date, newest first: 2023, 2022.',
      'Where is the sort code on a cheque?',
    ],
  },
} satisfies ExamplesFor<ReturnType<typeof financialRules>>;
