/** Concepts that make a match talk about attacks, a report of one, or work on a text that has one in it. */
export const TALK: readonly string[] = [
  'QUOTE_MENTION',
  'SEC_TALK',
  'DEFEND_V',
  'EXAMPLE_MARK',
  'REPORTED',
  'PAST_STORY',
  'EDIT_OBJ',
  'ASK_ADVICE',
  'RULE_TALK',
];
