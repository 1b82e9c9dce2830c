import type { ExamplesFor } from '../../rule.js';
import type { gitHostSecretRules } from './git-hosts.js';
import { alnum, encode, examples, hex, jwt, namedExamples, tokenExamples, uuid } from './samples.js';

const oauthSecret = hex(40);
const giteaToken = hex(40, 4);

export const gitHostSecretExamples = {
  'secret/github-token': tokenExamples('gh' + 'p_', alnum(36), {
    match: [`git clone https://bot:${'gh'}o_${alnum(36, 2)}@github.com/shop/web.git`],
    noMatch: [`The function graph${'gh'}p${alnum(36)} is not ours.`],
  }),
  'secret/github-installation-token': tokenExamples('gh' + 's_', `12345_${jwt()}`),
  'secret/github-fine-grained-token': tokenExamples('github' + '_pat_', `${alnum(22)}_${alnum(59)}`),
  'secret/github-oauth-secret': examples(
    [
      `GITHUB_CLIENT_ID=${encode('shop')}\nGITHUB_CLIENT_SECRET=${oauthSecret}`,
      `new GitHubStrategy({ clientID: 'shop', clientSecret: '${oauthSecret}' }, done)`,
      `github:\n  app: shop\n  secret: "${oauthSecret}"\n`,
    ],
    [
      `github.com/shop/web/commit/${oauthSecret} keeps the secret out of the log`,
      'How do I get the client secret of a GitHub OAuth app?',
      `The secret scanner on GitHub stopped commit ${oauthSecret}.`,
    ],
  ),
  'secret/gitlab-token': tokenExamples('gl' + 'pat-', alnum(20), {
    match: [
      `curl -X POST -F token=${'gl'}ptt-${hex(40)} -F ref=main https://gitlab.test/api/v4/projects/7/trigger/pipeline`,
    ],
  }),
  'secret/gitlab-runner-token': tokenExamples('GR13' + '48941', alnum(20)),
  'secret/bitbucket-app-password': tokenExamples('AT' + 'BB', alnum(32)),
  'secret/bitbucket-oauth-secret': namedExamples('Bitbucket', 'BITBUCKET_OAUTH_SECRET', alnum(32)),
  'secret/atlassian-token': tokenExamples('ATA' + 'TT3xFf', alnum(180)),
  'secret/atlassian-legacy-token': namedExamples('Jira', 'JIRA_API_TOKEN', alnum(24)),
  'secret/gitea-token': examples(
    [
      `GITEA_TOKEN=${giteaToken}`,
      `tea login add --url https://gitea.test --token ${giteaToken}`,
      `forgejo:\n  url: https://git.example.test\n  token: ${giteaToken}\n`,
    ],
    [
      `gitea: mirror of ${giteaToken} done`,
      `On Codeberg the commit ${giteaToken} has the fix, the token is not needed.`,
      'How long is a Gitea access token?',
    ],
  ),
  'secret/sourcegraph-token': tokenExamples('sg' + 'p_', hex(40), {
    match: [`SRC_ACCESS_TOKEN=${'sg'}p_${hex(16)}_${hex(40, 3)}`],
    noMatch: [`sgp_${uuid()} is an order number`],
  }),
} satisfies ExamplesFor<ReturnType<typeof gitHostSecretRules>>;
