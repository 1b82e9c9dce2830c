import type { ExamplesFor } from '../../rule.js';
import type { messagingSecretRules } from './messaging.js';
import { alnum, base32, digits, examples, hex, namedExamples, tokenExamples, upper, uuid } from './samples.js';

const mailgunKey = `${hex(32)}-${hex(8)}-${hex(8, 2)}`;
const mailchimpKey = `${hex(32, 3)}-us21`;
const mandrillKey = alnum(22);
const postmarkToken = uuid(9);
const twitterBearer = `${'A'.repeat(22)}${alnum(40)}%2F${alnum(35)}%3D`;
const authToken = hex(32, 8);
const facebookSecret = hex(32, 9);

export const messagingSecretExamples = {
  'secret/sendgrid-key': tokenExamples('S' + 'G.', `${alnum(22)}.${alnum(43)}`),
  'secret/mailgun-key': tokenExamples('ke' + 'y-', hex(32), { noMatch: [`monkey-${hex(32)} is a cache entry`] }),
  'secret/mailgun-private-key': examples(
    [
      `MAILGUN_API_KEY=${mailgunKey}`,
      `mailgun:\n  domain: mg.example.test\n  key: "${mailgunKey}"\n`,
      `Mailgun answers Forbidden to the key ${mailgunKey}.`,
    ],
    [
      'MAILGUN_API_KEY=key-xxxxxxxx',
      `Mailgun stored the message ${uuid()}, the key was fine.`,
      'Where is the private API key in Mailgun?',
    ],
  ),
  'secret/mailchimp-key': examples(
    [
      `MAILCHIMP_API='${mailchimpKey}'`,
      `mailchimp.setConfig({ apiKey: '${mailchimpKey}', server: 'us21' });`,
      `curl -u anystring:${mailchimpKey} https://us21.api.mailchimp.test/3.0/ping`,
    ],
    [
      'Mailchimp keys end in -us and the number of the data centre.',
      'curl https://us21.api.mailchimp.test/3.0/ping',
      `The host eu-west-us1 answered ${hex(32)}.`,
    ],
  ),
  'secret/mandrill-key': examples(
    [
      `MANDRILL_API_KEY=${mandrillKey}`,
      `mandrill = Mandrill('${mandrillKey}')`,
      `Our Mandrill key is md-${mandrillKey}, it sends the invoices.`,
    ],
    [
      'MANDRILL_API_KEY=your_mandrill_api_key',
      'Mandrill became a paid add-on of Mailchimp.',
      'The CSS class md-button-toggle-selected is from Material.',
    ],
  ),
  'secret/twilio-key': tokenExamples('S' + 'K', hex(32), {
    noMatch: ['The SKU sk0123 is sold out, skis and skates are not.'],
  }),
  'secret/twilio-account-sid': tokenExamples('A' + 'C', hex(32), { noMatch: ['The AC in room ac01 is broken.'] }),
  'secret/twilio-auth-token': examples(
    [
      `TWILIO_AUTH_TOKEN=${authToken}`,
      `client = Client(account, auth_token="${authToken}") # twilio`,
      `Twilio rejects the token ${authToken} since noon.`,
    ],
    [
      `Twilio call ${authToken} lasted two minutes, the token was valid.`,
      'TWILIO_AUTH_TOKEN=your_auth_token',
      'Where do I find the Twilio auth token?',
    ],
  ),
  'secret/postmark-token': examples(
    [
      `X-Postmark-Server-Token: ${postmarkToken}`,
      `postmark: "${postmarkToken}",`,
      `new postmark.ServerClient(process.env.TOKEN ?? '${postmarkToken}') // token: '${postmarkToken}'`,
    ],
    [
      `Postmark message ${postmarkToken} bounced.`,
      'X-Postmark-Server-Token: <server token>',
      'Postmark has server tokens and account tokens.',
    ],
  ),
  'secret/resend-key': tokenExamples('r' + 'e_', `${alnum(8)}_${alnum(24)}`, {
    noMatch: ['The function re_compile_pattern_buffer_with_syntax1 is old.'],
  }),
  'secret/brevo-key': tokenExamples('xkey' + 'sib-', `${hex(64)}-${alnum(16)}`),
  'secret/mailersend-token': tokenExamples('ml' + 'sn.', hex(64)),
  'secret/onesignal-key': tokenExamples('os_' + 'v2_app_', base32(103)),
  'secret/telnyx-key': tokenExamples('KEY' + '01', `8${upper(30)}_${alnum(22)}`),
  'secret/messagebird-key': namedExamples('MessageBird', 'MESSAGEBIRD_ACCESS_KEY', alnum(25)),
  'secret/vonage-secret': namedExamples('Vonage', 'VONAGE_API_SECRET', alnum(16)),
  'secret/klaviyo-key': tokenExamples('p' + 'k_', hex(34)),
  'secret/intercom-token': tokenExamples('dG' + '9rO', `${alnum(54)}=`),
  'secret/hubspot-token': tokenExamples('pa' + 't-na1-', uuid()),
  'secret/facebook-token': tokenExamples('EA' + 'AC', alnum(160)),
  'secret/facebook-secret': examples(
    [
      `FACEBOOK_APP_SECRET=${facebookSecret}`,
      `config.facebook.key = "${facebookSecret}"`,
      `The Facebook app secret is ${facebookSecret}, can you check the login flow?`,
    ],
    [
      `facebook/react has the tarball digest ${facebookSecret}, no key needed`,
      'FACEBOOK_APP_SECRET=your_app_secret',
      'How do I reset the secret of a Facebook app?',
    ],
  ),
  'secret/twitter-bearer': examples(
    [
      `curl -H "Authorization: Bearer ${twitterBearer}" https://api.twitter.test/2/tweets`,
      `TWITTER_BEARER_TOKEN=${twitterBearer}`,
      `bearer = "${twitterBearer}"`,
    ],
    [
      `data:image/png;base64,${'A'.repeat(60)}`,
      `${'A'.repeat(40)}rgh, the build is broken again!`,
      'Bearer tokens of Twitter begin with a row of capital As.',
    ],
  ),
  'secret/twitter-secret': examples(
    [
      `TWITTER_API_SECRET=${alnum(50)}`,
      `TWITTER_ACCESS_TOKEN=1${digits(17)}-${alnum(40)}`,
      `auth.set_consumer_key(k)\nconsumer_secret = '${alnum(50, 4)}'`,
    ],
    [
      `https://twitter.com/shop/status/1${digits(17)} has the key facts`,
      'TWITTER_API_SECRET=paste_it_here',
      'Twitter renamed the consumer key to API key.',
    ],
  ),
  'secret/linkedin-secret': namedExamples('LinkedIn', 'LINKEDIN_CLIENT_SECRET', alnum(16)),
  'secret/spotify-secret': namedExamples('Spotify', 'SPOTIFY_CLIENT_SECRET', hex(32)),
} satisfies ExamplesFor<ReturnType<typeof messagingSecretRules>>;
