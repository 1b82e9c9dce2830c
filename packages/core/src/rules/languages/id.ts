import { defineRules } from '../../rule.js';
import {
  GAP,
  HIDE_FROM_USER,
  NO_LIMITS,
  OVERRIDE,
  pattern,
  REVEAL,
  SHORT,
  source,
  TAIL,
  TINY,
  unlessQuoted,
  without,
  words,
} from './shared.js';

const DROP = source`
  \b(?<!jangan\s|jgn\s)(?:abaikan|abaikanlah|lupakan|lupain|lupakanlah|hiraukan|kesampingkan|langgar|buang|acuhkan
  |ingkari|bypass|tinggalkan)\b|\b(?:jangan|jgn|gak\susah|nggak\susah|tidak\susah|berhenti)\s(?:ikuti|ikutin|patuhi
  |hiraukan|turuti|mengikuti|mematuhi|pedulikan)\b
`;
const PRIOR = source`
  \b(?:sebelumnya|sebelum\sini|di\satas|diatas|terdahulu|tadi|awal|lama|lalu(?!\slintas)|yang\sada|yang\skamu\sterima
  |previous)\b
`;
const RULES = source`
  \b(?:instruksi|perintah|aturan|arahan|pedoman|petunjuk|panduan|batasan|larangan|prompt|ketentuan|kebijakan|rules?
  |instructions?)(?:mu|nya)?\b
`;
const NO_RULES = source`(?:batasan|aturan|sensor|filter|larangan|moral|etika|pembatasan|pantangan|hukum)`;
const SHOW = source`
  \b(?:tampilkan|tunjukkan|tunjukin|tulis(?:kan)?|ungkapkan|bocorkan|sebutkan|cetak|ulangi|salin|tempel|kutip
  |terjemahkan|kirim(?:kan)?|beri\s?tahu|kasih\s(?:tahu|tau|liat|lihat)|perlihatkan|bacakan|daftarkan|apa\s(?:isi
  |saja)|print\s(?:semua|seluruh|aja))
`;

const dropWords = words`
  abaikan, lupakan, lupain, hiraukan, kesampingkan, langgar, buang, acuhkan, ingkari, bypass, tinggalkan, ikuti,
  ikutin, patuhi, turuti, mengikuti, mematuhi, pedulikan
`;
const ruleWords = words`
  instruksi, perintah, aturan, arahan, pedoman, petunjuk, panduan, batasan, larangan, prompt, ketentuan, kebijakan,
  rules, instruction
`;

export const idRules = defineRules([
  {
    id: 'id/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`(?:${DROP})${GAP}${RULES}${SHORT}${PRIOR}`,
    // People take back what they themselves said or sent in the same words.
    validate: without(/\b(?:saya|kami|jika|jangan\slupa)\b/iu),
  },
  {
    id: 'id/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      (?:${DROP})\s(?:saja\s|aja\s|dulu\s)?(?:(?:semua|seluruh|segala)\s${TINY}(?:instruksi|perintah|aturan|arahan
      |pedoman|petunjuk|panduan|batasan|larangan|rules)(?:mu|\s(?:kamu|anda|yang|dan|lo\b|elu|lama)|[.,!])
      |(?:instruksi|perintah|aturan|arahan|pedoman|batasan|larangan)(?:mu\b|\s(?:kamu|anda|lo\b|elu|lama|yang\s(?:kamu
      |anda|diberikan))))
    `,
    validate: without(/\b(?:saya|kami|lalu\slintas|permainan)\b/iu),
  },
  {
    id: 'id/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.7),
    keywords: dropWords,
    near: words`dikatakan, diajarkan, diperintahkan, diberitahu, disuruh, dibilang, teks di atas`,
    pattern: pattern`
      (?:${DROP})${SHORT}\b(?:semua\s)?(?:yang|apa\syang|hal\syang)\s${SHORT}(?:dikatakan|diajarkan|diperintahkan
      |diberitahu|disuruh|dibilang)${TAIL}|(?:${DROP})\s(?:semua\s)?(?:teks|isi|konten)\s(?:di\satas|sebelumnya)\sdan
    `,
    validate: without(/\b(?:tentang|soal|mengenai|saya)\b/iu),
  },
  {
    id: 'id/no-limits',
    ...NO_LIMITS,
    keywords: words`
      tanpa batasan, tanpa aturan, tanpa sensor, tanpa filter, tanpa larangan, tanpa etika, tanpa moral,
      tidak punya aturan, tidak punya batasan, tidak memiliki batasan, tidak memiliki aturan, tidak terikat aturan,
      bebas dari aturan, bebas aturan, unrestricted, gak kenal hukum, kagak kenal hukum, tanpa pembatasan
    `,
    near: words`
      kamu, anda, elu, lo, jadilah, berperan, ai, asisten, model, bot, mulai sekarang, jawab, karakter, berpura-pura
    `,
    pattern: pattern`
      \b(?:kamu|anda|elu|lo|jadilah|berperan|bertindak|berpura-pura|mulai\ssekarang
      |jawab(?:lah)?)\b${GAP}\b(?:tanpa\s${NO_RULES}|tidak\s(?:punya|memiliki|terikat)\s(?:pada\s)?${NO_RULES}
      |bebas\s(?:dari\s)?${NO_RULES}|unrestricted|[gk]a?[gk]ak?\skenal\s(?:hukum|aturan))
    `,
    validate: without(/\b(?:waktu|kuota|usia|gula)\b/iu),
  },
  {
    id: 'id/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      system prompt, prompt sistem, instruksi sistem, perintah sistem, pesan sistem, instruksi rahasia,
      instruksi tersembunyi, instruksi internal, instruksi awal, aturan rahasia, aturan internal, prompt rahasia,
      prompt awal, prompt tersembunyi, promptmu, instruksimu, prompt kamu, instruksi kamu, aturanmu, bocorkan prompt,
      hidden rules
    `,
    pattern: pattern`
      (?<!jangan\s|tidak\s)${SHOW}${GAP}\b(?:system\sprompt|(?:prompt|instruksi|perintah|pesan|aturan)\s(?:sistem
      |rahasia|tersembunyi|internal|awal)|(?:prompt|instruksi|aturan)(?:mu\b|\s(?:kamu|anda|lo)\b)|hidden\srules)
      |(?<!jangan\s)\bbocorkan\sprompt
    `,
    validate: without(/\b(?:jangan|tidak|untuk)\b/iu),
  },
  {
    id: 'id/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`pengguna, pemilik akun, penerima`,
    near: words`jangan, tanpa, tidak perlu`,
    pattern: pattern`
      \bjangan\s(?:beri\s?tahu|kasih\s?tahu|tampilkan|tunjukkan|sebutkan|katakan|ungkapkan)\s${SHORT}(?:kepada\s
      |pada\s|ke\s)?(?:pengguna|pemilik\sakun|penerima)|\btanpa\s(?:memberi\s?tahu|sepengetahuan
      |diketahui)\s(?:oleh\s)?(?:pengguna|pemilik\sakun|penerima)
    `,
  },
]);
