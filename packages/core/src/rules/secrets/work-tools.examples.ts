import type { ExamplesFor } from '../../rule.js';
import {
  alnum,
  base64,
  digits,
  encode,
  examples,
  hex,
  lower,
  namedExamples,
  tokenExamples,
  upper,
  uuid,
} from './samples.js';
import type { workToolSecretRules } from './work-tools.js';

const mapboxBody = `${encode({ u: 'shop', a: lower(25) })}.${alnum(22)}`;
const asanaToken = `1/12${digits(14)}:${hex(32)}`;
const trelloKey = hex(32, 4);
const trueNasKey = `8-${alnum(64)}`;

export const workToolSecretExamples = {
  'secret/linear-key': tokenExamples('lin' + '_api_', alnum(40)),
  'secret/notion-token': tokenExamples('nt' + 'n_', `${digits(11)}${alnum(35)}`, {
    match: [`NOTION_KEY=secret${'_'}${alnum(43)}`],
    noMatch: ['Read client_secret_from_the_environment_of_the_process before use.'],
  }),
  'secret/airtable-token': tokenExamples('pa' + 't', `${alnum(14)}.${hex(64)}`, {
    noMatch: ['The pattern of the path is patently simple, 0123456789 times.'],
  }),
  'secret/airtable-key': examples(
    [
      `AIRTABLE_API_KEY=ke${'y'}${alnum(14)}`,
      `Airtable.configure({ apiKey: 'ke${'y'}${alnum(14, 2)}' });`,
      `My Airtable script stopped, it uses ke${'y'}${alnum(14, 3)}.`,
    ],
    [
      'AIRTABLE_API_KEY=keyXXXXXXXXXXXXXX',
      'Airtable ended API keys in 2024, keyboard shortcuts stay.',
      `airtable record rec${alnum(14)} has a key field`,
    ],
  ),
  'secret/asana-token': examples(
    [
      `ASANA_PAT=${asanaToken}`,
      `curl -H "Authorization: Bearer ${asanaToken}" https://app.asana.test/api/1.0/users/me`,
      `client = asana.Client.access_token('2/12${digits(14)}/12${digits(14, 2)}:${hex(32, 2)}')`,
    ],
    [
      `asana task https://app.asana.test/0/12${digits(14)}/12${digits(14, 2)}`,
      'Asana tokens begin with 1/ and the number of the user.',
      '1/1 of the tests passed',
    ],
  ),
  'secret/asana-secret': namedExamples('Asana', 'ASANA_CLIENT_SECRET', hex(32)),
  'secret/figma-token': tokenExamples('fi' + 'gd_', alnum(43)),
  'secret/figma-legacy-token': examples(
    [`X-Figma-Token: 1394-${uuid()}`, `FIGMA_TOKEN=20881-${uuid(2)}`, `figma.export(file, token='139442-${uuid(3)}')`],
    [
      'X-Figma-Token: <personal access token>',
      `figma component ${uuid()} was renamed`,
      'A Figma file key is part of its address.',
    ],
  ),
  'secret/postman-key': tokenExamples('PM' + 'AK-', `${hex(24)}-${hex(34)}`),
  'secret/trello-token': examples(
    [
      `TRELLO_API_KEY="${trelloKey}"`,
      `https://api.trello.test/1/members/me/boards?key=${trelloKey}&token=AT${'TA'}${hex(64)}${hex(8).toUpperCase()}`,
      `Trello token: ${hex(64, 2)}`,
    ],
    [
      'https://trello.com/b/nC8QJJoZ/trello-development-roadmap',
      'TRELLO_API_KEY=0123',
      'Attach the card on Trello before 2024-01-31 12:00, please.',
    ],
  ),
  'secret/contentful-token': tokenExamples('CF' + 'PAT-', alnum(43)),
  'secret/typeform-token': tokenExamples('tf' + 'p_', alnum(59)),
  'secret/readme-key': tokenExamples('rd' + 'me_', lower(70)),
  'secret/dropbox-token': tokenExamples('s' + 'l.', `B${alnum(134)}`, {
    noMatch: ['sl.wikipedia.org is the Slovenian one.'],
  }),
  'secret/frameio-token': tokenExamples('fi' + 'o-u-', alnum(64)),
  'secret/maxmind-key': examples(
    [
      `GEOIP_LICENSE_KEY=${alnum(6)}_${alnum(29)}_${'mm'}k`,
      `maxmind:\n  account: 1\n  license_key: ${alnum(6, 2)}_${alnum(29, 2)}_${'mm'}k\n`,
      `The MaxMind download of GeoLite2 fails with ${alnum(6, 3)}_${alnum(29, 3)}_${'mm'}k`,
    ],
    [
      'license_key: <your MaxMind licence key>',
      'MaxMind keys end in _mmk since 2023.',
      `${alnum(6)}_${alnum(12)}_mmk is no MaxMind key`,
    ],
  ),
  'secret/zoho-token': tokenExamples('10' + '00.', `${hex(32)}.${hex(32, 2)}`),
  'secret/salesforce-token': tokenExamples('00' + 'D', `${alnum(12)}!${alnum(96)}`),
  'secret/teamwork-token': tokenExamples('tk' + 'n.v1_', `${base64(75)}=`),
  'secret/segment-token': tokenExamples('sg' + 'p_', alnum(64)),
  'secret/clickup-token': tokenExamples('p' + 'k_', `${digits(7)}_${upper(32)}`),
  'secret/algolia-key': namedExamples('Algolia', 'ALGOLIA_ADMIN_KEY', hex(32)),
  'secret/mapbox-token': tokenExamples('s' + 'k.', mapboxBody),
  'secret/mapbox-public-token': tokenExamples('p' + 'k.', mapboxBody),
  'secret/openweather-key': namedExamples('OpenWeather', 'OPENWEATHER_API_KEY', hex(32)),
  'secret/adafruit-key': tokenExamples('ai' + 'o_', alnum(28)),
  'secret/pubnub-key': tokenExamples('pub' + '-c-', uuid()),
  'secret/thingsboard-token': examples(
    [
      `curl -d '{"t":21}' https://thingsboard.cloud/api/v1/${lower(20)}/telemetry`,
      `coap-client -m post coap://coap.thingsboard.cloud/api/v1/${lower(20, 2)}/telemetry`,
      `url = "http://demo.thingsboard.io/api/v1/${lower(20, 3)}/attributes"`,
    ],
    [
      'https://thingsboard.cloud/api/v1/ACCESS_TOKEN/telemetry',
      'https://thingsboard.io/docs/reference/http-api/',
      `GET /api/v1/${lower(9)} on thingsboard`,
    ],
  ),
  'secret/truenas-key': examples(
    [
      `curl https://nas.test/api/v2.0/device/get_info -H "Authorization: Bearer ${trueNasKey}"`,
      `{"msg":"method","method":"auth.login_with_api_key","params":["${trueNasKey}"]}`,
      `TRUENAS_API_KEY=10-${alnum(64, 2)}`,
    ],
    ['TRUENAS_API_KEY=1-abc', `truenas pool 8-${alnum(20)} is degraded`, 'GET /api/v2.0/pool lists the pools'],
  ),
  'secret/nightfall-key': tokenExamples('N' + 'F-', alnum(32)),
} satisfies ExamplesFor<ReturnType<typeof workToolSecretRules>>;
