import { defineRules } from '../../rule.js';
import {
  GAP,
  HIDE_FROM_USER,
  NEW_ORDERS,
  NO_LIMITS,
  OVERRIDE,
  pattern,
  REVEAL,
  SHORT,
  source,
  TINY,
  unlessQuoted,
  without,
  words,
} from './shared.js';

// Devanagari and the Latin spelling of chats side by side. The verb comes last: "previous - instructions - ignore".
const PRIOR = source`(?:पिछल|पहले|पूर्व|पुरान|ऊपर|उपरोक्त|अब\sतक|शुरुआती|दिए\sगए|previous)`;
const RULES = source`
  (?:निर्देश|नियम|आदेश|हिदायत|कमांड|प्रतिबंध|पाबंद|दिशा-?\s?निर्देश|प्रॉम्प्ट|प्राम्प्ट|प्रोम्प्ट|इंस्ट्रक्शन|रूल
  |instructions?|rules|सीमाओं)
`;
const DROP = source`
  (?:अनदेख|नजरअंदाज|नजरंदाज|नजर\sअंदाज|भूल\s?(?:जा(?!त|ऊ|ने)|कर)|भूलो|भुला|इग्नोर|इगनोर|उपेक्षा|अवहेलना|रद्द
  |छोड\s?(?:दो|दें|दीजिए|कर)|दरकिनार|हटा\s?(?:दो|दें|कर)|मत\sमान|तोड\s?(?:दो|दें)|ताक\sपर|ignore)
`;
const SYSTEM_PROMPT = source`
  (?:सिस्टम\s?(?:प्रॉम्प्ट|प्राम्प्ट|प्रोम्प्ट|निर्देश|मैसेज|संदेश)|system\s?prompt|(?:छिपे|छुपे|गुप्त|आंतरिक
  |प्रारंभिक|शुरुआती)\s(?:हुए\s)?(?:निर्देश|नियम|आदेश|प्रॉम्प्ट))
`;
const SHOW = source`
  (?:दिखा|बता|लिख|प्रिंट\sकर|दोहरा|कॉपी\sकर|उजागर|साझा|शेयर|भेज|पढ|प्रकट|छाप|सुना|क्या\s(?:है|हैं|लिखा)
  |ज्यों\sका\sत्यों|शब्दशः|अनुवाद|सूची|show|print)
`;
const LATIN_RULES = source`
  (?:nirdesh|niyam|niyamo|instructions?|rules|hidayat|aadesh|adesh|hukm|guidelines|pabandi|restrictions|prompt)
`;
const LATIN_DROP = source`
  (?:bh(?:oo|u|o)l\s(?:ja(?!ta|te|ti)|kar|ke)|bhula\s(?:do|de|ke)|ignore\s(?:kar(?!o?ge|te|ke|na\s)|ma|kro)|andekh
  |nazar\s?andaz|chh?od\sd|hata\sd|mat\smaan|side\sme|disregard\skar|tod\sd|gaddhe\sme|skip\skar)
`;

