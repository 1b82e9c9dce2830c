import type { Rule } from '@llm-sentinel/core';

import { generatedFrom, page } from './markdown.js';

/** The groups of built-in rules, as their engines are named. */
export type RuleGroups = readonly (readonly [engine: string, rules: readonly ListedRule[]])[];

/** What patterns and rules by meaning have in common. */
type ListedRule = Pick<
  Rule,
  | 'id'
  | 'threatType'
  | 'severity'
  | 'score'
  | 'message'
  | 'context'
  | 'entity'
  | 'sources'
  | 'references'
  | 'experimental'
>;

/** The reference page of all built-in rules, as Markdown. */
export function rulesReference(groups: RuleGroups): string {
  const total = groups.reduce((sum, [, rules]) => sum + rules.length, 0);
  const parts = [
    '# Rules',
    '',
    generatedFrom('packages/core/src/rules'),
    '',
    `${total} built-in rules. Score: how likely a match is a true one; where two are given, the second holds when the context says so.`,
    'Sources: only texts from these are judged; empty means all.',
    '',
  ];
  for (const [engine, rules] of groups) {
    parts.push(`## Engine \`${engine}\` (${rules.length})`, '');
    for (const [family, members] of byFamily(rules)) {
      parts.push(
        `### ${family}`,
        '',
        '| rule | threat | severity | score | sources | what it says | references |',
        '|---|---|---|---|---|---|---|',
      );
      for (const rule of members) parts.push(row(rule));
      parts.push('');
    }
  }
  return page(parts);
}

function byFamily(rules: readonly ListedRule[]): Map<string, ListedRule[]> {
  const families = new Map<string, ListedRule[]>();
  for (const rule of rules) {
    const family = rule.id.split('/')[0] as string;
    const members = families.get(family);
    if (members === undefined) families.set(family, [rule]);
    else members.push(rule);
  }
  return families;
}

function row(rule: ListedRule): string {
  const score =
    rule.context === undefined
      ? `${rule.score}`
      : rule.context.required
        ? `${rule.context.score}`
        : `${rule.score}, ${rule.context.score}`;
  const cells = [
    `\`${rule.id}\``,
    rule.threatType + (rule.entity === undefined ? '' : ` (${rule.entity})`),
    rule.severity,
    score + (rule.experimental ? ' (on trial)' : ''),
    rule.sources?.join(', ') ?? '',
    rule.message,
    rule.references?.join(', ') ?? '',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
