import type { Rule } from '@llm-sentinel/core';
import { atlasTechniques } from '../owasp/atlas.js';
import { type OwaspCategory, type OwaspId, owaspCategories } from '../owasp/categories.js';
import type { JudgedCase } from '../owasp/run-cases.js';
import { code, generatedFrom, page, table } from './markdown.js';

/** Rules shown for each case. */
const SHOWN_RULES = 3;

type ReferringRule = Pick<Rule, 'id' | 'references'>;

/** The reference page of the OWASP LLM Top 10 and MITRE ATLAS: what is found, by what, and what covers the rest. As Markdown. */
export function owaspReference(rules: readonly ReferringRule[], cases: readonly JudgedCase[]): string {
  const categories = Object.entries(owaspCategories) as [OwaspId, OwaspCategory][];
  const referring = (reference: string) => rules.filter(({ references }) => references?.includes(reference)).length;
  const casesOf = (id: OwaspId) => cases.filter(({ category }) => category === id);
  return page([
    '# OWASP LLM Top 10 and MITRE ATLAS',
    '',
    generatedFrom('packages/workbench/src/owasp and the rules'),
    '',
    'What the scanner finds of each risk of the [OWASP Top 10 for LLM applications](https://genai.owasp.org/llm-top-10/) (2025), and what has to cover the rest.',
    'Findings carry the ids in `references`, and the metric `threats_detected_total` has the OWASP id as `category`.',
    '',
    `The ${cases.length} cases below are scanned by a test, each beside a harmless text on the same subject that must pass. They show that a kind of attack is known, not how many`,
    'of its kind are found: that is measured on [the page on detection](../detection.md#measured).',
    '',
    ...table(
      ['id', 'risk', 'rules', 'cases', 'covered by'],
      categories.map(([id, category]) => [
        `[${id}](#${id.toLowerCase()}-${anchor(category.name)})`,
        category.name,
        `${referring(id)}`,
        `${casesOf(id).length}`,
        category.found === undefined ? 'other means only' : 'the scanner, with limits',
      ]),
    ),
    '',
    ...categories.flatMap(([id, { name, found, notFound, instead }]) => [
      `## ${id} ${name}`,
      '',
      ...(found === undefined ? [] : [`**Found.** ${found}`, '']),
      `**Not found.** ${notFound}`,
      '',
      `**What covers it.** ${instead}`,
      '',
      ...caseTable(casesOf(id)),
    ]),
    '## MITRE ATLAS',
    '',
    'Techniques that rules name. A rule may name several; the classifier and the engines for leaks and disguises name theirs besides.',
    '',
    ...table(
      ['technique', 'name', 'rules', 'cases'],
      Object.entries(atlasTechniques).map(([id, name]) => [
        code(id),
        name,
        `${referring(id)}`,
        `${cases.filter(({ technique }) => technique === id).length}`,
      ]),
    ),
  ]);
}

function caseTable(cases: readonly JudgedCase[]): string[] {
  if (cases.length === 0) return [];
  return [
    ...table(
      ['case', 'source', 'ATLAS', 'verdict', 'found by, among others'],
      cases.map(({ name, source, technique, category, result }) => [
        name,
        source,
        technique,
        `${result.action}, ${result.threatType}`,
        rulesOf(category, result.findings).map(code).join(', '),
      ]),
    ),
    '',
  ];
}

/** The rules that named the risk, the surest first. */
function rulesOf(category: OwaspId, findings: JudgedCase['result']['findings']): string[] {
  const named = findings.filter(({ references }) => references?.includes(category));
  return [...new Set(named.toSorted((a, b) => b.score - a.score).map(({ rule }) => rule))].slice(0, SHOWN_RULES);
}

function anchor(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
