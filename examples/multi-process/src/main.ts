import { available } from '@llm-sentinel/servers';
import { runTimeline, type Second } from './multi-process.js';

if (available('redis-server')) await show();
else console.log('This example starts a Redis of its own, and redis-server is not installed.');

async function show(): Promise<void> {
  const seconds = await runTimeline((line) => console.log(line));
  const sum = (phase: Second['phase']) => {
    const of = seconds.filter((second) => second.phase === phase);
    const allowed = of.flatMap((second) => second.allowed).reduce((a, b) => a + b, 0);
    return `${phase}: ${allowed} in ${of.length} s`;
  };
  console.log(`\nAllowed, ${(['together', 'alone', 'together again'] as const).map(sum).join('; ')}.`);
}
