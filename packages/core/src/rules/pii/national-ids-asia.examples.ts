import type { ExamplesFor } from '../../rule.js';
import type { asianIdRules } from './national-ids-asia.js';

// Numbers made at random that pass the checks; near misses have one digit changed or the word taken away.
export const asianIdExamples = {
  'pii/cn-resident-id': {
    match: ['身份证号码：11010519630425588X', '110105199708157374', 'my Chinese id is 440305197310174199, thanks'],
    noMatch: ['身份证号码：110105196304255881', '订单 110105199713157374', '流水号 202401151020304050'],
  },
  'pii/hk-id': {
    match: ['HKID D015097(6)', 'My number is M077025(1).', 'b577769(6)'],
    noMatch: ['HKID D015097(7)', 'Section D015097 (6 pages)', 'f(x) = A123456(x)'],
  },
  'pii/hk-id-bare': {
    match: ['HKID: D0150976', '香港身份證 M0770251', 'Hong Kong ID B5777696'],
    noMatch: ['HKID: D0150977', 'Model D0150976', 'HKID has 8 characters.'],
  },
  'pii/tw-id': {
    match: ['身分證字號 O134069615', 'Taiwan national id X294104249', 'V198433169'],
    noMatch: ['身分證字號 O134069616', 'Part A345678901', 'O13406961'],
  },
  'pii/sg-nric': {
    match: ['NRIC S8619826F', 'My FIN is F8052384W.', 'G8523030T'],
    noMatch: ['NRIC S8619826G', 'Model S1234567A', 'S8619826'],
  },
  'pii/my-nric': {
    match: ['MyKad 791110-07-3492', 'IC number: 790813047306', 'Malaysia, 691120-11-9345'],
    noMatch: ['MyKad 791310-07-3492', 'Pesanan 791110-07-3492', 'MyKad costs 10 ringgit.'],
  },
  'pii/th-id': {
    match: ['เลขบัตร 8-2701-69713-65-6', 'ID 3-5334-78371-53-8', '5 1358 25865 50 1'],
    noMatch: ['เลขบัตร 8-2701-69713-65-7', 'Call 8-2701-6971', '1-2345-67890-12-3'],
  },
  'pii/th-id-bare': {
    match: ['บัตรประชาชน 8270169713656', 'Thai id 3533478371538', 'เลขประจำตัวประชาชน: 5135825865501'],
    noMatch: ['บัตรประชาชน 8270169713657', 'คำสั่งซื้อ 8270169713656', 'Thai baht 1234567'],
  },
  'pii/id-nik': {
    match: ['NIK: 3171181212648906', 'nomor KTP saya 3171852408612578', 'Kartu Keluarga 3171292803504433'],
    noMatch: ['NIK: 3171187712648906', 'Pesanan 3171181212648906', 'NIK terdiri dari 16 angka.'],
  },
  'pii/kr-rrn': {
    match: ['주민등록번호 550810-2203759', '740128-2461099', 'resident number 571023-2075882'],
    noMatch: ['주문번호 551310-2203759', '740128-9461099', '전화 02-550-8102'],
  },
  'pii/kr-rrn-bare': {
    match: ['주민등록번호 5508102203759', '주민번호: 7401282461099', 'RRN 5710232075882'],
    noMatch: ['주민등록번호 5508102203758', '주문 5508102203759', '주민등록번호는 13자리입니다.'],
  },
  'pii/jp-my-number': {
    match: ['マイナンバーは323029239006です。', '個人番号 2746 9926 8944', 'my number: 943344535355'],
    noMatch: ['マイナンバーは323029239007です。', '注文番号 323029239006', 'マイナンバーは12桁です。'],
  },
  'pii/in-aadhaar': {
    match: ['Aadhaar 7091 5237 0388', 'number 2043-3091-1345', 'मेरा आधार 5098 6967 8744'],
    noMatch: ['Aadhaar 7091 5237 0389', 'Card 7091 5237 0388 1234', 'FedEx 1234 5678 9012'],
  },
  'pii/in-aadhaar-bare': {
    match: ['Aadhaar: 709152370388', 'my aadhar no is 204330911345', 'UIDAI 509869678744'],
    noMatch: ['Aadhaar: 709152370389', 'Order 709152370388', 'Aadhaar has 12 digits.'],
  },
  'pii/in-pan': {
    match: ['PAN: ABCPD1234E', 'Income tax PAN is BNZAA2318J', 'AFZPK7190K'],
    noMatch: ['PAN: ABCXD1234E', 'PAN has 10 characters', 'ABCPD0000E'],
  },
  'pii/pk-cnic': {
    match: ['CNIC 35202-1234567-1', 'My NADRA number: 42101-7654321-9', '61101-2345678-3'],
    noMatch: ['CNIC 85202-1234567-1', 'ISBN 35202-123-1', 'CNIC costs 750 rupees.'],
  },
  'pii/ae-emirates-id': {
    match: ['Emirates ID 784-1969-6088384-9', '784195006085633', 'EID: 784 1972 6664753 2'],
    noMatch: ['Emirates ID 784-1969-6088384-8', '784-2969-6088384-9', 'Call 784-1969'],
  },
  'pii/sa-id': {
    match: ['رقم الهوية 1941819011', 'Iqama 2973493345', 'my Saudi national id is 1439057843'],
    noMatch: ['رقم الهوية 1941819012', 'Order 1941819011', 'Iqama renewal costs 650 riyals.'],
  },
  'pii/il-id': {
    match: ['תעודת זהות 204114474', 'ת.ז. 478122013', 'Israeli id 10430909-1'],
    noMatch: ['תעודת זהות 204114475', 'הזמנה 204114474', 'Israel has 9550600 people.'],
  },
  'pii/ir-national-code': {
    match: ['کد ملی 5857480280', 'کد ملی من ۶۰۳۴۴۰۱۳۲۱ است', 'national code 0112255000'],
    noMatch: ['کد ملی 5857480281', 'سفارش 5857480280', 'کد ملی ده رقم دارد.'],
  },
  'pii/eg-national-id': {
    match: ['الرقم القومي 26301200142249', 'Egypt id number 27210160132561', 'رقم قومي: ٢٦٦٠٨٠٧٠١٤٦٨٣١'],
    noMatch: ['الرقم القومي 26313200142249', 'طلب 26301200142249', 'الرقم القومي 14 رقما'],
  },
  'pii/za-id': {
    match: ['South African ID number 5205170016083', 'RSA ID: 790420 1539 083', 'id no 5706252289084'],
    noMatch: [
      'South African ID number 5205170016084',
      'Order 5205170016083',
      'South Africa has 11 official languages.',
    ],
  },
  'pii/au-tfn': {
    match: ['My TFN is 587 602 980.', 'Tax file number: 682026795', 'TFN 617-199-951'],
    noMatch: ['My TFN is 587 602 981.', 'Parcel 587 602 980', 'A TFN has nine digits.'],
  },
  'pii/au-medicare': {
    match: ['Medicare 5189 31065 4', 'medicare card number 2120451968', 'Medicare: 5491 63475 2/1'],
    noMatch: ['Medicare 5189 31064 4', 'Order 5189 31065 4', 'Medicare covers 85 percent.'],
  },
  'pii/nz-ird': {
    match: ['IRD number 133-942-491', 'IRD: 80419910', 'Inland Revenue 86-844-931'],
    noMatch: ['IRD number 133-942-492', 'Order 133-942-491', 'IRD collects 80 billion.'],
  },
} satisfies ExamplesFor<ReturnType<typeof asianIdRules>>;
