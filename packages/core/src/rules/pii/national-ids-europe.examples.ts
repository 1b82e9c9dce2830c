import type { ExamplesFor } from '../../rule.js';
import type { europeanIdRules } from './national-ids-europe.js';

// Numbers made at random that pass the checks; near misses have one digit changed or the word taken away.
export const europeanIdExamples = {
  'pii/at-svnr': {
    match: [
      'Meine SV-Nummer lautet 7302 120958.',
      'Sozialversicherungsnummer: 6848040955',
      'SVNR 6901 180296, wohnhaft in Graz',
    ],
    noMatch: [
      'Meine SV-Nummer lautet 7303 120958.',
      'Die Bestellung 7302120958 ist da.',
      'Die Sozialversicherung zahlt 1200 Euro.',
    ],
  },
  'pii/be-national-number': {
    match: ['Mijn nummer is 54.12.27-860.33.', 'NN 62.04.10-066.23', 'né à Liège, 72.05.01-153.06'],
    noMatch: ['54.12.27-860.34 is verkeerd.', 'Het dossier van 54.12.27 heeft 860 bladzijden.', '12.34.56-789.01'],
  },
  'pii/be-national-number-bare': {
    match: ['Rijksregisternummer 54122786033', 'numéro national: 62041006623', 'My Belgian number is 72050115306.'],
    noMatch: ['Rijksregisternummer 54122786034', 'Ordernummer 54122786033', 'Belgium has 11697557 inhabitants.'],
  },
  'pii/bg-egn': {
    match: ['ЕГН 9703224407', 'EGN: 7608052514', 'Моят ЕГН е 5107020505.'],
    noMatch: ['ЕГН 9703224408', 'Поръчка 9703224407', 'ЕГН има десет цифри, не 12.'],
  },
  'pii/baltic-personal-code': {
    match: ['Minu isikukood on 47504274070.', 'Asmens kodas: 46410240834', 'personal code 47407043443, Vilnius'],
    noMatch: ['Minu isikukood on 47504274071.', 'Tellimus 47504274070', 'The personal code has 11 digits.'],
  },
  'pii/ch-ahv': {
    match: ['AHV-Nummer 756.2129.2972.19', 'No AVS: 7568559103083', 'Versichert unter 756 2092 6608 36.'],
    noMatch: ['AHV-Nummer 756.2129.2972.18', 'Die EAN lautet 7610800123453.', 'Seite 756, Absatz 2129'],
  },
  'pii/cz-rodne-cislo': {
    match: ['Moje rodné číslo je 720812/5837.', 'RČ 651120/8957', 'narozena, 970125/0262'],
    noMatch: ['Moje rodné číslo je 720812/5838.', 'Kurz je 100000/2500 korun.', 'Spis 999999/1234'],
  },
  'pii/cz-rodne-cislo-bare': {
    match: ['rodné číslo 7208125837', 'Vyplňte rodné číslo: 6511208957', 'birth number 6312221861 (Brno)'],
    noMatch: ['rodné číslo 7208125838', 'objednávka 7208125837', 'Rodné číslo má deset číslic.'],
  },
  'pii/de-tax-id': {
    match: [
      'Meine Steuer-ID ist 14 540 986 723.',
      'IdNr. 25384269274',
      'German tax identification number: 22736041525',
    ],
    noMatch: [
      'Meine Steuer-ID ist 14 540 986 724.',
      'Die Steuer beträgt 12345678901 Cent.',
      'Sendung 14540986723 ist da.',
    ],
  },
  'pii/de-social-security': {
    match: [
      'Rentenversicherungsnummer 49 080857 H 686',
      'SVNR: 21111161F567',
      'Versicherungsnummer 35230787Q875 bitte eintragen',
    ],
    noMatch: ['Rentenversicherungsnummer 49 080857 H 687', 'Modell 49080857H68', 'Artikel 99999999X999'],
  },
  'pii/dk-cpr': {
    match: ['CPR-nummer: 040851-9614', 'Mit CPR er 1702935299.', 'Danish personal number 071093-7764'],
    noMatch: ['CPR-nummer: 450851-9614', 'Ordre 040851-9614', 'CPR training starts at 10:30.'],
  },
  'pii/es-dni': {
    match: ['Mi DNI es 19918166M.', 'NIE: Z8910883K', 'DNI 41.989.394-L, Sevilla'],
    noMatch: ['Mi DNI es 19918166N.', 'El modelo 12345678A es azul.', 'Hay 41989394 habitantes.'],
  },
  'pii/fi-hetu': {
    match: ['Henkilötunnus: 040383-431A', 'Hänen hetunsa on 201078-080N.', 'personbeteckning 260574-859L'],
    noMatch: ['Henkilötunnus: 040383-431B', 'Tilaus 040383-431', 'Malli 991399-123A'],
  },
  'pii/fr-nir': {
    match: ['Mon numéro de sécu : 2 65 08 82 349 679 67', 'NIR 159097945091159', 'née en Corse, 2 76 10 56 688 674 88'],
    noMatch: [
      'Mon numéro de sécu : 2 65 08 82 349 679 68',
      'Le colis 265088234967968 est parti.',
      '1 59 09 79 450 911 est incomplet.',
    ],
  },
  'pii/gr-amka': {
    match: ['ΑΜΚΑ: 21117240222', 'Ο ΑΜΚΑ μου είναι 15029214457.', 'Greek AMKA 03026668313'],
    noMatch: ['ΑΜΚΑ: 21117240223', 'Παραγγελία 21117240222', 'Ο ΑΜΚΑ έχει 11 ψηφία.'],
  },
  'pii/hr-oib': {
    match: ['OIB: 75360566557', 'Moj OIB je 79534479985.', 'osobni identifikacijski broj 31019629327'],
    noMatch: ['OIB: 75360566558', 'Narudžba 75360566557', 'OIB ima 11 znamenki.'],
  },
  'pii/hu-taj': {
    match: ['TAJ szám: 392 313 508', 'A TAJ-számom 991646171.', 'TAJ: 554 242 820'],
    noMatch: ['TAJ szám: 392 313 509', 'Rendelés 392 313 508', 'A TAJ kártya elveszett 2019-ben.'],
  },
  'pii/ie-pps': {
    match: ['My PPS number is 5717048FA.', 'PPSN: 2909153K', 'Irish revenue asked for 3602086FA again'],
    noMatch: ['My PPS number is 5717048GA.', 'Model 2909153K is sold out.', 'PPS slides 1234567 of 8'],
  },
  'pii/is-kennitala': {
    match: ['Kennitala: 190781-6159', 'kennitalan mín er 1801919099', 'Icelandic id 170195-5589'],
    noMatch: ['Kennitala: 190781-6169', 'Pöntun 190781-6159', 'Iceland has 376248 inhabitants.'],
  },
  'pii/it-codice-fiscale': {
    match: ['Codice fiscale: DFPVSC80S03C328O', 'il mio cf è rpmdbv97t24a801h', 'LFM FGP 53M12 A471O'],
    noMatch: ['Codice fiscale: DFPVSC80S03C328P', 'Il codice ABCDEF12G34H567I è finto.', 'DFPVSC80S03C328'],
  },
  'pii/jmbg': {
    match: ['JMBG: 1412969538431', 'Moj JMBG je 1802968461187.', 'EMŠO 2707958611424'],
    noMatch: ['JMBG: 1412969538432', 'Narudžbina 1412969538431', 'JMBG ima 13 cifara.'],
  },
  'pii/lu-matricule': {
    match: ['Matricule: 1989071806342', 'Luxembourg number 1955070461088', 'Meng Matricule ass 1964111621309.'],
    noMatch: ['Matricule: 1989071806343', 'Commande 1989071806342', 'Luxembourg, 1989 07 18'],
  },
  'pii/lv-personas-kods': {
    match: ['Personas kods: 040258-15723', 'Mans personas kods ir 210676-14262.', 'Latvian personal code 32123456789'],
    noMatch: ['Personas kods: 040258-15724', 'Pasūtījums 040258-15723', 'Latvia has 1883008 people.'],
  },
  'pii/nl-bsn': {
    match: ['Mijn BSN is 864210954.', 'Burgerservicenummer: 299795135', 'BSN 348 596 029'],
    noMatch: ['Mijn BSN is 864210955.', 'Bestelling 864210954 is onderweg.', 'Een BSN heeft 9 cijfers.'],
  },
  'pii/no-fodselsnummer': {
    match: ['Fødselsnummer: 20118403984', 'Mitt personnummer er 110858 16871.', 'Norwegian id 08118900600'],
    noMatch: ['Fødselsnummer: 20118403985', 'Ordre 20118403984', 'Et fødselsnummer har 11 siffer.'],
  },
  'pii/pl-pesel': {
    match: ['PESEL: 58092145309', 'Mój pesel to 79101139928.', 'My Polish id number is 68090340668.'],
    noMatch: ['PESEL: 58092145308', 'Zamówienie 58092145309', 'PESEL ma 11 cyfr.'],
  },
  'pii/pl-id-card': {
    match: ['Dowód osobisty ANE 874606', 'seria i numer: ANH971155', 'identity card AQT 975556'],
    noMatch: ['Dowód osobisty ANE 874607', 'Lot ANE 874606', 'Dowód wydano w 2019.'],
  },
  'pii/pt-nif': {
    match: ['NIF: 173755330', 'O meu número de contribuinte é 221 552 626.', 'Portuguese NIF 239198484'],
    noMatch: ['NIF: 173755331', 'Encomenda 173755330', 'O NIF tem 9 algarismos.'],
  },
  'pii/ro-cnp': {
    match: ['CNP: 1981008313901', 'CNP-ul meu este 1811115243641.', 'cod numeric personal 1940328251492'],
    noMatch: ['CNP: 1981008313902', 'Comanda 1981008313901', 'CNP-ul are 13 cifre.'],
  },
  'pii/ru-inn': {
    match: ['ИНН 239854713992', 'Мой ИНН: 312894418750', 'INN: 613394260000'],
    noMatch: ['ИНН 239854713993', 'Заказ 239854713992', 'ИНН состоит из 12 цифр.'],
  },
  'pii/ru-snils': {
    match: ['СНИЛС 105-136-777 30', 'СНИЛС: 10368250937', 'Мой снилс — 118-849-289 06'],
    noMatch: ['СНИЛС 105-136-777 31', 'Накладная 105-136-777 30', 'СНИЛС выдают за 1 день.'],
  },
  'pii/ru-passport': {
    match: ['Паспорт 45 08 123456, выдан ОВД', 'серия 4508 номер 123456', 'паспорт: 4611 № 654321'],
    noMatch: ['Паспорт выдан 12.05.2010.', 'Заказ 45 08 123456', 'Паспорт стоит 5000 рублей.'],
  },
  'pii/se-personnummer': {
    match: ['Personnummer: 890211-7681', 'Svensk medborgare, 19701009-3594', 'mitt nummer är 650619-7935'],
    noMatch: ['Personnummer: 890211-7682', 'Artikel 991399-1234', 'Order 890211/7681'],
  },
  'pii/se-personnummer-bare': {
    match: ['personnummer 8902117681', 'Swedish personal number 197010093594', 'samordningsnummer 6506197935'],
    noMatch: ['personnummer 8902117682', 'order 8902117681', 'Ett personnummer har 10 siffror.'],
  },
  'pii/tr-tckn': {
    match: ['TC kimlik numaram 69442334814.', 'TCKN: 14098433046', 'T.C. Kimlik No 66615564818'],
    noMatch: ['TC kimlik numaram 69442334815.', 'Sipariş 69442334814', 'TC kimlik numarası 11 hanelidir.'],
  },
  'pii/ua-tax-number': {
    match: ['РНОКПП 3969902889', 'податковий номер 3764077025', 'Ukrainian tax number 3552460544'],
    noMatch: ['РНОКПП 3969902888', 'Замовлення 3969902889', 'РНОКПП має 10 цифр.'],
  },
  'pii/uk-nhs': {
    match: ['NHS number 457 492 9472', 'nhs no: 4797177810', 'The patient (474-552-9007) called the NHS line.'],
    noMatch: ['NHS number 457 492 9473', 'Parcel 457 492 9472', 'The NHS has 1.4 million staff.'],
  },
  'pii/uk-nino': {
    match: ['My National Insurance number is AB123456A.', 'NINO: JG 10 37 59 B', 'HMRC wrote about CE998877C again'],
    noMatch: ['National Insurance number QQ123456C is the sample.', 'Plate GB123456A', 'Flight AB123456 was late.'],
  },
} satisfies ExamplesFor<ReturnType<typeof europeanIdRules>>;
