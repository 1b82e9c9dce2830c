import type { ExamplesFor } from '../../rule.js';
import type { identityRules } from './identity.js';

export const identityExamples = {
  'pii/passport': {
    match: [
      'My passport number is C01X00T47, can you check me in?',
      'Passport no. 533401372 (USA)',
      'Numéro de passeport : AB1234567',
      'Загранпаспорт 71 не нужен, паспорт: 714455667',
      '护照号码 E12345678',
    ],
    noMatch: [
      'Passport renewal takes 6 weeks and costs 130 dollars.',
      'My passport expires on 2027-04-30.',
      'There were 12345 passport applications in May.',
      'E12345678 is the number of the invoice.',
    ],
  },
  'pii/passport-machine-readable': {
    match: [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
      'scan: L898902C36UTO7408122F1204159<<<<<<<<<<<<<<06',
      'OCR said P<UTO<<<<<< and below L898902C36UTO7408122F1204159ZE184226B<<<<<10 as usual',
    ],
    noMatch: [
      'L898902C35UTO7408122F1204159ZE184226B<<<<<10 <<<',
      '<<<<<<< HEAD\nconst a = 1;\n=======',
      'cat <<<"$INPUT" | tr a-z A-Z',
    ],
  },
  'pii/driver-license': {
    match: [
      "The number of my driver's license? D7730412.",
      'Führerschein-Nr.: B07212345',
      'driving licence 3318-40-2297, category B',
      'Permis de conduire n° 880569300213',
      'CNH: 04812345678',
    ],
    noMatch: [
      "Getting a driver's license took me until 2015.",
      "You need a driver's license and 2 photos.",
      'The driver license file is LICENSE-2.0.txt',
      'Führerschein bestanden am 12.03.2019!',
    ],
  },
  'pii/driver-license-uk': {
    match: ['MORGA657054SM9IJ', 'Licence: JONES 710238 HA8BC', 'number WILLI612159R99AB on the card'],
    noMatch: ['MORGA699954SM9IJ', 'SERIAL1234567890', 'ABCDE123456FG7HI'],
  },
  'pii/date-of-birth': {
    match: [
      'DOB: 03/12/1985',
      'Her date of birth is 14 March 1990.',
      'Geburtsdatum: 05.11.1972',
      '"birth_date": "1988-07-21"',
      '生年月日：1995年4月3日',
      'Дата рождения: 12 мая 1979 г.',
    ],
    noMatch: [
      'On my birthday in March I turn 40.',
      'Type the date of birth as DD/MM/YYYY.',
      'DOB column, row 12, sheet 3',
      'The date of birth 14 March 1776 is in all the history books.',
    ],
  },
  'pii/born-on': {
    match: [
      'I was born on 5 March 1988 in Leeds.',
      'The patient, born 1961-01-14, came in limping.',
      'Je suis née le 3 avril 1979.',
      'Пациент родился 12.05.1979.',
    ],
    noMatch: [
      'Mozart was born on 27 January 1756 in Salzburg.',
      'The company was born in 1999 in a garage.',
      'She was born in a small town near Porto.',
    ],
  },
  'pii/medical-record': {
    match: ['MRN: 00482913', 'Patient ID 7741-02938, ward 4', 'Krankenversichertennummer A123456780'],
    noMatch: [
      'The patient is 45 and weighs 82 kg.',
      'Patient number 3 is waiting.',
      'Medical records from 2019 to 2023 were moved.',
    ],
  },
  'pii/vin': {
    match: [
      'VIN: 1HGCM5144A3996050',
      'The vehicle 1HGCM4043A6065341 was sold in May.',
      'chassis number 1HGCM5513A2029578',
    ],
    noMatch: [
      'VIN: 1HGCM5145A3996050',
      'The vehicle has 17 characters: ABCDEFGH123456789',
      'Build 1HGCM5144A3996050 passed.',
    ],
  },
} satisfies ExamplesFor<ReturnType<typeof identityRules>>;
