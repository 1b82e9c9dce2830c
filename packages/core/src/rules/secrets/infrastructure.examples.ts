import type { ExamplesFor } from '../../rule.js';
import type { infrastructureSecretRules } from './infrastructure.js';
import { alnum, base64, encode, examples, hex, lower, namedExamples, tokenExamples, upper, uuid } from './samples.js';

const legacyVault = `s.${alnum(24)}`;
const unsealKey = base64(44);
const herokuKey = uuid(4);
const atlasKey = uuid(6);
const oktaToken = `00${alnum(40)}`;
const globalKey = hex(37);
const serviceAccount = encode({
  signInAddress: 'shop.1password.test',
  secretKey: upper(30),
  muk: { k: alnum(43) },
  id: hex(64),
});
const globalKeyExample = `X-Auth-Key: ${globalKey}`;

export const infrastructureSecretExamples = {
  'secret/terraform-cloud-token': examples(
    [
      `credentials "app.terraform.io" {\n  token = "${alnum(14)}.atlas${'v1'}.${alnum(67)}"\n}`,
      `TF_TOKEN_app_terraform_io=${alnum(14)}.atlas${'v1'}.${alnum(67)}`,
      `terraform login prints ${alnum(14, 5)}.atlas${'v1'}.${alnum(67, 5)} and then fails`,
    ],
    [
      'token = "xxxxxx.atlasv1.zzzzzzzzzzzzz"',
      'Tokens of HCP Terraform have .atlasv1. in the middle.',
      `short.atlas${'v1'}.${alnum(60)}`,
    ],
  ),
  'secret/vault-token': tokenExamples('hv' + 's.', alnum(95), {
    match: [`VAULT_TOKEN=${'hv'}b.${alnum(160)}`],
    noMatch: ['See hvs.placeholder and hvb.tooshort in the docs.'],
  }),
  'secret/vault-legacy-token': examples(
    [
      `VAULT_TOKEN="${legacyVault}"`,
      `curl -H "X-Vault-Token: ${legacyVault}" http://127.0.0.1:8200/v1/secret/app`,
      `vault:\n  addr: https://vault.test\n  token: ${legacyVault}\n`,
    ],
    [
      'function(){s.addComponentsFromRegistry()} // vault token',
      `vault token lookup ${lower(8)}`,
      'VAULT_TOKEN=s.xxxxxxxxxxxxxxxxxxxxxxxx',
    ],
  ),
  'secret/vault-unseal-key': examples(
    [
      `Unseal Key 1: ${unsealKey}`,
      `vault operator unseal ${unsealKey}`,
      `Please keep this safe.\nUnseal Key 3: ${base64(44, 7)}\nInitial Root Token: see mail`,
    ],
    [
      'vault operator unseal',
      'Unseal Key 1: <redacted>',
      'Three of five people have to unseal the vault after a restart.',
    ],
  ),
  'secret/doppler-token': tokenExamples('dp' + '.pt.', alnum(43), {
    match: [`DOPPLER_TOKEN=${'dp'}.st.dev.${alnum(43)}`],
  }),
  'secret/pulumi-token': tokenExamples('pu' + 'l-', hex(40)),
  'secret/1password-token': tokenExamples('op' + 's_', serviceAccount.replace(/[-_]/g, 'A').padEnd(300, 'Q2')),
  'secret/1password-secret-key': tokenExamples(
    'A' + '3-',
    `${upper(6)}-${upper(6, 2)}-${upper(5)}-${upper(5, 2)}-${upper(5, 3)}-${upper(5, 4)}`,
  ),
  'secret/infracost-key': tokenExamples('ic' + 'o-', alnum(32)),
  'secret/heroku-key': tokenExamples('HR' + 'KU-', `AA${alnum(58)}`),
  'secret/heroku-legacy-key': examples(
    [
      `HEROKU_API_KEY=${herokuKey}`,
      `heroku:\n  api_key: ${herokuKey}\n  app: shop\n`,
      `Heroku refuses the token ${herokuKey} since the reset.`,
    ],
    [
      `curl https://kolkrabbi.heroku.com/apps/${herokuKey}/github/push # no key needed`,
      'HEROKU_API_KEY=your_key_here',
      'heroku authorizations:create prints a new token',
    ],
  ),
  'secret/digitalocean-token': tokenExamples('dop' + '_v1_', hex(64)),
  'secret/fly-token': tokenExamples('fm' + '2_', base64(200)),
  'secret/netlify-token': tokenExamples('nf' + 'p_', alnum(36)),
  'secret/netlify-legacy-token': namedExamples('Netlify', 'NETLIFY_AUTH_TOKEN', alnum(43)),
  'secret/vercel-token': tokenExamples('vc' + 'p_', alnum(56)),
  'secret/vercel-legacy-token': namedExamples('Vercel', 'VERCEL_TOKEN', alnum(24)),
  'secret/cloudflare-token': tokenExamples('cf' + 'at_', alnum(48)),
  'secret/cloudflare-origin-key': tokenExamples('v1' + '.0-', `${hex(24)}-${hex(146)}`),
  'secret/cloudflare-legacy-token': namedExamples('Cloudflare', 'CLOUDFLARE_API_TOKEN', alnum(40)),
  'secret/cloudflare-global-key': examples(
    [
      `curl https://api.cloudflare.test/client/v4/zones -H "X-Auth-Email: a@b.test" -H "${globalKeyExample}"`,
      `CF_API_KEY=${globalKey}`,
      `Cloudflare says the global API key ${globalKey} is invalid.`,
    ],
    [
      `The digest ${globalKey} has 37 digits.`,
      'X-Auth-Key: <global API key> for Cloudflare',
      `cloudflare key ${hex(40)}`,
    ],
  ),
  'secret/planetscale-token': tokenExamples('pscale' + '_tkn_', alnum(43)),
  'secret/supabase-key': tokenExamples('sb' + 'p_', hex(40), {
    match: [`SUPABASE_SECRET_KEY=sb_${'secret'}_${alnum(31)}`],
  }),
  'secret/neon-key': tokenExamples('na' + 'pi_', lower(64)),
  'secret/mongodb-atlas-secret': tokenExamples('mdb' + '_sa_sk_', alnum(40)),
  'secret/mongodb-atlas-key': examples(
    [
      `MONGODB_ATLAS_PRIVATE_KEY=${atlasKey}`,
      `provider "mongodbatlas" {\n  public_key = "abcdwxyz"\n  private_key = "${atlasKey}"\n}`,
      `ATLAS_PRIVATE_KEY: '${atlasKey}'`,
    ],
    [
      `MongoDB Atlas cluster ${atlasKey} is paused`,
      'ATLAS_PRIVATE_KEY=${ATLAS_PRIVATE_KEY}',
      'Where do I make an API key in MongoDB Atlas?',
    ],
  ),
  'secret/render-key': tokenExamples('rn' + 'd_', alnum(28), {
    noMatch: ['The helper rnd_nearest_even_toward_zero_x has no digit.'],
  }),
  'secret/tailscale-key': tokenExamples('ts' + 'key-', `auth-k${alnum(16)}-${alnum(32)}`, {
    noMatch: ['tskey-foo is not a key.'],
  }),
  'secret/fastly-token': namedExamples('Fastly', 'FASTLY_API_TOKEN', alnum(32)),
  'secret/scalingo-token': tokenExamples('tk-' + 'us-', alnum(48)),
  'secret/ngrok-token': examples(
    [
      `ngrok config add-authtoken 2${alnum(26)}_${alnum(21)}`,
      `authtoken: 2${alnum(26, 2)}_${alnum(20, 2)}\nversion: 2\n`,
      `ngrok tells me that 1${alnum(26, 3)}_${alnum(20, 3)} is banned.`,
    ],
    [
      'ngrok config add-authtoken <token>',
      `ngrok forwards https://${hex(12)}.ngrok.app to port 80`,
      'authtoken: $NGROK_AUTHTOKEN',
    ],
  ),
  'secret/okta-token': examples(
    [
      `OKTA_API_TOKEN=${oktaToken}`,
      `Authorization: SSWS ${oktaToken}`,
      `variable "corp_okta_api_token" {\n  default = "${oktaToken}"\n}`,
    ],
    [
      'okta_api_token = 00aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      `okta user 00u${alnum(17)} has no token`,
      'Send SSWS and the token in the Authorization header of Okta calls.',
    ],
  ),
  'secret/auth0-secret': namedExamples('Auth0', 'AUTH0_CLIENT_SECRET', alnum(64)),
  'secret/stytch-secret': tokenExamples('secret-' + 'live-', `${alnum(40)}`),
  'secret/launchdarkly-key': tokenExamples('sd' + 'k-', uuid()),
} satisfies ExamplesFor<ReturnType<typeof infrastructureSecretRules>>;
