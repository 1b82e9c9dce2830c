/** @typedef {import('./process.mjs').RunResult} RunResult */
/** @typedef {{ readonly name: string, run(): Promise<RunResult> }} Step */

/**
 * Does a step and says so in one line, or with all its output when it fails. The lines are read by `.ci/run`, so output is indented.
 *
 * @param {Step} step
 * @returns {Promise<boolean>} Whether it went well.
 */
async function report({ name, run }) {
  const start = performance.now();
  const { code, output } = await run();
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)`);
  if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '      '));
  return code === 0;
}

/**
 * Does steps that do not depend on one another, some at a time.
 *
 * @param {readonly Step[]} steps
 * @returns {Promise<number>} How many failed.
 */
export async function reportAll(steps, atOnce = 2) {
  const waiting = [...steps];
  let failed = 0;
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (!(await report(step))) failed++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}

/** Ends a task whose preparation failed; the output is out already. */
export class StepFailed extends Error {}

/**
 * A step that the rest depends on.
 *
 * @param {Step} step
 */
export async function demand(step) {
  if (!(await report(step))) throw new StepFailed(step.name);
}
