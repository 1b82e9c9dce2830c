/** The colour of a threat type, as the name of a custom property. Custom types share what the built-in ones leave, by their name. */
export function threatColor(threatType: string): string {
  return BUILT_IN.has(threatType)
    ? `--threat-${threatType.replace('_', '-')}`
    : `--threat-custom-${hash(threatType) % CUSTOM}`;
}

const BUILT_IN = new Set([
  'injection',
  'jailbreak',
  'prompt_leak',
  'pii',
  'secret',
  'exfiltration',
  'obfuscation',
  'harmful',
]);

const CUSTOM = 4;

function hash(text: string): number {
  let value = 0;
  for (const character of text) value = (Math.imul(value, 31) + character.codePointAt(0)!) >>> 0;
  return value;
}

/** The colour behind a custom property now, for canvases: they know nothing of CSS. */
export function colorOf(property: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim();
}
