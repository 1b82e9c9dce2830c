import { expect, it } from 'vitest';
import { run } from './run.js';

it('an attack is told once on each channel, as one group, and its end as well', { timeout: 30_000 }, async () => {
  const lines: string[] = [];
  await run((line) => lines.push(line));
  const [told, silent, over] = lines
    .join('\n')
    .split(/^— .*\n/m)
    .slice(1)
    .map((part) => part.split('\n').filter((line) => /^\w/.test(line) && !line.includes('console     ')));
  const channels = ['console', 'discord', 'email', 'pagerduty', 'slack', 'webhook'];
  const names = (part: readonly string[] = []) => part.map((line) => line.split(' ')[0]).sort();
  expect(names(told)).toEqual(channels);
  expect(silent).toEqual([]);
  expect(names(over)).toEqual(channels);
  expect(told).toContain('slack     Firing: Most texts are blocked: an attack (and 1 more)');
  expect(over?.filter((line) => line.startsWith('pagerduty'))).toEqual([expect.stringMatching(/resolve [0-9a-f]{8}$/)]);
});
