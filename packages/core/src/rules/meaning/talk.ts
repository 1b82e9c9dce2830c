/** Concepts by which a sentence talks about attacks instead of making one: security, and defence against them. */
export const SECURITY: readonly string[] = ['SEC_TALK', 'DEFEND_V'];

/** The same, and reports, quotations, everyday ignoring and the rules of houses and games. */
export const TALK: readonly string[] = [
  ...SECURITY,
  'EXAMPLE_MARK',
  'QUOTE_MENTION',
  'REPORTED',
  'IGNORE_BENIGN',
  'RULE_TALK',
  'US',
];