export const hiRules = defineRules([
  {
    id: 'hi/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: words`
      अनदेख, नजरअंदाज, नजरंदाज, नजर अंदाज, भूल जा, भूल कर, भुला, भूलो, इग्नोर, इगनोर, उपेक्षा, अवहेलना, रद्द, छोड दो,
      छोड दें, दरकिनार, हटा दो, हटा दें, मत मान, तोड दो, तोड दें, ताक पर
    `,
    near: words`
      निर्देश, नियम, आदेश, हिदायत, कमांड, प्रतिबंध, पाबंद, प्रॉम्प्ट, प्राम्प्ट, इंस्ट्रक्शन, रूल, instruction, rules
    `,
    pattern: pattern`(?<!हमारे\s|मेरे\s|के\s)${PRIOR}${SHORT}${RULES}${GAP}${DROP}`,
    // People take back what they themselves said or sent in the same words.
    validate: without(
      /मेरे|हमारे|कभी\s(?:न|मत)|न\sकरें|यदि|अगर/iu,
      /(?:कमांड|नियम|प्रतिबंध|पाबंद|प्रॉम्प्ट|आदेश).*(?:रद्द|हटा)/iu,
    ),
  },
  {
    id: 'hi/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: words`
      अनदेख, नजरअंदाज, नजरंदाज, नजर अंदाज, भूल जा, भूल कर, भुला, भूलो, इग्नोर, इगनोर, उपेक्षा, अवहेलना, दरकिनार,
      मत मान, तोड दो, ताक पर, छोड दो
    `,
    near: words`निर्देश, नियम, आदेश, हिदायत, प्रतिबंध, पाबंद, प्रॉम्प्ट, रूल, दिशानिर्देश, instruction, rules`,
    pattern: pattern`
      (?:अपने|अपनी|तुम्हारे|आपके|तेरे|सभी|सारे|सारी|तमाम|जो\sभी|उन\sसभी|कंपनी\sके)\s${SHORT}${RULES}(?:ों)?\s?(?:को|की
      |पर)?\s?${SHORT}${DROP}
    `,
    validate: without(/मेरे|हमारे|यातायात|ट्रैफिक|खेल|कभी\s(?:न|मत)|न\sकरें|यदि|अगर|लोग|ड्राइवर/iu),
  },
  {
    id: 'hi/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.72),
    keywords: words`
      बताया गया, कहा गया, सिखाया गया, बताया है, सिखाया है, कहा है, बताया था, सिखाया था, दिया गया, समझाया
    `,
    near: words`भूल जा, भुला, अनदेख, नजरअंदाज, इग्नोर, दरकिनार`,
    pattern: pattern`
      (?:तुम्हें|तुम्हे|आपको|तुझे|तुमको)\s${GAP}(?:बताया|कहा|सिखाया|समझाया|दिया)\s(?:गया|है|था|हुआ)${SHORT}(?:सब\s
      |उसे\s|वह\s)?(?:कुछ\s)?${DROP}
    `,
    validate: without(/के\sबारे|मैंने|मैने/iu),
  },
  {
    id: 'hi/new-orders',
    ...NEW_ORDERS,
    keywords: words`
      लागू नहीं, अमान्य, रद्द हो, समाप्त हो, खत्म हो, सिर्फ मेरी, केवल मेरी, सिर्फ मेरे, केवल मेरे, नए निर्देश,
      नया निर्देश, मेरी ही बात
    `,
    near: words`तुम्हारे, आपके, तेरे, अपने, मेरी बात, मेरे आदेश, मेरे निर्देश, अब से, आगे से, सिस्टम, system`,
    pattern: pattern`
      (?:तुम्हारे|आपके|तेरे)\s${TINY}${RULES}${SHORT}(?:लागू\sनहीं|अमान्य|रद्द|समाप्त|खत्म)|(?:अब\sसे|आगे\sसे
      |आज\sसे)\s${SHORT}(?:सिर्फ|केवल|बस)\s(?:मेरी\sबात|मेरे\s(?:आदेश|निर्देश|नियम))
      |\[\s?सिस्टम\s?\]\s?:?\s?नए?\sनिर्देश
    `,
  },
  {
    id: 'hi/no-limits',
    ...NO_LIMITS,
    keywords: words`
      बिना किसी, बिना नियम, बिना सेंसर, बिना फिल्टर, बिना रोक, कोई नियम नहीं, कोई सीमा नहीं, कोई पाबंदी नहीं,
      कोई प्रतिबंध नहीं, बिना प्रतिबंध, असीमित, नियमों से मुक्त, सीमाओं से मुक्त
    `,
    near: words`तुम, आप, तू, एआई, ai, मॉडल, सहायक, भूमिका, जवाब, बॉट, किरदार, अब से, उत्तर`,
    pattern: pattern`
      (?:तुम|आप|तू|अब\sसे|भूमिका|किरदार|बॉट|एआई|मॉडल
      |सहायक)(?![\u0900-\u097f])${GAP}(?:बिना\s(?:किसी\s)?(?:भी\s)?(?:नियम|सेंसर|फिल्टर|रोक|प्रतिबंध|पाबंदी|सीमा
      |नैतिक)|कोई\s(?:भी\s)?(?:नियम|सीमा|पाबंदी|प्रतिबंध
      |नैतिक[\u0900-\u097f]{0,3})[\u0900-\u097f]{0,2}\s(?:कानून\s)?नहीं|(?:नियमों|सीमाओं)\sसे\sमुक्त|असीमित\s(?:एआई|ai
      |मॉडल))
    `,
    validate: without(/शुल्क|ब्याज|दस्तावेज|चीनी|समय/iu),
  },
  {
    id: 'hi/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      सिस्टम प्रॉम्प्ट, सिस्टम प्राम्प्ट, सिस्टम प्रोम्प्ट, सिस्टम निर्देश, सिस्टम मैसेज, सिस्टम संदेश, system prompt,
      छिपे निर्देश, छुपे निर्देश, छिपे हुए निर्देश, गुप्त निर्देश, आंतरिक निर्देश, प्रारंभिक निर्देश, शुरुआती निर्देश,
      गुप्त नियम, आंतरिक नियम
    `,
    pattern: pattern`
      (?:अपना|अपने|तुम्हारा|तुम्हारे|आपका|आपके|तेरा|पूरा|पूरे|सारे)\s${SHORT}${SYSTEM_PROMPT}${GAP}${SHOW}
      |${SYSTEM_PROMPT}\s(?:को\s|के\s)?(?:शब्दशः|ज्यों\sका\sत्यों|हूबहू|पूरा)
    `,
    validate: without(/कैसे|के\sलिए|न\s(?:दिखा|बता)|मत/iu),
  },
  {
    id: 'hi/reveal-instructions',
    ...REVEAL,
    ...unlessQuoted(0.75),
    keywords: words`
      अपने निर्देश, अपने सभी निर्देश, अपने सारे निर्देश, तुम्हारे निर्देश, आपके निर्देश, अपने नियम,
      तुम्हें दिए गए निर्देश, आपको दिए गए निर्देश, जो निर्देश, अपने आंतरिक, अपनी हिदायत, अपना प्रॉम्प्ट, तुम्हारे नियम
    `,
    pattern: pattern`
      (?:अपने|अपनी|अपना|तुम्हारे|आपके|(?:तुम्हें|आपको)\sदिए\sगए)\s${SHORT}(?:निर्देश|नियम|हिदायत|प्रॉम्प्ट)(?:ों
      |ें)?\s${SHORT}(?:दिखा|बता|लिख|प्रिंट|दोहरा|कॉपी|उजागर|छाप|सुना|पढ|क्या\sहैं|शब्दशः)
    `,
    validate: without(/घर|स्कूल|जीवन|खेल|मत|कैसे/iu),
  },
  {
    id: 'hi/latin-override',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: words`
      nirdesh, niyam, hidayat, aadesh, adesh, instructions, rules, guidelines, pabandi, restrictions, prompt
    `,
    near: words`
      bhool ja, bhul ja, bhula do, bhula de, ignore kar, ignore maar, ignore kro, andekh, nazarandaz, nazar andaz,
      chhod do, chhod de, chod do, hata do, hata de, mat maan, side me rakh, side me kar, disregard kar, tod do,
      tod de, gaddhe me, skip kar, bhool kar, bhula ke
    `,
    pattern: pattern`
      (?<!mere\s|hamare\s|agar\s)\b(?:pichh?l[ea]|pehle|purane?|upar|sab(?:hi)?|saare?|sare|apne|tere|tumhare|aapke
      |jo\sbhi|previous)\s${SHORT}${LATIN_RULES}\s${SHORT}${LATIN_DROP}
    `,
    validate: without(/\b(?:mera|mere|hamare|agar|log|mat\sbh[uo])/iu),
  },
  {
    id: 'hi/latin-reveal',
    ...REVEAL,
    ...unlessQuoted(0.78),
    keywords: words`
      system prompt, apna prompt, tera prompt, tumhara prompt, aapka prompt, hidden prompt, chhupe nirdesh,
      chupe nirdesh, apne instructions, tere instructions, apne rules, tere rules, apne nirdesh, tumhare nirdesh,
      asli instructions, hidden instructions, start wala message, prompt nikaal, prompt nikal
    `,
    near: words`
      dikha, bata, likh, print kar, batao, dikhao, bhej, copy kar, sunao, suna, nikaal, nikal, ugal, chhaap, chaap,
      de do, dedo, share kar, padh
    `,
    pattern: pattern`
      \b(?:apn[aei]|ter[aei]|tumhar[aei]|aapk[aei]|poora|pura|saar[ea]|wo|hidden|full|andar\s(?:ki|ka
      |ke))\s${SHORT}(?:system\sprompt|prompt|instructions|rules|nirdesh|niyam|hidayat
      |start\swala\smessage)\s?${SHORT}\b(?:dikha|bata|likh|print|batao|bhej|copy|suna|nikaal|nikal|ugal|chh?aap
      |de\s?do|share|padh)|\bprompt\snikaa?l
    `,
    validate: without(/\b(?:kaise|ke\sliye|mat)\b/iu),
  },
  {
    id: 'hi/latin-no-limits',
    ...NO_LIMITS,
    keywords: words`
      koi rule nahi, koi niyam nahi, koi limit nahi, koi pabandi nahi, bina kisi rule, bina kisi niyam, bina filter,
      bina kisi filter, bina rok, filter off, koi sarkar nahi, bina kisi pabandi, bina censor, koi rok nahi,
      koi restriction nahi
    `,
    near: words`tu, tum, aap, ai, bot, ab se, aaj se, jawab, mode, role`,
    pattern: pattern`
      \b(?:tu|tum|aap|ab\sse|aaj\sse|ai|bot|mode)\b${GAP}\b(?:koi\s(?:bhi\s)?(?:rules?|niyam|limit|pabandi|rok
      |restriction|filter)\s${TINY}nahi|bina\s(?:kisi\s)?(?:rules?|niyam|filter|rok|pabandi|censor))
      |\bfilter\soff\s(?:kar|karo|karke)
    `,
    validate: without(/\b(?:recharge|data|speed|emi|fees?)\b/iu),
  },
  {
    id: 'hi/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`उपयोगकर्ता, यूजर, प्रयोक्ता, ग्राहक को, user ko, user se`,
    near: words`
      मत बता, न बता, मत दिखा, न दिखा, बिना बताए, पता न चले, जानकारी न दें, चर्चा न करें, mat bata, na bata,
      pata na chale, bina bataye, mat dikha
    `,
    pattern: pattern`
      (?:उपयोगकर्ता|यूजर|प्रयोक्ता|ग्राहक)\s(?:को|से|के)\s${SHORT}(?:मत\s(?:बता|दिखा)|न\s(?:बता|दिखा)|बिना\sबताए
      |पता\sन\sचले|जानकारी\sन\sद|चर्चा\sन\sकर)|\buser\s(?:ko|se)\s${SHORT}\b(?:mat\s(?:bata|dikha)|na\s(?:bata|dikha)
      |pata\sna\schale|bina\sbataye)
    `,
  },
]);
