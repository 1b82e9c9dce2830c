// Ends with 1 when a link of the built site leads nowhere. `npm run docs:site` runs it after each build.
import { fileURLToPath } from 'node:url';
import { deadLinks } from './dead-links.js';

const dead = deadLinks(
  fileURLToPath(new URL('../../../../../docs/.vitepress/dist', import.meta.url)),
  process.env.DOCS_BASE,
);
for (const link of dead) console.error(link);
process.exitCode = dead.length > 0 ? 1 : 0;
