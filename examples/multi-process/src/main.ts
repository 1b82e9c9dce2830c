import { runTimeline } from './multi-process.js';

const seconds = await runTimeline((line) => console.log(line));

const sum = (phase: string) => {
  const of = seconds.filter((second) => second.phase === phase);
  const allowed = of.flatMap((second) => second.allowed).reduce((a, b) => a + b, 0);
  return `${phase}: ${allowed} in ${of.length} s`;
};
console.log(`\nAllowed, ${['together', 'alone', 'together again'].map(sum).join('; ')}.`);
