import type { ExamplesFor } from '../../rule.js';
import type { registrySecretRules } from './registries.js';
import { alnum, encode, examples, hex, lower, tokenExamples, uuid } from './samples.js';

const npmUuid = uuid(5);
const login = btoa(`builder:${alnum(14)}`);

export const registrySecretExamples = {
  'secret/npm-token': tokenExamples('np' + 'm_', alnum(36), {
    match: [`//registry.npmjs.org/:_authToken=${'np'}m_${alnum(36, 2)}`],
  }),
  'secret/npm-legacy-token': examples(
    [
      `//registry.npmjs.org/:_authToken=${npmUuid}`,
      `export NPM_TOKEN="${npmUuid}"`,
      `npm config set _authToken ${'='} "${npmUuid}"`.replace('set _authToken', 'set //registry.npmjs.org/:_authToken'),
    ],
    [
      `//registry.npmjs.org/:_authToken=\${NPM_TOKEN}`,
      `npm audit report ${npmUuid} was sent`,
      'Set NPM_TOKEN in the settings of the repository.',
    ],
  ),
  'secret/npm-basic-auth': examples(
    [
      `registry=https://npm.example.test/\n_auth=${login}\nemail=ci@example.test`,
      `//npm.example.test/:_password="${btoa(alnum(18))}"\n//npm.example.test/:username=ci`,
      `always-auth = true\n_auth = ${btoa(`ci:${alnum(20)}`)}\nregistry = https://artifacts.example.test/npm/`,
    ],
    [
      'registry=https://npm.example.test/\n_auth=${NPM_AUTH}',
      'npm login writes _auth or _authToken, depending on the registry.',
      'email=ci@example.test\n_auth=',
    ],
  ),
  'secret/pypi-token': tokenExamples('pypi-' + 'AgEIcHlwaS5vcmc', alnum(160)),
  'secret/rubygems-key': tokenExamples('rubygems' + '_', hex(48)),
  'secret/crates-token': examples(
    [
      `cargo login ci${'o'}${alnum(32)}`,
      `CARGO_REGISTRY_TOKEN=ci${'o'}${alnum(32, 2)}`,
      `[registry]\ntoken = "ci${'o'}${alnum(32, 3)}"\n`,
    ],
    [
      `cargo build finished in ci${'o'}1`,
      'The CIO signed the registry contract.',
      `cioppino recipe: the key is fresh fish`,
    ],
  ),
  'secret/nuget-key': tokenExamples('oy' + '2', lower(43)),
  'secret/docker-hub-token': tokenExamples('dckr' + '_pat_', alnum(27)),
  'secret/docker-config-auth': examples(
    [
      `{"auths":{"https://index.docker.io/v1/":{"auth":"${login}"}}}`,
      `{ "auths": { "registry.example.test": { "auth": "${login}", "email": "ci@example.test" } } }`,
      `.dockerconfigjson: |\n  {"auths":{"ghcr.io":{"username":"ci","auth":"${login}"}}}`,
    ],
    [
      '{"auths":{"https://index.docker.io/v1/":{}},"credsStore":"desktop"}',
      '{"auths":{"ghcr.io":{"auth":"..."}}}',
      'What is stored under "auths" in the config.json of Docker?',
    ],
  ),
  'secret/clojars-token': tokenExamples('CLO' + 'JARS_', lower(60)),
  'secret/artifactory-key': tokenExamples('AK' + 'Cp', `8${alnum(68)}`),
  'secret/packagist-token': tokenExamples('packagist' + '_ort_', hex(68)),
  'secret/jsr-token': tokenExamples('js' + 'rp_', alnum(40), { noMatch: [`jsrp_${encode('a')} is short`] }),
} satisfies ExamplesFor<ReturnType<typeof registrySecretRules>>;
