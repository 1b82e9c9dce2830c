import type { ExamplesFor } from '../../rule.js';
import type { addressRules } from './address.js';

export const addressExamples = {
  'pii/address-english': {
    match: [
      'I grew up at 14b Cobbler Street in the seventies.',
      'Meet us outside 450 West 33rd St, near the station.',
      'Deliver to 7 Harbour Close, Whitby',
      'We moved to 1600 Larkspur Avenue N.',
    ],
    noMatch: [
      '10 Best Street Foods of Asia',
      'In 2018 Harbour Street was paved.',
      'The street has 12 trees and a bench.',
      'Turn left on Cobbler Street and walk on.',
    ],
  },
  'pii/address-english-full': {
    match: [
      'Ship it to 742 Evergreen Terrace, Springfield, IL 62704 please.',
      '9 Pudding Lane, London EC3R 8AB',
      '300 Boylston Ave, Apt 5B',
      '88 Queen St W, Toronto, ON M5H 2N2',
    ],
    noMatch: [
      '742 Evergreen Terrace is a fine house.',
      'The 9 Pudding Lane bakery, founded in 1940',
      'Along 8th Avenue some 12000 people marched.',
    ],
  },
  'pii/address-compound': {
    match: [
      'Ich wohne in der Hauptstraße 12, 10115 Berlin.',
      'Kerkstraat 7, 1017 GA Amsterdam',
      'Kungsgatan 44, Stockholm',
      'Tapaamme osoitteessa Kauppakatu 5.',
    ],
    noMatch: [
      'Die Hauptstraße ist 12 Kilometer lang.',
      'De straat heeft 7 huizen.',
      'Straßen 12 bis 14 sind gesperrt.',
    ],
  },
  'pii/address-compound-in-context': {
    match: [
      'Meine Adresse: Lindenweg 5, 79100 Freiburg',
      'Jeg bor her: Søndervej 18, 8000 Aarhus',
      'She lives at Prinsenlaan 22.',
    ],
    noMatch: ['Sortie 7 : direction Lyon', 'Bertie 12 marbles, Susie 9', 'Der Hinweg 5 Kilometer, der Rückweg 7.'],
  },
  'pii/address-prefixed': {
    match: [
      '12 bis rue de la Paix, 75002 Paris',
      'Vivo en la Calle Mayor 5, 3º B',
      'Via Garibaldi 22, Torino',
      'ul. Marszałkowska 10/12, Warszawa',
      'Rua das Flores, 45, Porto',
    ],
    noMatch: [
      'Via email or phone, 24 hours a day',
      'La rue est longue de 500 mètres.',
      'Avenue Q won 3 awards.',
      'Plaza Hotel, built in 1907',
    ],
  },
  'pii/address-cyrillic': {
    match: ['ул. Ленина, д. 5, кв. 12', 'Живу по адресу: проспект Мира 101', 'м. Київ, вул. Хрещатик, буд. 22'],
    noMatch: ['Эта улица очень длинная.', 'На проспекте 5 кафе.', 'улица закрыта до 12 мая'],
  },
  'pii/address-greek-turkish': {
    match: ['Οδός Ερμού 15, Αθήνα', 'Atatürk Caddesi No: 42, İzmir', 'Lale Sokak 7, Kadıköy', '25 đường Nguyễn Huệ'],
    noMatch: ['Η οδός είναι κλειστή.', 'Cadde çok kalabalık, 5 dakika sürer.', 'Bu sokak 3 metre genişliğinde.'],
  },
  'pii/address-east-asian': {
    match: [
      '广东省深圳市南山区科技路12号',
      '〒160-0023 東京都新宿区西新宿2-8-1',
      '서울특별시 강남구 테헤란로 152',
      '台北市信義區信義路5號',
    ],
    noMatch: ['这条路有12公里长。', '1号线在施工。', '東京は2020年に大会を開いた。', '서울은 10개의 노선이 있다.'],
  },
  'pii/address-box': {
    match: ['Write to P.O. Box 4418, Elko, NV 89801.', 'Postfach 1020, 8021 Zürich', 'Apartado de Correos 55, Bilbao'],
    noMatch: ['The PO box is full.', 'Box 12 is on the shelf.', 'How much is a PO box?'],
  },
  'pii/address-military': {
    match: ['PSC 2288, Box 1190\nAPO AE 09345', 'Unit 3061 Box 2214 DPO AP 96507', 'USS Merriweather\nFPO AA 34012'],
    noMatch: ['The unit is stationed abroad, APO and all.', 'PSC 2288 was dissolved.', 'FPO AA is a postal region.'],
  },
  'pii/address-state-zip': {
    match: ['We are in Cedar Rapids, IA 52401.', 'Grand Junction CO 81501-2245', 'Portsmouth, NH 03801 USA'],
    noMatch: ['Growth, IN 40218 shops, was flat.', 'Type CA 81501-99 is out of stock.', 'portsmouth nh 03801'],
  },
  'pii/address-spoken-of': {
    match: [
      'My address is 412 Zahradní, Prague.',
      'She lives at Vermeerpassage 31 with two dogs.',
      'Mi dirección: 45 Los Olivos',
      "Let's meet Friday at Bakehouse, 27 Zahradní 14, Prague",
      'Please return to 88 Kivilahti 3.',
      'Stop at the corner of Linnake 12 and the river.',
    ],
    noMatch: [
      'My address has not changed since 2019.',
      'Open the address bar and press Step 1.',
      'The email address list has 100 Million entries.',
      'The band played live in late October 1998.',
      'On his return to England in 1918, Warlock wrote songs.',
      'We meet every Monday at 10 Sharp.',
    ],
  },
  'pii/address-with-flat': {
    match: [
      '905 Magnolia, Suite 310\nSavannah, GA',
      'Kastanienhof 61 Apt. 12',
      '12 Kestrel Mews\nFlat 3\nBristol',
      '> 31 allée des tilleuls 8\n> Apt. 40\n> Lyon',
      '??? 508 Kertész u. 9.\n??? Suite 22\n??? Pécs',
      'Ms. Ilves, Apt. 51 402 Laukamäe 17',
    ],
    noMatch: [
      'Suite 310 is on the third floor.',
      'The flat 3 inch pan is oven-proof.',
      'Unit 6 covers fractions.',
      'Chapter 3 The end of it\nUnit 4 Fractions',
    ],
  },
  'pii/address-lower-case': {
    match: [
      'i live at 55 maple street apt 4, dayton',
      'ship to 1200 n ocean blvd',
      'my address is 9 rose lane, york 12345',
    ],
    noMatch: ['i live at home with 3 cats', 'the address of the 12 apostles church', 'deliver 12 boxes on the street'],
  },
  'pii/address-corner': {
    match: [
      'Pick me up on the corner of Mill Road and Ferry Lane.',
      'I live by the corner of 40 Queen Street and Forge Hill.',
      'Wait near the corner of Larch and East 17.',
    ],
    noMatch: ['the corner of the room and the door', 'the corner of my eye and ear', 'a quiet corner of Lisbon'],
  },
  'pii/postal-code': {
    match: ['My ZIP code is 90210.', 'postcode: SW1A 1AA', 'PLZ 10115', 'CEP: 01310-100', '邮编：430072'],
    noMatch: ['The zip file has 12345 entries.', 'Enter a valid postcode.', 'zip code lookup for 3 towns'],
  },
} satisfies ExamplesFor<ReturnType<typeof addressRules>>;
