import type { ExamplesFor } from '../../rule.js';
import type { contactRules } from './contact.js';

export const contactExamples = {
  'pii/email': {
    match: [
      'You can reach me at dana.whitlock@example.com after five.',
      'Reply-To: <o.brien+orders@mail.shop.example.co.uk>',
      'Ping kari_nordmann@firma.no, she has the keys.',
      'mailto:info@xn--bcher-kva.example?subject=hello',
    ],
    noMatch: [
      'git clone git@github.com:acme/widgets.git and run the tests',
      'Put logo@2x.png next to logo.png in the assets folder.',
      'Upgrade to lodash@4.17.21 before the release.',
      'The database lives at postgres://reader:hunter2@db.internal.example.com/orders',
      'Follow @weatherbot for updates at 9 a.m.',
    ],
  },
  'pii/email-international': {
    match: [
      'Пишите на почта@пример.рф, отвечу вечером.',
      'पता यह है: राम@उदाहरण.भारत',
      '请发邮件到 zhang@例子.中国 谢谢',
    ],
    noMatch: [
      'Пишите нам @поддержка в любом мессенджере.',
      'Встреча @ 18:30 в парке.',
      'Цена 5 @ 100 рублей за штуку.',
    ],
  },
  'pii/email-obfuscated': {
    match: [
      'write to harriet (at) example (dot) org and she will send the form',
      'my address is tom.fielding [at] example [dot] co [dot] uk',
      'just mail pia.larsen at example dot com, she answers fast',
    ],
    noMatch: [
      'We met at noon, and the dot on the map marks the spot.',
      'Connect the dots (at least ten of them) with a pencil.',
      'The laser draws a dot at random positions on the wall.',
    ],
  },
  'pii/phone-international': {
    match: [
      'Reach the clinic on +44 20 7946 0958 before noon.',
      'WhatsApp: +49 (0)30 901820',
      'Mi móvil es +34 612 345 678.',
      'Ring +1 (212) 555-0187 ext. 22 and ask for Joan.',
    ],
    noMatch: [
      'Add 3 + 1234567 and divide the sum by two.',
      'The offset is +0530 and the file was written at 12:34:56.',
      'C++ 20230917 build, revision 4410',
      'Growth of +999 1234567 units is not a number anyone dials.',
    ],
  },
  'pii/phone-north-american': {
    match: [
      'Call me back at (415) 555-2671, please.',
      'Front desk: 312-555-0143',
      'The number on file is 647.555.0199 x12.',
      'Toll-free 1-888-555-0110, around the clock',
    ],
    noMatch: [
      'Order 4155552671 is on its way.',
      'The match ended 21-15 and 555 people watched.',
      'The part is 415-55-2671-A in the catalogue.',
      'Pages 312-314 and 555-560 are missing.',
    ],
  },
  'pii/phone-national': {
    match: [
      'Appelez le 01 42 68 53 00 pour réserver.',
      'Büro: 030 901820-14, nur vormittags',
      'Ring the surgery on 020 7946 0958.',
      'Atendimento pelo (11) 98765-4321.',
      '携帯は090-1234-5678です。',
    ],
    noMatch: [
      'It was printed on 01-02-2003 in Leeds.',
      'The tracking code is 1Z 999 AA1 01 2345 6784.',
      'ISBN 978-0-306-40615-7 is out of print.',
      'Set the timer to 00:30:00 and the oven to 180.',
    ],
  },
  'pii/phone-chinese-mobile': {
    match: [
      '我的手机号是13812345678，有事打给我。',
      '联系电话：186 1234 5678',
      'WeChat or call 159-1234-5678 when the parcel arrives.',
    ],
    noMatch: [
      '订单号20231234567890123已经发货。',
      'Revenue was 13812345678 rupees last year.',
      '本次活动一共有138人参加，共12345元。',
    ],
  },
  'pii/phone-labelled': {
    match: [
      'Phone:\n41-83-27-65',
      'Tel.: 5551234567',
      'Moje telefonní číslo? Telefon: 602 123 456',
      'Телефон: 495 123 45 67',
      'You can call me at 7345512 today.',
    ],
    noMatch: [
      'The phone costs 129900 crowns, the case 450.',
      'My phone has 12345 photos and 678 videos on it.',
      'Tel Aviv had 460613 inhabitants in 2021.',
      'Mobile users: 2,345,678 (2023)',
    ],
  },
  'pii/phone-context': {
    match: [
      'The code never came to the registered number 774 2019.',
      'Nobody is answering on 98 417 305, try later.',
      'Zadzwoń proszę pod 512 345 678 po szesnastej.',
      'Stop these messages to 604 117 392 at once.',
    ],
    noMatch: [
      'Contact us about order 1234567890 within 14 days.',
      'The office opened on 12-03-2019 with 40 desks.',
      'Call the function with 10.5 20.25 30.75 as arguments.',
      'We sold 604 117 units in the home market.',
    ],
  },
} satisfies ExamplesFor<ReturnType<typeof contactRules>>;
