import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

const DIGITS = '0123456789';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const BASE32 = `${UPPER}234567`;
const BASE62 = `${DIGITS}${UPPER}${LOWER}`;

/**
 * Credentials in the formats of their vendors, none of which was ever issued. They are put together here, so that neither
 * this repository nor a copy of it contains anything that a secret scanner has to report.
 */
const SECRETS: Readonly<Record<string, () => string>> = {
  anthropic: () => `sk-ant-api03-${random('anthropic', 93, `${BASE62}-_`)}AA`,
  aws: () => `AKIA${random('aws', 16, BASE32)}`,
  'aws-secret': () => random('aws-secret', 40, `${BASE62}+/`),
  github: () => `ghp_${withChecksum(random('github', 30))}`,
  gitlab: () => `glpat-${random('gitlab', 20)}`,
  google: () => `AIza${random('google', 35, `${BASE62}-_`)}`,
  jwt: webToken,
  npm: () => `npm_${withChecksum(random('npm', 30))}`,
  openai: () => `sk-proj-${random('openai-1', 74)}T3BlbkFJ${random('openai-2', 74)}`,
  'postgres-url': () => `postgres://app:${random('postgres', 20)}@db.internal.example:5432/orders`,
  'private-key': privateKey,
  sendgrid: () => `SG.${random('sendgrid-1', 22)}.${random('sendgrid-2', 43)}`,
  slack: () => `xoxb-${random('slack-1', 12, DIGITS)}-${random('slack-2', 13, DIGITS)}-${random('slack-3', 24)}`,
  'slack-webhook': () =>
    [
      'https://hooks.slack.com/services',
      `T${random('team', 8, BASE32)}`,
      `B${random('bot', 10, BASE32)}`,
      random('hook', 24),
    ].join('/'),
  stripe: () => `sk_live_${random('stripe', 24)}`,
};

/**
 * Replaces `{{secret:github}}` and its kind by a credential-shaped value, the same in every run.
 *
 * @throws Error for a name that is not known.
 */
export function fillSecrets(text: string): string {
  return text.replace(/\{\{secret:([^}]*)\}\}/g, (_, name: string) => {
    const make = Object.hasOwn(SECRETS, name) ? SECRETS[name] : undefined;
    if (make === undefined) throw new Error(`unknown secret "${name}", known are ${Object.keys(SECRETS).join(', ')}`);
    return make();
  });
}

/** Looks random, but depends on the seed alone. */
function random(seed: string, length: number, alphabet = BASE62): string {
  let value = '';
  for (let block = 0; value.length < length; block++) {
    for (const byte of createHash('sha256').update(`${seed} ${block}`).digest())
      value += alphabet[byte % alphabet.length];
  }
  return value.slice(0, length);
}

// GitHub and npm end a token with the CRC-32 of its random part in base 62, and careful detectors check it.
function withChecksum(value: string): string {
  let rest = crc32(value);
  let checksum = '';
  for (let digit = 0; digit < 6; digit++) {
    checksum = BASE62[rest % 62] + checksum;
    rest = Math.floor(rest / 62);
  }
  return value + checksum;
}

function webToken(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: 'job-runner', iss: 'https://login.example', iat: 1_741_500_000, exp: 1_741_586_400 };
  return [part({ alg: 'HS256', typ: 'JWT' }), part(claims), random('jwt', 43, `${BASE62}-_`)].join('.');
}

function privateKey(): string {
  const label = 'OPENSSH PRIVATE KEY';
  const magic = Buffer.from('openssh-key-v1\0').toString('base64');
  const body = magic + random('private-key', 320 - magic.length, `${BASE62}+/`);
  return [`-----BEGIN ${label}-----`, ...(body.match(/.{64}/g) ?? []), `-----END ${label}-----`].join('\n');
}
