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

// Stems: the gap that follows a part also takes its ending (ignoruj, ignorujte; pokyn, pokyny).
const DROP = source`
  (?:\b(?<!ne)(?:ignoruj|zapomeň|zapomen|přehlížej|pomiň|vynech|obejdi|kašli|vykašli|zahoď|poruš|odhoď|vypni)
  |\b(?:nedodržuj|nedbej|neposlouchej|neřiď|nenásleduj)|\bpřestaň\s(?:dodržovat|poslouchat))
`;
const PRIOR = source`\b(?:předchoz|předešl|dřívější|původní|dosavadní|výše|starší|staré|minul|previous)`;
const RULES = source`(?:instrukc|pokyn|pravid|příkaz|směrnic|omezen|zákaz|nařízen|prompt|guidelines)`;
const NO_RULES = source`(?:omezen|pravid|cenzur|filtr|zákaz|morál|etik|etick|zábran|tabu|skrupul)`;
const SHOW = source`
  \b(?:ukaž|zobraz|vypiš|prozraď|odhal|napiš|zopakuj|opakuj|zkopíruj|vlož|cituj|přelož|pošli|řekni|sděl|přečti|hoď|dej
  |vyjmenuj|shrň|jak[éý]\s(?:je|jsou|máš)|co\smáš|jak\szní)
`;
const SYSTEM_PROMPT = source`
  (?:system\s?prompt|(?:systémov|skryt|tajn|vnitřn|intern|původn|počátečn)${TINY}(?:prompt|instrukc|pokyn|zpráv
  |nastaven))
`;

const dropWords = words`
  ignoruj, zapomeň, zapomen, přehlížej, pomiň, vynech, obejdi, kašli, vykašli, zahoď, poruš, odhoď, vypni, nedodržuj,
  nedbej, neposlouchej, neřiď se, přestaň
`;
const ruleWords = words`instrukc, pokyn, pravid, příkaz, směrnic, omezen, zákaz, nařízen, prompt, guidelines`;

export const csRules = defineRules([
  {
    id: 'cs/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`${DROP}${GAP}${PRIOR}${SHORT}${RULES}`,
    // People withdraw their own drafts, and firms their circulars, in the same words.
    validate: without(/\b(?:nikdy|nase|nasich|moje|mych|svuj)\b/iu),
  },
  {
    id: 'cs/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:(?:svoje|své|svá|svých|tvoje|tvá|tvé|vaše)\s${TINY}${RULES}|(?:všechn|veškerá|veškeré|ty
      |ta)\w{0,3}\s${TINY}${RULES}\w{0,3}(?:\s(?:a|co|kter)|[.,!;:]))
    `,
    validate: without(/\b(?:nikdy|nase|silnicni|hry)\b/iu),
  },
  {
    id: 'cs/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.7),
    keywords: dropWords,
    near: words`řekli, říkali, řečeno, nařídili, naučili, přikázali, zakázali, výše, dosud`,
    pattern: pattern`
      ${DROP}${SHORT}\b(?:na\s)?(?:všechno|všem|vše|to),?\s(?:co|čemu)\s(?:ti|tě|vám|vás)\s${SHORT}(?:řekli|říkali
      |řečeno|nařídili|naučili|přikázali|zakázali)${TAIL}|${DROP}${TINY}(?:výše\suvedený\stext\sa|text\svýše\sa
      |všechno\svýše)
    `,
    validate: without(/\b(?:nikdy|ohledne)\b|[li|no]\so\s/iu),
  },
  {
    id: 'cs/no-limits',
    ...NO_LIMITS,
    keywords: words`jsi, budeš, chovej se, odpovídej, předstírej, hraj, představ si, odteď`,
    near: words`bez, žádn, zbaven, necenzurovan, neomezen, nemáš`,
    pattern: pattern`
      \b(?:jsi|budeš|chovej|odpovídej|předstírej|hraj)\b${GAP}\b(?:(?:bez|žádn(?:á|é|ých)|nemáš
      |nezná)\s(?:jakýchkoli\s|jakýchkoliv\s|morálních\s)?${NO_RULES}|(?:necenzurovan|neomezen)\w{1,2}\s(?:ai|model
      |asistent|bot|umělá|verze))
    `,
  },
  {
    id: 'cs/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      system prompt, systémový prompt, systémové instrukce, systémové pokyny, systémovou zprávu, systémového promptu,
      skryté instrukce, skryté pokyny, tajné pokyny, tajné instrukce, vnitřní pokyny, vnitřních pokynů,
      interní pokyny, interní instrukce, původní pokyny, původní instrukce
    `,
    near: words`svůj, svoje, své, tvůj, tvoje, tvé, celý, celé, úplný, úplné, doslova, slovo od slova, full`,
    pattern: pattern`
      ${SHOW}${GAP}(?:\b(?:svůj|svoje|své|tvůj|tvoje|tvé|celý|celé|úplný|úplné|full)\s${SHORT}${SYSTEM_PROMPT}
      |${SYSTEM_PROMPT}\w?\w?\s(?:doslova|slovo\sod))
    `,
    validate: without(/\b(?:nikdy|pro)\b/iu),
  },
  {
    id: 'cs/reveal-instructions',
    ...REVEAL,
    ...unlessQuoted(0.75),
    keywords: words`
      svoje instrukce, svoje pokyny, svoje pravidla, svoje směrnice, svoje skutečné, svoje vlastní, svoje celé,
      své instrukce, své pokyny, své pravidla, své směrnice, své skutečné, své vlastní, své celé, tvoje instrukce,
      tvoje pokyny, tvoje pravidla, tvoje směrnice, tvoje skutečné, tvoje vlastní, tvoje celé, tvé instrukce,
      tvé pokyny, tvé pravidla, tvé směrnice, tvé skutečné, tvé vlastní, tvé celé, svá pravidla, tvá pravidla,
      svůj prompt, tvůj prompt, svou konfigurac, tvou konfigurac
    `,
    pattern: pattern`
      ${SHOW}${GAP}\b(?:(?:svoje|své|svá|tvoje|tvé|tvá)\s(?:skutečné\s|vlastní\s|celé\s)?(?:instrukce|pokyny|pravidla
      |směrnice)|(?:svůj|tvůj)\sprompt\b|(?:svou|tvou)\skonfiguraci)${TAIL}
    `,
    validate: without(/\b(?:nikdy|pro|doma|hry|sdilej)\b/iu),
  },
  {
    id: 'cs/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`uživatel, příjemc, majitel, vlastník, zákazník`,
    near: words`neříkej, neukazuj, nezmiňuj, neprozrazuj, neinformuj, bez vědomí, nesmí, nemusí, nesděluj, mlč`,
    pattern: pattern`
      \b(?:neříkej|neukazuj|nezmiňuj|neprozrazuj|neinformuj|nesděluj|mlč)\s${SHORT}\b(?:uživatel|příjemc|majitel
      |vlastník|zákazník)|\b(?:uživatel|příjemce|majitel|vlastník|zákazník)(?:i|ovi|e)?\s(?:to\s|o\stom\s)?(?:neříkej
      |neukazuj|nezmiňuj|neprozrazuj|nesděluj|nesmí\s(?:vědět|vidět|poznat)|se\s(?:to\s|o\stom\s)?nesmí\sdozvědět)
      |\bbez\svědomí\s(?:uživatel|příjemc|majitel|vlastník)
    `,
  },
]);
