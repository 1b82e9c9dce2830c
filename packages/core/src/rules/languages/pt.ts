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
  TAIL,
  TINY,
  unlessQuoted,
  without,
  words,
} from './shared.js';

// Stems: the gap that follows a part also takes its ending (ignore, ignorem; instrução, instruções).
const DROP = source`
  (?:\b(?:ignor|esqueç|esquec|desconsider|desprez|descart|desobede|viol[ea]\b|quebr[ea]\b|apag|elimin|anul|sobrescrev
  |burl|desrespeit|larga|descumpr|abandon|contorne)|\bdeix[ae]\s(?:de\slado|pra\slá|de\sseguir)|\bjog(?:a|ue)\sfora
  |\bpass[ae]\spor\scima|\bnão\s(?:leve|ligues|ligue|siga|sigas|obedeça|respeite)\s?(?:mais|em\sconta)?)
`;
const PRIOR = source`
  (?:anterior|previ[ao]s|prévi[ao]s|precedent|acima|de\santes|iniciais|originais|recebid|passad[ao]s|antig[ao]s
  |até\s(?:agora|aqui))
`;
const RULES = source`
  (?:instruç|instrucoes|regra|diretri|directri|diretiv|directiv|ordens\b|comandos\b|orientaç|normas\b|restriç|limitaç
  |prompts?\b|guideline|políticas)
`;
const NO_RULES = source`
  (?:filtro|censura|limites\b|limitaç|restriç|regra|moral|étic|tabu|freios?\b|escrúpulo|amarras|barreira|frescura
  |travas?\b|proibi)
`;
const SHOW = source`
  \b(?:mostr|exib|revel|imprim|escrev|repit|repet|copi|cole|cola|cit[ae]|traduz|list[ae]|resum|diga|diz|dize|dá|dê
  |me\sdá|conta|conte|passa|passe|manda|mande|recit|transcrev|despej|vaza|entreg|print|solta|qual\sé|quais\ssão)
`;
const SYSTEM_PROMPT = source`
  (?:system\s?prompt|(?:prompt|mensagem|instruç(?:ão|ões)|configuração|roteiro)\s(?:d[eo]\s)?(?:sistema|inicia(?:l|is)
  |ocult[ao]s?|secret[ao]s?|intern[ao]s?|origina(?:l|is)|confidencia(?:l|is)))
`;

const dropWords = words`
  ignor, esqueç, esquec, desconsider, desprez, descart, desobede, viole, quebre, quebra, apague, apaga, elimin, anule,
  anula, sobrescrev, burle, desrespeit, larga, descumpr, abandon, contorne, de lado, pra lá, jogue fora, joga fora,
  por cima, leve em conta, não ligues, não ligue, não siga, não obedeça, não respeite, deixe de seguir
`;
const ruleWords = words`
  instruções, instrução, previous instruction, previous rules, as rules, regra, diretri, directri, diretiv, directiv,
  ordens, comandos, orientaç, normas, restriç, limitaç, prompts, prompt anterior, as guidelines, políticas
`;

