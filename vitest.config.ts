import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const hasTests = (folder: string) => existsSync(at(`./${folder}/package.json`));
const packages = readdirSync(at('./packages'))
  .map((name) => `packages/${name}`)
  .filter(hasTests);
const examples = readdirSync(at('./examples'))
  .map((name) => `examples/${name}`)
  .filter(hasTests);

// Inside the workspace siblings resolve to their source: a test sees what was just edited. Packed tarballs have tests of their own.
const alias = packages
  .filter((folder) => existsSync(at(`./${folder}/src/index.ts`)))
  .flatMap((folder) => {
    const name = `@llm-sentinel/${folder.split('/')[1]}`;
    return [
      { find: new RegExp(`^${name}$`), replacement: at(`./${folder}/src/index.ts`) },
      // A sub-path has a source of its own. Files of data, which have a dot in their names, are what is published.
      { find: new RegExp(`^${name}/([a-z-]+)$`), replacement: `${at(`./${folder}/src`)}/$1.ts` },
    ];
  });

const versionOf = (folder: string) =>
  (JSON.parse(readFileSync(at(`./${folder}/package.json`), 'utf8')) as { version: string }).version;

// Deadlines are for tests that hang. Those that start servers share two cores with all others, and must not fail for being slow.
const deadlines = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      ...[...packages, ...examples].map((folder) => ({
        resolve: { alias },
        define: { __VERSION__: JSON.stringify(versionOf(folder)) },
        test: {
          ...deadlines,
          name: folder.replace(/^packages\//, ''),
          root: at(`./${folder}`),
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
        },
      })),
      { test: { ...deadlines, name: 'scripts', root: at('./scripts'), include: ['**/*.test.mjs'] } },
    ],
  },
});
