import type { Rule } from '../../rule.js';
import { arRules } from './ar.js';
import { bnRules } from './bn.js';
import { csRules } from './cs.js';
import { deRules } from './de.js';
import { elRules } from './el.js';
import { esRules } from './es.js';
import { faRules } from './fa.js';
import { frRules } from './fr.js';
import { heRules } from './he.js';
import { hiRules } from './hi.js';
import { idRules } from './id.js';
import { itRules } from './it.js';
import { jaRules } from './ja.js';
import { koRules } from './ko.js';
import { nlRules } from './nl.js';
import { plRules } from './pl.js';
import { ptRules } from './pt.js';
import { roRules } from './ro.js';
import { ruRules } from './ru.js';
import { svRules } from './sv.js';
import { thRules } from './th.js';
import { trRules } from './tr.js';
import { ukRules } from './uk.js';
import { viRules } from './vi.js';
import { zhRules } from './zh.js';

/** Instruction override, prompt extraction and jailbreaks in languages other than English, by language code. */
export const languageRules: readonly Rule[] = [
  ...arRules,
  ...bnRules,
  ...csRules,
  ...deRules,
  ...elRules,
  ...esRules,
  ...faRules,
  ...frRules,
  ...heRules,
  ...hiRules,
  ...idRules,
  ...itRules,
  ...jaRules,
  ...koRules,
  ...nlRules,
  ...plRules,
  ...ptRules,
  ...roRules,
  ...ruRules,
  ...svRules,
  ...thRules,
  ...trRules,
  ...ukRules,
  ...viRules,
  ...zhRules,
];
