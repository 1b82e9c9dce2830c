// The least that a scanner of this kind has to do with a text: see "The limit".
import { ruleSetFor } from '../../core/src/built-in.js';
import { ROW_ACCEPT, step } from '../../core/src/engines/automaton.js';
import { standardModel } from '../../core/src/model/index.js';
import { foldedUnits } from '../../core/src/normalize/fold-table.js';

/** Makes the program. It answers with a number so that nothing of it can be left out. */
export function createFloor(): (text: string) => number {
  const { automaton } = ruleSetFor([], []).keywords;
  const { rows, denseStates } = automaton;
  const { weights } = standardModel();
  const folds = foldedUnits;
  const slots = weights.length - 1;

  return (text) => {
    const { length } = text;
    let [state, hash, before, sum] = [0, 0, 0, 0];
    for (let i = 0; i < length; i++) {
      const unit = folds[text.charCodeAt(i)] as number;
      if (unit >= 97 && unit <= 122) {
        hash = Math.imul(hash ^ unit, 0x01000193);
        const next = rows[(Math.min(state, denseStates) << 5) | (unit - 96)] as number;
        state = next < ROW_ACCEPT ? next : step(automaton, state, unit) & 0x3fffffff;
        continue;
      }
      state = unit < 128 ? step(automaton, state, unit) & 0x3fffffff : 0;
      if (hash === 0) continue;
      sum += weights[numberOf(hash, 0) & slots] as number;
      sum += weights[numberOf(before, hash) & slots] as number;
      before = hash;
      hash = 0;
    }
    return sum + state;
  };
}

function numberOf(a: number, b: number): number {
  const mixed = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}