export const ptRules = defineRules([
  {
    id: 'pt/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      (?<!não\s|nunca\s)${DROP}${GAP}\b(?:${RULES}${SHORT}\b${PRIOR}|${PRIOR}${TINY}\b${RULES}|(?:as|todas|suas
      |tuas)\s(?:as\s|the\s)?(?:previous|prior|system)\s(?:instruction|rule|prompt))
    `,
    // People withdraw their own drafts, and firms their circulars, in the same words.
    validate: without(
      /\b(?:nunca|jamais|nuestr[ao]s?|noss[ao]s?|nos|notre|nostr[aei]|minhas?|meus?)\b/iu,
      /^(?:apag|elimin|anul|sobrescrev)(?!.*\b(?:suas|tuas)).*(?:prompt|comandos|ordens|regra|restriç|limit|normas)/iu,
    ),
  },
  {
    id: 'pt/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      (?<!não\s|nunca\s|se\s)${DROP}${SHORT}\b(?:(?:suas|tuas|seus|teus|vossas|tod[ao]s|quaisquer
      |essas)\s${SHORT}${RULES}${TAIL}|(?:as|das|os|às)\s${RULES}\w{0,4}\s${TINY}que\s(?:te|lhe|você|vc|recebe
      |tens)\b)
    `,
    validate: without(
      /\b(?:nunca|jamais|nuestr[ao]s?|noss[ao]s?|nos|notre|nostr[aei]|minhas?|meus?)\b/iu,
      /\b(?:de?|do|da|dos|das|del|para|em|no|na)\b.{0,7}$/iu,
      /^(?:apag|elimin|anul|sobrescrev)(?!.*\b(?:suas|tuas))/iu,
    ),
  },
  {
    id: 'pt/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.72),
    keywords: dropWords,
    near: words`disseram, dito, ensinaram, ensinado, mandaram, ordenaram, instruíram, informado, pediram, proibiram`,
    pattern: pattern`
      (?<!não\s|nunca\s)${DROP}${TINY}\b(?:tudo\s)?o?\s?que\s(?:(?:te|lhe)\s${TINY}(?:disseram|ensinaram|mandaram
      |ordenaram|proibiram|pediram|foi\s(?:dito|ensinado|informado|ordenado))|(?:já\s)?(?:foi\sdito\sa|disseram\sa
      |mandaram)\s(?:você|ti|vc))${TAIL}
    `,
    // "Forget everything you were told about skin care" is an advertisement.
    validate: without(/\b(?:nunca|jamais|sobre|acerca|respeito|eu)\b/iu),
  },
  {
    id: 'pt/set-aside-above',
    ...SET_ASIDE,
    keywords: dropWords,
    near: words`acima, anterior, antes, até agora, até aqui`,
    pattern: pattern`
      (?<!não\s|nunca\s)${DROP}${SHORT}\b(?:tudo\s(?:acima|(?:o\s)?que\s(?:está\sacima|veio\santes|foi\sdito\s(?:até
      |antes|acima))|até\s(?:agora|aqui))|o\s(?:texto|conteúdo|contexto)\s(?:acima|anterior)\se\s\w)
    `,
  },
  {
    id: 'pt/new-orders',
    ...NEW_ORDERS,
    keywords: words`
      não valem, não se aplicam, não vale mais, não contam, estão suspensas, estão revogadas, estão anuladas,
      foram revogadas, foram canceladas, estão canceladas, obedece só, só obedece, obedeces-me, obedeces a mim,
      só a mim, apenas a mim, só as minhas, apenas as minhas, novas instruções, nova instrução, quem manda sou eu,
      valem só, só me obedece
    `,
    near: words`suas, tuas, minhas, sistema, system, a partir de agora, de agora em diante, daqui, a mim, me`,
    pattern: pattern`
      \b(?:(?:suas|tuas)\s${TINY}${RULES}\w{0,4}\s${SHORT}(?:não\s(?:valem|contam|se\saplicam|existem)|(?:estão|foram
      |ficam)\s(?:suspens|revogad|anulad|cancelad|sem\sefeito))|(?:obedeces?|obedecerá|segues?|responde
      |escuta)\s?(?:-me\s)?(?:só|apenas|somente)\s?(?:a\smim|(?:às|as)\sminhas)|(?:só|apenas
      |somente)\s(?:as\sminhas\s${RULES}|me\sobedece|obedeces?\sa\smim)|obedeces-me\sa\smim)
      |\[\s?sistema\s?\]\s?:?\snovas?\s(?:instruç|regra|ordens|diretri)
    `,
  },
  {
    id: 'pt/no-limits',
    ...NO_LIMITS,
    keywords: words`
      você é, voce é, vc é, tu és, és um, você será, aja como, age como, atue, comporte-se, responda, responde, finja,
      finge, interprete, imagina que, você agora, faça de conta
    `,
    near: words`sem, nenhum, livre de, não tem, não tens, não conhece, irrestrit`,
    pattern: pattern`
      \b(?:é|és|será|aja|age|atue|comporte-se|respond[ae]|finja|finge|interprete|agora)\b${GAP}\b(?:(?:sem|nenhuma?
      |livre\sde|não\st[eé][mn]s?|não\sconhece)\s(?:\w{1,9}\s)?${NO_RULES}|(?:ia|modelo|assistente|bot
      |inteligência\sartificial|chatbot)\s(?:irrestrit|sem\slimites\b|desbloquead|livre\b))
    `,
    validate: without(/\b(?:gluten|lactose|acucar|tempo)\b/iu),
  },
  {
    id: 'pt/special-mode',
    ...SPECIAL_MODE,
    keywords: words`
      modo desenvolvedor, modo de desenvolvedor, modo programador, modo deus, modo debug, modo depuração,
      modo administrador, modo admin, modo manutenção, modo de manutenção, modo dan, modo jailbreak, modo livre,
      modo sem censura, modo sem filtro, modo sem restrições, modo root, modo diagnóstico, developer mode
    `,
    pattern: pattern`
      \bmodo\s(?:de\s)?(?:desenvolvedor|programador|deus|debug|depuração|admin|manutenção|dan|jailbreak|livre
      |sem\s(?:censura|filtro|restriç)|root|diagnóstico)|\bdeveloper\smode
    `,
    context: {
      pattern: pattern`
        (?:filtro|censura|restriç(?:ão|ões)|regra|limite|segurança|política|norma
        |trava)s?\s(?:\w{1,10}\s){0,3}(?:desativad|desligad|suspens|anulad|removid|off|bloquead)|(?:sem
        |nenhuma?)\s(?:filtro|censura|restriç|limite|regra|norma|tabu)|\bvocê\s(?:é|está|responde|deve|não\srecusa
        |agora)|\bnão\srecus
      `,
      score: 0.75,
      required: true,
      within: 120,
    },
  },
  {
    id: 'pt/no-refusal',
    ...NO_REFUSAL,
    keywords: words`recuse, recusa, recusar, recuses, não posso, nunca diz não, nunca diga não, proibido dizer`,
    near: words`nunca, jamais, nada, nenhum, proibido, sem, não`,
    pattern: pattern`
      \b(?:nunca|jamais)\s(?:se\s|te\s|pode\s|deve\s)?recus(?:e|a|ar|es)\b|\bnão\s(?:se\s|te\s|pode\s
      |deve\s)?recus(?:e|a|ar|es)\s(?:a\s)?(?:nada|nenhum|responder|nunca)|\b(?:proibido|nada\sde|sem)\s(?:recusar
      |dizer\s(?:que\s)?não|"\s?não\sposso)|\bnunca\s(?:diz|diga|says)\s(?:que\s)?"?(?:não\b|no\b)
    `,
  },
  {
    id: 'pt/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      system prompt, prompt de sistema, prompt do sistema, mensagem de sistema, mensagem do sistema,
      instruções do sistema, instruções de sistema, instruções iniciais, instruções ocultas, instruções secretas,
      instruções internas, instruções confidenciais, prompt inicial, prompt oculto, prompt secreto, prompt original,
      instruções originais, configuração inicial, configuração interna, roteiro secreto
    `,
    near: words`
      seu, sua, suas, teu, tua, tuas, completo, inteiro, íntegra, palavra por palavra, verbatim, full, literal
    `,
    pattern: pattern`
      (?<!nunca\s|não\s|jamais\s)${SHOW}${GAP}\b(?:(?:seu|suas?|teu|tuas?|o\sfull)\s${TINY}${SYSTEM_PROMPT}|(?:o
      |as)\s${SYSTEM_PROMPT}\s(?:complet|inteir|na\síntegra|palavra|verbatim|literal|exat))${TAIL}
    `,
    validate: without(/\b(?:nunca|nao|jamais|para\sum|para\so\snosso)\b/iu),
  },
  {
    id: 'pt/reveal-instructions',
    ...REVEAL,
    ...unlessQuoted(0.75),
    keywords: words`
      suas instruções, suas regras, suas diretrizes, suas diretivas, suas orientações, tuas instruções, tuas regras,
      tuas diretrizes, tuas diretivas, tuas orientações, suas verdadeiras, suas próprias, suas reais, tuas próprias,
      tuas verdadeiras, sua configuração, teu roteiro, teu guião, seu prompt, teu prompt
    `,
    pattern: pattern`
      (?<!nunca\s|não\s|jamais\s)${SHOW}${GAP}\b(?:(?:suas|tuas)\s(?:verdadeiras\s|próprias\s|reais\s)?(?:instruções
      |regras|diretrizes|diretivas|orientações|configuraç)|teu\s(?:roteiro|guião)|sua\sconfiguração)${TAIL}
      |(?<!nunca\s|não\s)\b(?:mostr[ae]|diga|diz|me\sdá|revel[ae]|vaza|solta|passa|manda|qual\sé)(?:-me)?\s(?:aí\s
      |logo\s)?o?\s?(?:teu|seu)\sprompt\b
    `,
    validate: without(/\b(?:nunca|nao|jamais|para|pais|vida|casa)\b/iu),
  },
  {
    id: 'pt/repeat-above',
    ...REPEAT_ABOVE,
    keywords: words`
      acima desta, acima deste, acima da minha, antes desta, antes deste, antes da minha, antes do meu, antecede esta,
      antecede a minha, que te deram, que te passaram, que você recebeu, que lhe deram, precede esta, antes da nossa
    `,
    near: words`
      repit, repet, copi, mostr, imprim, traduz, escrev, cite, transcrev, cole, cola, exib, manda, passa, liste
    `,
    pattern: pattern`
      \b(?:texto|tudo|palavras|instruções|conteúdo|frases|linhas|mensagem|o\sque)\b${SHORT}\b(?:acima|antes|antecede
      |precede)\s?d?(?:a\s|o\s|este|esta|este|\sa\s)?\s?(?:minha\s|meu\s|nossa\s)?(?:primeir[ao]\s)?(?:mensagem|linha
      |conversa|pergunta|prompt|frase|pedido|chat)|\b(?:texto|mensagem)\s(?:\w{1,8}\s)?que\s(?:te|lhe)\s(?:deram
      |passaram|escreveram|colocaram)|\btexto\sque\svocê\srecebeu
    `,
  },
  {
    id: 'pt/note-to-ai',
    ...NOTE_TO_AI,
    keywords: words`
      para o assistente, para os assistentes, ao assistente, para a ia, para as ias, assistente de ia, agente de ia,
      agentes de ia, modelo de linguagem, llm, chatbot, inteligência artificial, inteligências artificiais, uma ia,
      para o bot, assistentes de código, cara ia, caro modelo
    `,
    near: words`
      para, ao assistente, ao agente, aos assistentes, à ia, pro assistente, se você, se vc, se tu, cara ia,
      caro modelo
    `,
    pattern: pattern`
      \b(?:importante|nota|mensagem|instruç(?:ão|ões)|aviso|atenção|recado|orientação)\s(?:\w{3,9}\s)?(?:para|ao|à|aos
      |às|pra|pro)\s(?:o\s|a\s|os\s|as\s|qualquer\s|tod[ao]s?\s)?(?:assistente|agente|ia\b|ias\b|modelo|llm|chatbot
      |bot\b|inteligência)${SHORT}:|\bse\s(?:você|vc|tu)\s(?:é|és|for)\s(?:uma?\s)(?:ia\b|inteligência\sartificial
      |modelo\sde\slinguagem|llm|agente\sde\sia|assistente\sde\sia|bot\b)|\bcar[ao]\s(?:ia\b|inteligência\sartificial
      |modelo|chatbot)\b
    `,
  },
  {
    id: 'pt/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`usuári, utilizador, destinatári, proprietári, dono da conta, dona da conta`,
    near: words`sem, não, nunca, nada, jamais`,
    pattern: pattern`
      \bnão\s(?:cont[ae]s?|dig[ae]s?|diz|mencion|mostr|avis|inform|revel|fale|comunic|exib)${GAP}\b(?:ao?|à|para\s[oa]
      |pro|pra)\s(?:usuári|utilizador|destinatári|proprietári|don[oa])|\bsem\s(?:que\s[oa]\s(?:usuári|utilizador
      |destinatári)\w{1,2}\s(?:saiba|perceba|veja|note)|(?:avisar|informar|contar|mostrar|mencionar
      |dizer)${TINY}(?:usuári|utilizador|destinatári|proprietári))|\b(?:usuári[oa]|utilizador
      |destinatári[oa])\snão\s(?:deve|pode|precisa)\s(?:saber|ver|ser|perceber)
    `,
  },
]);
