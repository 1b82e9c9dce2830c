// Writes `verdicts.json`: asks the judge about each pattern that is new or has changed, and forgets those that are gone.
import { readFileSync, writeFileSync } from 'node:fs';
import { fingerprint, judge, patterns, type Verdict } from './judge-pattern.js';

const file = new URL('verdicts.json', import.meta.url);
const known = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Verdict | undefined>>;
const lines: string[] = [];

for (const [name, pattern] of [...patterns].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const print = fingerprint(pattern);
  const verdict = known[name]?.pattern === print ? known[name] : { pattern: print, degree: judge(pattern) };
  if (verdict !== known[name]) console.log(`${name}: ${verdict.degree}`);
  // No JSON for infinity; the pattern stays without a verdict, and its test fails.
  if (!Number.isFinite(verdict.degree)) continue;
  lines.push(`  ${JSON.stringify(name)}: { "pattern": "${verdict.pattern}", "degree": ${verdict.degree} }`);
}
writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
