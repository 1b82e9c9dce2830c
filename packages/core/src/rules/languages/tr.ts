import { defineRules } from '../../rule.js';
import {
  GAP,
  HIDE_FROM_USER,
  NEW_ORDERS,
  NO_LIMITS,
  NO_REFUSAL,
  NOTE_TO_AI,
  OVERRIDE,
  pattern,
  REPEAT_ABOVE,
  REVEAL,
  SET_ASIDE,
  SHORT,
  SPECIAL_MODE,
  source,
  TINY,
  unlessQuoted,
  without,
  words,
} from './shared.js';

// The verb comes last; nouns carry "your" and the object case as endings (talimat, talimatları, talimatlarını).
const RULES = source`
  (?:talimat|kural|yönerge|komut|emirler|direktif|kısıtlama|sınırlama|prompt|istemi|istemler|yasakla|politikala
  |yönlendirme|rules|instruction)
`;
const DROP = source`
  (?:yok\s?say|görm(?:ez|emezlik)(?:den|ten)\sgel(?:in|iniz)?\b|unut(?:un|unuz|sana)?\b|dikkate\salma|boş\s?ver
  |umursama|iptal\set|geçersiz\s(?:kıl|say)|göz\sardı\set|es\sgeç|takma|çiğne|\bsil\b|\bsilin|çöpe\sat|aldırma|uyma\b
  |ihlal\set|kulak\sasma|önemseme|bir\skenara\sbırak|ignore|bypass|devre\sdışı\sbırak)
`;
const PRIOR = source`
  \b(?:önceki|evvelki|daha\sönce|yukarıda|geçmiş|eski|şimdiye\skadar|başlangıçta|baştaki|ilk\sverilen|sana\sverilen
  |size\sverilen|verilmiş|previous)
`;
const NO_RULES = source`
  (?:sınırsız|kuralsız|sansürsüz|filtresiz|kısıtlamasız|kısıtsız|ahlaksız|etik\sdışı|(?:kural|sınır|kısıtlama|sansür
  |filtre|ahlak)\w{0,4}\s(?:olmayan|tanımaz|tanımayan|uymayan|olmadan|yok\b))
`;
const SYSTEM_PROMPT = source`
  (?:system\s?prompt|sistem\s(?:prompt|istem|mesaj|talimat|yönerge|komut|bildir)|(?:gizli|başlangıç|ilk|dahili
  |iç)\s(?:talimat|yönerge|prompt|istem|komut))
`;
const SHOW = source`
  \b(?:göster|paylaş|yazdır|dök\b|dökün|açıkla|tekrarla|kopyala|aktar|ilet|listele|oku\b|söyle|çevir|nedir|ifşa|anlat
  |ver\b|gönder|aynen\syaz|harfiyen|kelimesi\skelimesine|olduğu\sgibi)
`;

const dropWords = words`
  yok say, yoksay, görmezden gel, görmemezlikten gel, unut, dikkate alma, boş ver, boşver, umursama, iptal et,
  geçersiz kıl, geçersiz say, göz ardı et, es geç, takma, çiğne, sil ve, sil., silin, siliniz, talimatları sil,
  kuralları sil, çöpe at, aldırma, uyma, ihlal et, kulak asma, önemseme, kenara bırak, ignore et, 'i ignore, i ignore,
  bypass et, devre dışı bırak
`;
const ruleWords = words`
  talimat, kural, yönerge, komut, emirler, direktif, kısıtlama, sınırlama, prompt, istemi, istemler, yasakla,
  politikala, yönlendirme, instruction
`;

