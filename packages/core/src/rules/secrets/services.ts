// Keys of web services that many programs use and that have no mark of their own, so that the service's name has to tell.
import { isOpaque } from './opaque.js';
import { defineSecrets, hasDigit, isRandomKey } from './secret-rule.js';

const SERVICES = [
  'airtable', 'anypoint', 'apitemplate', 'asana', 'betterstack', 'blazemeter', 'browshot', 'buddyns',
  'calendarific', 'capsulecrm', 'centralstationcrm', 'chartmogul', 'cloudsmith', 'dareboost', 'deepgram',
  'detectify', 'eagleeyenetworks', 'everhour', 'fastforex', 'findl', 'fxmarket', 'geckoboard', 'geocodify',
  'getresponse', 'glassnode', 'graphhopper', 'helpcrunch', 'hiveage', 'infura', 'instabot', 'ip2location', 'ipinfo',
  'karmacrm', 'leadfeeder', 'mailjet', 'mailmodo', 'metrilo', 'mixmax', 'mockaroo', 'myintervals',
  'nicereply', 'nozbe', 'pandadoc', 'parseur', 'paydirtapp', 'pepipost', 'planyo', 'proxycrawl',
  'qubole', 'rebrandly', 'requestfinance', 'rocketreach', 'rockset', 'runscope', 'scrapingant',
  'signaturit', 'signupgenius', 'simfin', 'skrapp', 'smartsheet', 'sportsmonk', 'stitchdata', 'storychief', 'surveybot',
  'tefter', 'theoddsapi', 'the-odds-api', 'tickettailor', 'tmetric', 'transferwise', 'uclassify', 'vbout',
  'versioneye', 'visualcrossing', 'zenrows', 'zerobounce', 'zipcodeapi',
] as const;

/** Letters and digits that take turns, or hardly any word. */
function isServiceKey(value: string): boolean {
  return (
    isRandomKey(value) ||
    isOpaque(value) ||
    (hasDigit(value) && /^(?:[A-Za-z\d]{11,}|\w{18,})$/.test(value) && /(?:\d\D*){3}/.test(value) && /[A-Za-z]/.test(value))
  );
}

export const serviceSecretRules = defineSecrets(() => [
  {
    id: 'secret/service-key',
    what: 'the key of a web service',
    entity: 'service_key',
    severity: 'medium',
    score: 0.55,
    keywords: SERVICES,
    reach: 100,
    // Behind a sign or a blank, and no part of an address.
    pattern: /[ :="'_-](?<![/.][\w-]{0,40}[ :="'_-])(?<span>[A-Za-z0-9_+-]{11,}={0,2})(?![\w./@=-])/,
    validate: isServiceKey,
  },
  {
    id: 'secret/service-token',
    what: 'the token of a web service',
    entity: 'service_token',
    score: 0.85,
    keywords: ['flb_live_', 'flb_test_', 'shltm_', 'bbff-', 'na1.', 'ion_', 'web_', 'beamer'],
    reach: 120,
    // Fleetbase, Flexport, Ubidots, FullStory, Ionic, dfuse, Beamer.
    pattern:
      /(?<![\w-])(?:flb_(?:live|test)_[A-Za-z0-9]{20}|shltm_[A-Za-z0-9_-]{40}|BBFF-[A-Za-z0-9]{30}|na1\.[A-Za-z0-9+/]{90,110}|ion_[A-Za-z0-9]{42}|web_[0-9a-f]{32}|b_[A-Za-z0-9=_/-]{44})(?!\w)/,
  },
]);
