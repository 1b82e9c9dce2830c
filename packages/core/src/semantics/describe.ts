// The classifier's reasons in words: concepts are grouped by what they do in an attack, and a sentence names the groups that weighed most.

/** What a concept does in an attack, or in a harmless text. As in `concepts.tsv` of the lexicon. */
export type ConceptGroup = (typeof GROUPS)[number];

const GROUPS = [
  'override',
  'extraction',
  'persona',
  'restriction',
  'exfiltration',
  'channel',
  'output',
  'addressee',
  'frame',
  'people',
  'topic',
  'grammar',
] as const;
/** Groups as numbers: a look-up by name for each sign and each comparison took longer than the rest of a sentence. */
const NUMBERS: ReadonlyMap<ConceptGroup, number> = new Map(GROUPS.map((group, number) => [group, number]));

/** A concept's part in a judgement. */
export interface WeighedGroup {
  readonly group: ConceptGroup;
  readonly weight: number;
}

/** By number of the group; what only colours a text has none. */
const REASONS: readonly (string | undefined)[] = [
  'drops or replaces earlier instructions',
  'asks for what is hidden',
  'puts the model into another role',
  'lifts its limits or presses it',
  'sends data elsewhere or conceals it',
  "imitates the application's own marks or tools",
  'dictates what the answer says',
  'speaks to an assistant',
];

const SUMMARY: Readonly<Record<'injection' | 'jailbreak' | 'prompt_leak', string>> = {
  injection: 'The text reads like an attempt to steer the model',
  jailbreak: 'The text reads like an attempt to free the model from its rules',
  prompt_leak: "The text reads like an attempt to get at the application's instructions",
};

/** Reasons a sentence names at most. */
const MAX_REASONS = 3;

/** What signs speak for. */
export interface Description {
  /** The kind of attack. */
  readonly threatType: keyof typeof SUMMARY;
  /** One sentence for a person. */
  readonly message: string;
}

/** Puts signs, each of a weight above 0, into words. */
export function describeSigns(signs: readonly WeighedGroup[]): Description {
  const groups = signs.map(({ group }) => NUMBERS.get(group) as number);
  const weights: number[] = GROUPS.map(() => 0);
  for (let k = 0; k < signs.length; k++) (weights[groups[k] as number] as number) += (signs[k] as WeighedGroup).weight;
  const threatType = threatOf(weights);
  return { threatType, message: messageOf(threatType, groups, weights) };
}

function threatOf(weights: readonly number[]): keyof typeof SUMMARY {
  const of = (group: ConceptGroup) => weights[NUMBERS.get(group) as number] as number;
  const jailbreak = of('persona') + of('restriction');
  const injection = of('override') + of('exfiltration') + of('channel') + of('output');
  if (of('extraction') > jailbreak && of('extraction') > injection) return 'prompt_leak';
  return jailbreak > injection ? 'jailbreak' : 'injection';
}

/** `groups`: of each sign. Takes what it names out of `weights`. */
function messageOf(threat: keyof typeof SUMMARY, groups: readonly number[], weights: number[]): string {
  const reasons: string[] = [];
  // The heaviest group thrice, because sorting all of them costs more than the rest of a finding.
  while (reasons.length < MAX_REASONS) {
    let heaviest = -1;
    for (const group of groups) {
      if (REASONS[group] === undefined) continue;
      if ((weights[group] as number) > (heaviest < 0 ? 0 : (weights[heaviest] as number))) heaviest = group;
    }
    if (heaviest < 0) break;
    reasons.push(REASONS[heaviest] as string);
    weights[heaviest] = 0;
  }
  if (reasons.length === 0) return `${SUMMARY[threat]}.`;
  const last = reasons.pop() as string;
  return `${SUMMARY[threat]}: it ${reasons.length > 0 ? `${reasons.join(', ')} and ${last}` : last}.`;
}
