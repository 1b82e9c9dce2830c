import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { describe, expect, it } from 'vitest';
import { isInContext } from './deploy/docker-ignore.js';
import { lintDockerfile } from './deploy/dockerfile-lint.js';
import { repository, textOf } from './deploy/files.js';

const dockerfile = textOf('Dockerfile');
const instructions = DockerfileParser.parse(dockerfile).getInstructions();
const last = (keyword: string) => instructions.findLast((instruction) => instruction.getKeyword() === keyword)!;

describe('the Dockerfile', () => {
  it('keeps the rules', () => {
    expect(lintDockerfile(dockerfile)).toEqual([]);
  });

  it('would be found out if it did not', () => {
    const poor = `FROM node:latest AS build
ARG NPM_TOKEN=x
RUN apt-get update && apt-get install -y curl
RUN curl https://example.com/install | sh && sudo npm install --global pnpm
ADD . .
FROM node:24@sha256:${'0'.repeat(64)}
WORKDIR app
COPY --from=builder /app /app
USER node
HEALTHCHECK CMD curl -f http://localhost/
CMD node main.js`;
    expect(lintDockerfile(poor)).toEqual([
      'line 1: image is not pinned',
      'line 9: USER is root, or not a number',
      'line 5: ADD fetches and unpacks; COPY does not',
      'line 2: ARG stays in the image, and looks like a secret',
      'line 10: HEALTHCHECK runs through a shell',
      'line 11: CMD runs through a shell',
      'line 3: lists of apt stay',
      'line 3: apt installs recommendations',
      'line 4: npm installs any version',
      'line 4: more rights than needed',
      'line 4: runs what it fetches',
      'line 7: WORKDIR is relative',
      'line 8: there is no stage builder',
    ]);
    expect(lintDockerfile('FROM scratch')).toContain('the last stage has no USER');
    expect(lintDockerfile('FROM scratch')).toContain('there is not one HEALTHCHECK');
  });

  it('builds with the pnpm of the repository', () => {
    const { packageManager } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
    expect(dockerfile).toContain(`npm install --global --ignore-scripts ${packageManager}\n`);
  });

  it('checks health on the port that it exposes, with a file that it copies', () => {
    const check = /CMD \["\/nodejs\/bin\/node", "(\S+)"\]/.exec(last('HEALTHCHECK').getArgumentsContent()!)![1]!;
    expect(dockerfile).toMatch(new RegExp(`^COPY --from=build \\S+/deploy/healthcheck.mjs ${check}$`, 'm'));
    const port = /SENTINEL_SERVER__ADMIN_PORT=(\d+)/.exec(dockerfile)![1]!;
    expect(last('EXPOSE').getArgumentsContent()!.split(' ')).toContain(port);
    expect(textOf('healthcheck.mjs')).toContain(`?? '${port}'`);
  });
});

describe('the build context', () => {
  const copied = [
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    '.npmrc',
    'tsconfig.base.json',
    'tsup.base.ts',
    'scripts/lib/root.mjs',
    'packages/core/src/index.ts',
    'packages/core/tsup.config.ts',
    'packages/postgres/package.json',
    'examples/express/package.json',
    'examples/api-server/package.json',
    'examples/api-server/src/config/schema.ts',
    'examples/api-server/deploy/assemble.mjs',
    'examples/api-server/deploy/healthcheck.mjs',
  ];
  const kept = [
    '.git/config',
    'node_modules/tsup/package.json',
    'packages/core/node_modules/lru-cache/package.json',
    'packages/core/dist/index.js',
    'packages/core/src/scanner.test.ts',
    'docs/README.md',
    'examples/express/src/main.ts',
    'examples/api-server/test/deploy-image.test.ts',
    'examples/api-server/data/audit/db',
    'examples/api-server/deploy/.env',
    'examples/api-server/deploy/secrets/hmac-key',
    'examples/api-server/deploy/compose.yaml',
  ];

  it.each(copied)('has %s', (path) => {
    expect(existsSync(join(repository, path))).toBe(true);
    expect(isInContext(textOf('Dockerfile.dockerignore'), path)).toBe(true);
  });

  it.each(kept)('has no %s', (path) => {
    expect(isInContext(textOf('Dockerfile.dockerignore'), path)).toBe(false);
  });
});
