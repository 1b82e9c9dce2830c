// The classifier's reasons in words: concepts are grouped by what they do in an attack, and a sentence names the groups that weighed most.

/** What a concept does in an attack, or in a harmless text. As in `concepts.tsv` of the lexicon. */
export type ConceptGroup =
  | 'override'
  | 'extraction'
  | 'persona'
  | 'restriction'
  | 'exfiltration'
  | 'channel'
  | 'output'
  | 'addressee'
  | 'frame'
  | 'people'
  | 'topic'
  | 'grammar';

/** A concept's part in a judgement. */
export interface WeighedGroup {
  readonly group: ConceptGroup;
  readonly weight: number;
}

const REASONS: Readonly<Partial<Record<ConceptGroup, string>>> = {
  override: 'drops or replaces earlier instructions',
  extraction: 'asks for what is hidden',
  persona: 'puts the model into another role',
  restriction: 'lifts its limits or presses it',
  exfiltration: 'sends data elsewhere or conceals it',
  channel: "imitates the application's own marks or tools",
  output: 'dictates what the answer says',
  addressee: 'speaks to an assistant',
};

const SUMMARY: Readonly<Record<'injection' | 'jailbreak' | 'prompt_leak', string>> = {
  injection: 'The text reads like an attempt to steer the model',
  jailbreak: 'The text reads like an attempt to free the model from its rules',
  prompt_leak: "The text reads like an attempt to get at the application's instructions",
};

/** Reasons a sentence names at most. */
const MAX_REASONS = 3;

/** The kind of attack that the signs speak for. */
export function threatOf(signs: readonly WeighedGroup[]): keyof typeof SUMMARY {
  const { extraction, persona, restriction, override, exfiltration, channel, output } = weightByGroup(signs);
  const jailbreak = persona + restriction;
  const injection = override + exfiltration + channel + output;
  if (extraction > jailbreak && extraction > injection) return 'prompt_leak';
  return jailbreak > injection ? 'jailbreak' : 'injection';
}

/** One sentence for a person. The weight of each sign is above 0. */
export function describeSigns(threat: keyof typeof SUMMARY, signs: readonly WeighedGroup[]): string {
  const weights = weightByGroup(signs);
  const reasons: string[] = [];
  // The heaviest group thrice, because sorting all of them costs more than the rest of a finding.
  while (reasons.length < MAX_REASONS) {
    let heaviest: ConceptGroup | null = null;
    for (const { group } of signs) {
      if (REASONS[group] !== undefined && weights[group] > (heaviest === null ? 0 : weights[heaviest]))
        heaviest = group;
    }
    if (heaviest === null) break;
    reasons.push(REASONS[heaviest] as string);
    weights[heaviest] = 0;
  }
  if (reasons.length === 0) return `${SUMMARY[threat]}.`;
  const last = reasons.pop() as string;
  return `${SUMMARY[threat]}: it ${reasons.length > 0 ? `${reasons.join(', ')} and ${last}` : last}.`;
}

function weightByGroup(signs: readonly WeighedGroup[]): Record<ConceptGroup, number> {
  const weights: Record<ConceptGroup, number> = {
    override: 0,
    extraction: 0,
    persona: 0,
    restriction: 0,
    exfiltration: 0,
    channel: 0,
    output: 0,
    addressee: 0,
    frame: 0,
    people: 0,
    topic: 0,
    grammar: 0,
  };
  for (const { group, weight } of signs) weights[group] += weight;
  return weights;
}
