import type { ExamplesFor } from '../../rule.js';
import type { personRules } from './person.js';

export const personExamples = {
  'pii/person-introduced': {
    match: [
      'Hi, my name is Katarzyna Nowak and I need a refund.',
      "Her name's Aoife O'Brien, she works in payroll.",
      'Ich heiße Jürgen Weiß und wohne in Bremen.',
      "Je m'appelle Jean-Pierre Lefèvre.",
      'Меня зовут Ольга Сергеевна Кузнецова.',
      'Everyone calls me Tobi.',
    ],
    noMatch: [
      'The file name is Report Final and the folder is empty.',
      'Your name is Atlas, a helpful travel assistant.',
      'My name is on the list, but my ticket never came.',
      'The company name is Blue Heron Ltd.',
    ],
  },
  'pii/person-introduced-lower-case': {
    match: [
      'my name is ottilie, what is my balance?',
      'hi my name is leila haddad and my card is lost',
      'me llamo lucía fernández, soy de quito',
      'меня зовут антон, верните деньги',
    ],
    noMatch: ['my name is not on the invoice', 'my name is spelled wrong everywhere', 'what is the meaning of a name?'],
  },
  'pii/person-self-named': {
    match: [
      "Hello, I'm Philippa Grant, and I booked the blue room.",
      'This is Carlos Mendes from accounting.',
      'Ich bin Sabine Krüger, Ihre neue Nachbarin.',
    ],
    noMatch: [
      "I'm American, and I love tea.",
      'This is Great News, everyone!',
      'This is San Marino at night.',
      'I am Travel Assistant, here to help.',
    ],
  },
  'pii/person-labelled': {
    match: [
      'First name: Ingrid\nLast name: Solberg',
      '{"full_name": "Priya Raghunathan", "plan": "basic"}',
      'Nachname: Öztürk',
      'Nom : Dubois\nPrénom : Élodie',
      'ФИО: Смирнов Пётр Ильич',
    ],
    noMatch: [
      'First name: ____  Last name: ____',
      'Enter your full name: first, then last.',
      'SELECT first_name FROM users;',
      'The surname of the author is missing.',
    ],
  },
  'pii/person-with-role': {
    match: [
      'Attn: Margaret Okafor, third floor',
      'Patient: Lars Holm, room 12',
      'Emergency contact: Rosa Jiménez (sister)',
    ],
    noMatch: [
      'Customer: Hello, is anyone there?',
      'Attention: all lifts are out of order.',
      'Contact: see the last page.',
    ],
  },
  'pii/person-name-field': {
    match: [
      'Name: Tomás Herrera\nPhone: see below',
      'And your name? Elspeth Munro',
      '{"id": 7, "name": "Bjarke Lund", "age": 51}',
    ],
    noMatch: ['name: deploy to staging', 'Company name: Blue Heron Foods', 'File name: Budget Draft', 'Name: Ada'],
  },
  'pii/person-titled': {
    match: [
      'Please give this to Mr. Adeyemi before lunch.',
      'Frau Dr. Schäfer hat morgen keine Sprechstunde.',
      'An appointment with Mrs Lindqvist was cancelled.',
      'Mme Rousseau a rappelé.',
    ],
    noMatch: [
      'Two cans of Dr. Pepper, please.',
      'Dear Sir or Madam, the heating is broken.',
      'He wrote Mr. on the envelope and stopped.',
      'Miss the bus and you will be late.',
    ],
  },
  'pii/person-greeted': {
    match: [
      'Dear Hannah,\nthank you for the flowers.',
      'Hi Rajesh Kumar,\nyour order is ready.',
      'Sehr gern.\n\nLieber Matthias,\nbis bald!',
      'Estimada Beatriz Salgado:\nadjunto el contrato.',
    ],
    noMatch: [
      'Dear Customer,\nyour parcel is late.',
      'Hello World, says the program.',
      'Hi everyone,\nthe meeting moves to noon.',
      'Dear Hiring Manager,\nI saw your advert.',
      'She is dear to me, Hannah, as you know.',
    ],
  },
  'pii/person-signed': {
    match: [
      'See you on Monday.\n\nKind regards,\nOluwaseun Bello',
      'Bis dann!\n\nViele Grüße\nHeike',
      'Merci d’avance.\n\nCordialement,\nM. Antoine Girard',
      'Ждём ответа.\n\nС уважением,\nИгорь Лебедев',
    ],
    noMatch: [
      'Give them my best regards, please.',
      'Kind regards,\nThe Support Team',
      'Thanks,\nplease find the file attached.',
    ],
  },
  'pii/person-in-role': {
    match: [
      'The patient Dolores Vega was moved to ward 4.',
      'Ship to Marcus Thorne, gate 5.',
      'I am writing on behalf of Yuki Tanabe.',
      'The tenant, Piotr Zielinski, has left.',
    ],
    noMatch: [
      'The patient was moved to ward 4.',
      'Customer Loyalty Programme 2023',
      'Ship to a Different Address',
      'the employee Order Form',
    ],
  },
  'pii/person-of-family': {
    match: [
      'My husband Greg lost his keys.',
      "My doctor's name is Amara Obi.",
      'I asked my neighbour, Svetlana, to water the plants.',
    ],
    noMatch: ['My husband lost his keys.', 'My friend and I went out.', 'My boss Monday said nothing.'],
  },
  'pii/person-acted-on': {
    match: [
      'Please follow up with Sunita Desai on Friday.',
      'The booking is under Henrik Dahl.',
      "The account is in my mother's name Lourdes Aquino.",
    ],
    noMatch: [
      'We follow up with an email next week.',
      'The Eiffel tower was designed by Stephen Sauvestre.',
      'Please speak to Customer Support.',
      'The bridge is under repair.',
    ],
  },
  'pii/person-assigned': {
    match: [
      'I want to add Wanjiru Kamau as a beneficiary.',
      'Please remove my uncle Barnaby from my account.',
      'Can you add Thandi Nkosi as guardian?',
    ],
    noMatch: [
      'Add sugar as needed from the jar to my account.',
      'I want to add a beneficiary.',
      'Remove My Account from the list as guardian.',
    ],
  },
  'pii/person-addressed': {
    match: [
      'Freja Mortensen\n83 Strickland Road\nApt. 40\nLeeds',
      'Send it here:\n\nOmar Haddad\nFirst floor\n12 Cedar Street\nSuite 51',
      'Milica Petrović\n\n221 Baker Street, London',
    ],
    noMatch: [
      'Opening Hours\nwe are closed\non Cedar Street\nSuite 51',
      'Freja wrote:\n83 people live on Strickland Road',
      'Blue Heron Ltd\n\n12 Cedar Street\nSuite 51',
    ],
  },
  'pii/person-listed': {
    match: [
      'They had 3: Oona, Henrik and Siiri.',
      'Our founders: Dahl, Ngozi and Petrov met in Oslo.',
      'My kids are: Luca, Maya and Tom.',
    ],
    noMatch: [
      'They had 3: one red, one blue and one green.',
      'Ask your friends: Do they like it and why?',
      'The guests: please wait and be quiet.',
    ],
  },
  'pii/person-speaking': {
    match: [
      'Wait! said Oona to Henrik',
      '"We are closed," says Lindqvist.',
      'Ngozi shouted at Piotr: "Stop!"',
      'Siiri had given Tomasz her address',
      'I told Maarten about the results.',
    ],
    noMatch: [
      'The doctor told them about the risks.',
      'A spokesman told CNN that it was over.',
      'The clerk gave Them the key.',
      '"We grow," says Shop.example, a start-up.',
      'He said Monday is fine and asked for tea.',
    ],
  },
  'pii/person-of-kin': {
    match: ["I'm Oona's daughter.", 'She is married to Henrik Dahl now.', "Siiri Lehto's husband called twice."],
    noMatch: [
      "The king's daughter slept.",
      "Who's son is that?",
      'The shed is joined to Building B.',
      "It's dad again.",
    ],
  },
  'pii/person-described': {
    match: [
      'Oona is a very patient person.',
      'Henrik Dahl will be speaking in Oslo.',
      'Have you met Siiri Lehto?',
      'Tomasz spent two years at sea, Piotr spent a year at Nokia.',
      'They named her Ngozi.',
    ],
    noMatch: [
      'The Person is a man of honour.',
      'Have you seen my keys?',
      'Silence is a friend of the nurse.',
      'The train spent a year at the depot.',
      'They named her the winner.',
    ],
  },
  'pii/person-credited': {
    match: [
      'A film directed by Oona Lindqvist.',
      'Sung by: Henrik Dahl',
      'We met the tennis player Siiri Lehto over lunch.',
    ],
    noMatch: ['A film directed by accident.', 'The CD player Model Five is broken.', 'Written by the Support Team.'],
  },
  'pii/person-living': {
    match: [
      'Haruka Morishita lives at the corner.',
      "What is Grace Adjei's home address?",
      'Luca Ferri can be reached after six.',
    ],
    noMatch: [
      'He lives on a farm.',
      "The company's address is on the website.",
      'The manual can be reached from the menu.',
    ],
  },
  'pii/person-of-mailbox': {
    match: [
      'From: Fergus Lowry <flowry@example.org>',
      '"Nadia Petrova" <n.petrova@example.com> wrote:',
      'cc Joana Prado (jprado@example.net)',
    ],
    noMatch: ['From: <flowry@example.org>', 'Support <help@example.org>', 'write to flowry@example.org'],
  },
  'pii/person-chinese': {
    match: ['你好，我叫王小明，想查询余额。', '姓名：李娜，电话见下', '收件人：欧阳锋，请放门口'],
    noMatch: ['我叫了一辆出租车。', '姓名不能为空。', '收件人地址填写错误。'],
  },
  'pii/person-chinese-titled': {
    match: ['尊敬的张伟先生，您的快递到了。', '请转告李女士明天来。', '陈小姐预约了三点。'],
    noMatch: ['各位先生们，请坐。', '这位女士在等你。', '他是我的老师。'],
  },
  'pii/person-japanese': {
    match: ['私の名前は田中太郎です。', '氏名：佐藤 花子', '営業の鈴木と申します。よろしくお願いします。'],
    noMatch: ['名前は何ですか。', '氏名を入力してください。', '東京から来ました。'],
  },
  'pii/person-korean': {
    match: ['제 이름은 김철수입니다.', '성명: 이영희\n연락처: 없음', '수령인: 박지민님'],
    noMatch: ['이름은 필수 항목입니다.', '파일 이름은 소문자로 적어 주세요.', '성명을 입력하세요.'],
  },
  'pii/person-caseless': {
    match: ['مرحبا، اسمي خالد المنصوري، أريد المساعدة', 'שלום, שמי יעל כהן.', 'मेरा नाम प्रिया शर्मा है', 'ผมชื่อสมชาย ใจดี'],
    noMatch: ['ما هو الطقس اليوم؟', 'מה שלומך היום?', 'आज मौसम कैसा है?'],
  },
} satisfies ExamplesFor<ReturnType<typeof personRules>>;