export const trRules = defineRules([
  {
    id: 'tr/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: ruleWords,
    near: dropWords,
    pattern: pattern`${PRIOR}${GAP}${RULES}${GAP}${DROP}`,
    // People withdraw their own drafts, and firms their circulars, in the same words.
    validate: without(
      /\b(?:bizim|benim|asla|sakin)\b|lar?imiz|leri?miz/iu,
      /(?:prompt|komut|kural|sınırlama|kısıtlama)(?!.*(?:larını|lerini)).*(?:\bsil|iptal\set|devre)/iu,
    ),
  },
  {
    id: 'tr/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: ruleWords,
    near: dropWords,
    pattern: pattern`
      \b(?:(?:tüm|bütün|her\stürlü|hiçbir)\s${SHORT}${RULES}\w{0,7}\s${TINY}|${RULES}(?:lar|ler|l)?(?:ını|ini|unu
      |arını|erini)\s${SHORT})${DROP}
    `,
    validate: without(
      /\b(?:bizim|benim|asla|sakin|trafik|oyun|okul)\b/iu,
      /^(?!.*(?:larını|lerini)).*(?:\bsil|iptal\set|devre)/iu,
    ),
  },
  {
    id: 'tr/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.72),
    keywords: words`sana, size, öğretilen, söylenen, anlatılan, söylediklerini, dediklerini`,
    near: dropWords,
    pattern: pattern`
      \b(?:sana|size)\s${SHORT}(?:söylenen|öğretilen|anlatılan|verilen|denilen|denen|emredilen|söyledikleri
      |öğrettikleri)\w{0,5}\s(?:her\sşeyi?\s|ne\svarsa\s|şeyleri\s|hepsini\s)?${DROP}
    `,
    // "Forget everything you were told about skin care" is an advertisement.
    validate: without(/\b(?:hakkinda|konusunda|asla|sakin)\b/iu),
  },
  {
    id: 'tr/set-aside-above',
    ...SET_ASIDE,
    keywords: words`
      yukarıdaki metni, yukarıdaki her şeyi, yukarıda yazan, önceki her şeyi, önceki metni, yukarıdakileri,
      bundan önceki her şeyi
    `,
    near: dropWords,
    pattern: pattern`
      \b(?:yukarıda(?:ki|kiler[i]?|\syazan\w{0,5})|önceki)\s?(?:metni|her\sşeyi|tüm\smetni|içeriği
      |yazıları)?\s${TINY}${DROP}
    `,
  },
  {
    id: 'tr/new-orders',
    ...NEW_ORDERS,
    keywords: words`
      geçersiz, geçerli değil, geçmez, kalktı, kaldırıldı, iptal edildi, hükümsüz, sadece beni, yalnızca beni,
      sadece bana, yalnızca bana, sadece benim, yalnızca benim, patron benim, yeni talimat
    `,
    near: words`
      kuralların, talimatların, yönergelerin, kısıtlamaların, dinle, itaat, talimat, kural, sistem, system, artık,
      bundan sonra, emir
    `,
    pattern: pattern`
      \b(?:kural|talimat|yönerge|kısıtlama)(?:lar|ler)(?:ın|in|ınız|iniz)\s${SHORT}(?:geçersiz|geçerli\sdeğil|geçmez
      |kalktı|kaldırıldı|iptal\sedildi|hükümsüz|çöp\b)|\b(?:sadece|yalnızca|yalnız)\s(?:beni\sdinle|bana\s(?:itaat|uy)
      |benim\s(?:kural|talimat|emir|emri|komut|söz))|\bartık\spatron\sbenim\b|\[\s?sistem\s?\]\s?:?\syeni\s(?:talimat
      |kural|yönerge)
    `,
  },
  {
    id: 'tr/no-limits',
    ...NO_LIMITS,
    keywords: words`
      sınırsız, kuralsız, sansürsüz, filtresiz, kısıtlamasız, kısıtsız, olmayan, tanımaz, tanımayan, uymayan, olmadan
    `,
    near: words`
      yapay zeka, yapay zekâ, asistan, model, bot, karakter, rol, sen artık, artık sen, şu andan itibaren,
      bundan sonra, cevap ver, davran
    `,
    pattern: pattern`
      ${NO_RULES}${SHORT}(?:yapay\szek|asistan|model|bot\b|ai\b|karakter|gibi\s(?:davran|cevap)|biri\s|davran
      |cevap\sver|yanıtla)|(?:artık|sen|itibaren|sonra|yapay\szeka)\s${SHORT}${NO_RULES}
    `,
    validate: without(/internet|tarife|paket|dakika/iu),
  },
  {
    id: 'tr/special-mode',
    ...SPECIAL_MODE,
    keywords: words`
      geliştirici mod, geliştirici kip, yönetici mod, admin mod, hata ayıklama mod, debug mod, bakım mod, tanrı mod,
      dan mod, jailbreak mod, sansürsüz mod, filtresiz mod, özgür mod, test mod, sınırsız mod
    `,
    pattern: pattern`
      \b(?:geliştirici|yönetici|admin|hata\sayıklama|debug|bakım|tanrı|dan|jailbreak|sansürsüz|filtresiz|özgür|test
      |sınırsız)\s(?:mod|kip)
    `,
    context: {
      pattern: pattern`
        (?:filtre|sansür|kısıtlama|güvenlik|kural|ahlak|sınır|yasak)\w{0,8}\s?:?\s?(?:\w{1,12}\s){0,2}(?:kapalı|kapat
        |devre\sdışı|kaldır|iptal|yok\b|kalk)|\bsen\sartık\b|reddetme|geri\sçevirme|her\ssoru\w{0,3}\s(?:cevap|yanıt)
      `,
      score: 0.75,
      required: true,
      within: 120,
    },
  },
  {
    id: 'tr/no-refusal',
    ...NO_REFUSAL,
    keywords: words`reddetme, reddedemez, geri çevirme, hayır deme, olmaz deme, yapamam, üzgünüm, yardımcı olamam`,
    near: words`asla, hiçbir, sakın, hiç, yok, deme, yasak`,
    pattern: pattern`
      \b(?:asla|hiçbir\s\w{3,9}|sakın|hiç)\s(?:\w{2,8}\s)?(?:reddetme|reddedemez|geri\sçevirme|hayır\sdeme
      |olmaz\sdeme)|\bistekler\w{1,4}\s(?:asla\s)?(?:reddetme|reddedemez|geri\sçevirme)|"\s?(?:yardımcı\solamam
      |yapamam|üzgünüm)\s?"\s(?:deme|yok|yasak)
    `,
  },
  {
    id: 'tr/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      system prompt, sistem prompt, sistem istem, sistem mesaj, sistem talimat, sistem yönerge, sistem komut,
      gizli talimat, gizli yönerge, gizli prompt, gizli komut, başlangıç talimat, başlangıç yönerge, başlangıç prompt,
      ilk talimat, dahili talimat, dahili yönerge, iç talimat
    `,
    pattern: pattern`${SYSTEM_PROMPT}(?:\w{0,9})\s${GAP}${SHOW}`,
    validate: without(/\b(?:asla|sakin|icin|gosterme|paylasma|aciklama|verme)\b/iu),
  },
  {
    id: 'tr/reveal-instructions',
    ...REVEAL,
    ...unlessQuoted(0.75),
    keywords: words`
      talimatlarını, talimatlarin, yönergelerini, yönergeni, yönergen, kurallarını, promptunu, promptun, istemini,
      yapılandırmanı, komutlarını, sana verilen talimat, sana verilen yönerge, sana verilen prompt, sana verilen kural
    `,
    pattern: pattern`
      (?:^|[.!?,:;"\n]\s?|\b(?:kendi|senin|bana|tüm|bütün|şimdi|hadi|lütfen|ve|gizli|iç|dahili
      |sistem)\s)(?:talimatlarını|yönergelerini|yönergeni?|kurallarını|promptunu?|istemini|yapılandırmanı
      |komutlarını)\s${SHORT}(?:göster|paylaş|yazdır|dök\b|tekrarla|kopyala|listele|ifşa|oku\b|söyle|bana\s(?:yaz|ver
      |anlat)|nedir|ne\b|buraya\s(?:yapıştır|dök|kopyala))|\bsana\sverilen\s(?:talimat|yönerge|prompt
      |kural)\w{0,6}\s${SHORT}(?:göster|yaz|oku|anlat|söyle|dök\b|paylaş)
    `,
    validate: without(/\b(?:asla|sakin|icin|gosterme|paylasma|kullanim|oyun)\b/iu),
  },
  {
    id: 'tr/repeat-above',
    ...REPEAT_ABOVE,
    keywords: words`
      bu mesajdan önce, mesajımdan önce, bu satırın üst, bu mesajın üst, bu konuşmadan önce, konuşma başlamadan,
      sohbet başlamadan, ilk mesajımdan, bu cümleden önce, bu satırdan önce
    `,
    near: words`göster, tekrarla, yaz, kopyala, çevir, oku, aktar, dök, ver`,
    pattern: pattern`
      \b(?:bu|ilk)?\s?(?:mesajımdan|mesajdan|satırdan|konuşmadan|cümleden|sorumdan)\sönce${GAP}(?:her\sşey|metn|metin
      |yazı|talimat|ne\svarsa|ifade|söz)|\bbu\s(?:satırın|mesajın)\süst${SHORT}(?:her\sşey|metn|metin|yazı|talimat
      |ne\svarsa)|\b(?:konuşma|sohbet)\sbaşlamadan\sönce${SHORT}(?:verilen|yazılan|söylenen)
    `,
  },
  {
    id: 'tr/note-to-ai',
    ...NOTE_TO_AI,
    keywords: words`
      yapay zeka, yapay zekâ, dil modeli, asistan için, ajanlar için, model için, chatbot, llm,
      otomatik sınıflandırıcı
    `,
    near: words`not, önemli, dikkat, uyarı, talimat, isen, için, okuyan, mesaj`,
    pattern: pattern`
      \b(?:önemli|not|dikkat|uyarı|talimat|mesaj)\s?[:(]?\s?(?:yapay\szek\w{0,3}|ai|dil\smodel\w{1,4}|asistan\w{0,3}
      |ajanlar|llm|chatbot)\s${TINY}(?:için|a\sözel|kod)${SHORT}[:)]|\b(?:yapay\szek[aâ]|dil\smodeli|ai|bot)\sisen\b
      |\b(?:okuyan|özetleyen|puanlayan|inceleyen)\s(?:yapay\szek|model|dil\smodel|asistan|bot)|\b(?:yapay\szek[aâ]
      |ai)\s(?:asistan|ajan)\w{0,4}\siçin\s?(?:önemli\s|özel\s)?(?:not|talimat|mesaj)
    `,
  },
  {
    id: 'tr/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`kullanıcı, alıcıya, sahibine, müşteriye`,
    near: words`
      söyleme, gösterme, bahsetme, bildirme, haber verme, açıklama, haberi olmadan, bilmesin, anlatma, yasak
    `,
    pattern: pattern`
      (?:kullanıcıya|kullanıcının|alıcıya|sahibine|müşteriye)\s${GAP}(?:söyleme|gösterme|bahsetme|bildirme
      |haber\sverme|anlatma(?:\b|y|n)|anlatılması\syasak|haberi\solma|bilmesin)(?!k|den|si)
    `,
    validate: without(/\b(?:nasil|kolay)\b/iu),
  },
]);
