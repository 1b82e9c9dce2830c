import type { RecentEvent } from '../../src/api.js';

/** `prompt_leak` as people say it. What custom rules name stays as it is. */
const THREATS: Readonly<Record<string, string>> = {
  injection: 'Injection',
  jailbreak: 'Jailbreak',
  prompt_leak: 'Prompt leak',
  pii: 'Personal data',
  secret: 'Secret',
  exfiltration: 'Exfiltration',
  obfuscation: 'Obfuscation',
  harmful: 'Harmful',
};

export function threatName(threatType: string): string {
  return Object.hasOwn(THREATS, threatType) ? THREATS[threatType]! : threatType;
}

export const ACTION_NAMES: Readonly<Record<RecentEvent['action'], string>> = {
  allow: 'Allowed',
  flag: 'Flagged',
  redact: 'Redacted',
  block: 'Blocked',
};

export const FEEDBACK_NAMES: Readonly<Record<NonNullable<RecentEvent['feedback']>, string>> = {
  false_positive: 'False positive',
  false_negative: 'False negative',
  confirmed: 'Confirmed',
};

/** `1 scan`, `2 scans`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

const ATLAS = /^AML\.T\d{4}(?:\.\d{3})?$/;

/** Where a technique of MITRE ATLAS is described; undefined for other references. */
export function referenceUrl(reference: string): string | undefined {
  return ATLAS.test(reference) ? `https://atlas.mitre.org/techniques/${reference}` : undefined;
}
