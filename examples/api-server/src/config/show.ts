import { OPTIONS } from './options.js';
import type { Config } from './schema.js';

const MASK = '********';

/** The configuration for people to read: secrets are masked. */
export function withoutSecrets(config: Config): Record<string, unknown> {
  const shown = structuredClone(config) as Record<string, unknown>;
  for (const { path, schema } of OPTIONS) {
    if (schema.secret !== true) continue;
    const name = path.at(-1) as string;
    const group = path.slice(0, -1).reduce((part, key) => part[key] as Record<string, unknown>, shown);
    if (group[name] !== undefined) group[name] = MASK;
  }
  return shown;
}

/** All options as a table in Markdown, for the README. */
export function optionsTable(): string {
  const rows = OPTIONS.map(({ path, variable, schema }) => {
    const file = schema.secret === true ? ', `…_FILE`' : '';
    const fallback = schema.default === undefined ? '–' : `\`${JSON.stringify(schema.default).replaceAll('"', "'")}\``;
    return `| \`${path.join('.')}\` | \`${variable}\`${file} | ${fallback} | ${schema.description ?? ''} |`;
  });
  return ['| option | variable | default | |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
