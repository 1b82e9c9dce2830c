import { shannonEntropy } from '../../validators/entropy.js';
import { isPlaceholder } from '../../validators/placeholder.js';
import { decodeBase64Url, hasJwtHeader } from './jwt.js';
import { isOpaque } from './opaque.js';
import { defineSecrets, isRandomKey } from './secret-rule.js';

// Names stand before values in the three cases people write: lower, Capital, UPPER. A key is only one that opens
// something: the public, primary or cache key of a data model is matched first, without a span, and so dropped by
// `validate`.
const OTHER_KEY =
  '(?:[Pp]ublic|PUBLIC|[Pp]rimary|PRIMARY|[Ff]oreign|[Cc]ache|[Pp]ublishable|[Ss]ite)[\\s_-]?(?:[Kk]ey|KEY)';
const SECRET_NAME =
  '(?:[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Cc]redentials?|CREDENTIALS?|[_-][Aa]uth|_AUTH|[_ -][Pp]at|[_ -]PAT|[_-][Aa]pi|_API|[Kk]ey|KEY)';

const PASSWORD_NAME = '(?:[Pp]ass(?:word|wd|phrase|code)|PASS(?:WORD|WD|PHRASE|CODE)|[Pp]wd|PWD|[Pp]ass|PASS)';

const PASSWORD_KEYWORDS = [
  'password',
  'passwd',
  'passphrase',
  'passcode',
  'pwd',
  'pass=',
  'pass =',
  'pass:',
  "pass'",
  'pass"',
  'pass =>',
] as const;

function count(value: string, kind: RegExp): number {
  return value.match(kind)?.length ?? 0;
}

/** Twelve to 15 letters and digits that take turns: too short to measure, so only behind a name that says what it is. */
function isShortSecret(value: string): boolean {
  return /^[A-Za-z\d]{12,15}$/.test(value) && count(value, /[A-Za-z]\d|\d[A-Za-z]/g) >= 3 && !isPlaceholder(value);
}

/** Capitals, small letters and three digits: enough behind a word that nothing but a token follows. */
function isMixed(value: string): boolean {
  return count(value, /\d/g) >= 3 && /[A-Z]/.test(value) && /[a-z]/.test(value) && !isPlaceholder(value);
}

/** A name, a path, a selector, a route: words with signs between them. */
const IDENTIFIER = /^[#.@:/]{0,2}[A-Za-z_]+(?:[-./:#]{1,2}[A-Za-z_]+)*[:,;.]?$/;

/** What people choose: six or more characters, letters and something else, not a path, an address or an expression. */
function isStrongPassword(value: string): boolean {
  return (
    value.length >= 6 &&
    /[A-Za-z]/.test(value) &&
    /[^A-Za-z]/.test(value) &&
    !IDENTIFIER.test(value) &&
    !/[(){}[\]|\\]|:\/\/|::|\?\.|^[./~]|^\w+\.\w+\.|^\d+\/|=$|^\d+(?:px|em|rem|ms|s|%|[kKmMgG][bB]?)$/.test(value) &&
    !isPlaceholder(value)
  );
}

/** In prose the sentence goes on or ends behind it, and a hyphen alone makes no password. */
function isSpokenPassword(value: string): boolean {
  const bare = value.replace(/[.!?)\]:]+$/, '');
  return isStrongPassword(bare) && /\d|[^\w.-]/.test(bare);
}

/** What follows "password is" when the sentence speaks about passwords. */
const SPOKEN_OF = new RegExp(
  [
    '^(?:in|not|too|un)?(?:correct|valid|wrong|weak|strong|secure|required|expired|missing|empty|changed|reset|updated',
    'set|short|long|easy|hard|known|stored|hashed|encrypted|protected|safe|needed|sent|shown|hidden|compromised|leaked',
    'stolen|important|accepted|case-?sensitive|plain-?text|forgotten|visible|optional|submit|button|field|label|error',
    'email|username|login|type|name|hints?|policy|manager)$',
  ].join('|'),
  'i',
);

/** `forgot_password`, `changePassword`, `/password/edit`. */
const FIELD_NAME = /[-_./#:]pass|[a-z]Pass|pass\w{0,8}[-_./#:A-Z]/;

/** A word in quotes counts too, when it is no description and no name of a field. */
function isQuotedPassword(value: string): boolean {
  return (
    value.length >= 5 &&
    !/[\s(){}<>]|:\/\/|::|^[./~#]|[.:]$/.test(value) &&
    (/\d/.test(value) || !FIELD_NAME.test(value)) &&
    !SPOKEN_OF.test(value) &&
    !isPlaceholder(value)
  );
}

/** No port, drive, path or file. */
function isTypedPassword(value: string): boolean {
  return !/^(?:\d+|\w+:|\/.*|.*\.\w{2,4})$/.test(value) && !isPlaceholder(value);
}

/** Mixed case or digits: a name of a setting has neither in this length. */
function isClientSecret(value: string): boolean {
  const mixed = /\d/.test(value) || (count(value, /[a-z]/g) >= 3 && count(value, /[A-Z]/g) >= 3);
  return mixed && shannonEntropy(value) >= 3.3 && !IDENTIFIER.test(value) && !isPlaceholder(value);
}

function isApplicationSecret(value: string): boolean {
  const punctuation = value.replace(/[\w./:-]+/g, '').length;
  const made = value.length >= 20 && punctuation >= 2 && /\d/.test(value) && shannonEntropy(value) >= 3.5;
  return (made || /^[\w-]{4,}[#!$%^&*][\w-]{4,}$/.test(value)) && !isPlaceholder(value);
}

/** Base 64 of `user:password` in printable characters. */
function isBasicCredential(value: string): boolean {
  return /^[\x20-\x7e]{1,80}:[\x20-\x7e]{1,200}$/.test(decodeBase64Url(value));
}

export const genericSecretRules = defineSecrets(() => [
  {
    id: 'secret/bearer-token',
    what: 'a bearer token',
    entity: 'bearer_token',
    score: 0.85,
    keywords: ['bearer'],
    reach: 2000,
    // RFC 6750.
    pattern: /\b(?:[Bb]earer|BEARER)["']?[:\s]{1,3}["']?(?<span>[A-Za-z0-9_~+/.-]{14,1900}={0,2})/,
    validate: (value) => isRandomKey(value) || hasJwtHeader(value) || isMixed(value),
  },
  {
    id: 'secret/authorization-header',
    what: 'the credentials of an HTTP header',
    entity: 'authorization_header',
    score: 0.88,
    keywords: [
      'authorization',
      'x-api-key',
      'x-auth-token',
      'x-access-token',
      'api-key:',
      'private-token',
      'x-vault-token',
      'ocp-apim-subscription-key',
    ],
    reach: 400,
    pattern: new RegExp(
      [
        '\\b(?:[Aa]uthorization|AUTHORIZATION',
        '[Xx]-(?:[Aa]uth|[Aa]ccess|[Vv]ault)-[Tt]oken',
        '[Xx]-[Aa][Pp][Ii]-[Kk][Ee][Yy]',
        '[Aa][Pp][Ii]-[Kk]ey',
        '(?:PRIVATE|[Pp]rivate)-(?:TOKEN|[Tt]oken)',
        '[Oo]cp-[Aa]pim-[Ss]ubscription-[Kk]ey)["\']?\\s?[:=,]\\s?["\']?',
      ].join('|') +
        '(?:(?:[Tt]oken|[Aa]pi[Kk]ey|[Bb]ot|[Kk]ey|SSWS)[ =]{1,2})?(?<span>[A-Za-z0-9_~+/.:-]{14,380}={0,2})',
    ),
    validate: isRandomKey,
  },
  {
    id: 'secret/basic-authorization',
    what: 'a user name and password for HTTP Basic authentication',
    entity: 'basic_authorization',
    score: 0.95,
    keywords: ['basic '],
    near: ['auth', 'authorization', 'header', '-h '],
    reach: 300,
    // RFC 7617.
    pattern: /\b[Bb]asic\s{1,2}(?<span>[A-Za-z0-9+/]{8,280}={0,2})/,
    validate: isBasicCredential,
  },
  {
    id: 'secret/curl-user',
    what: 'a user name and password on a command line',
    entity: 'command_line_password',
    score: 0.85,
    keywords: ['curl', 'wget', 'httpie'],
    reach: 400,
    pattern: /\s(?:-u|--user)[ =]["']?[^\s:"']{1,80}:(?<span>[^\s"'@]{3,120})/,
    validate: (value) => !isPlaceholder(value),
  },
  {
    id: 'secret/command-line-password',
    what: 'a password on a command line',
    entity: 'command_line_password',
    score: 0.82,
    keywords: [
      'sshpass',
      'psexec',
      'docker login',
      'podman login',
      'helm registry login',
      'net use',
      'connect-viserver',
      'plink',
      'smbclient',
      'rdesktop',
      'xfreerdp',
      'ldapsearch',
    ],
    reach: 200,
    pattern: /\s(?:-[pw] ?|-pw |\/p:|\/user:\S{1,40} |--?[Pp]assword[ =:])["']?(?<span>[^\s"'<>|;&-][^\s"'<>|;&]{3,100})/,
    validate: isTypedPassword,
  },
  {
    id: 'secret/database-client-password',
    what: 'a password on a command line',
    entity: 'command_line_password',
    score: 0.82,
    keywords: ['mysql -', 'mysqldump', 'mysqladmin', 'mongodump', 'mongorestore', 'mongosh', 'sqlcmd', 'redis-cli', 'mariadb -'],
    reach: 160,
    // MySQL wants the password stuck to -p; a word behind a blank is the database.
    pattern: /\s(?:-p|-a |-P |--password[= ])["']?(?<span>[^\s"'<>|;&=-][^\s"'<>|;&]{3,100})/,
    validate: isTypedPassword,
  },
  {
    id: 'secret/netrc-password',
    what: 'a password in netrc form',
    entity: 'netrc_password',
    score: 0.88,
    keywords: ['machine '],
    near: ['password'],
    reach: 240,
    pattern: /\bmachine\s{1,4}[\w.-]{3,80}\s{1,8}login\s{1,4}\S{1,80}\s{1,8}password\s{1,4}(?<span>\S{4,120})/,
    validate: (value) => !isPlaceholder(value),
  },
  {
    id: 'secret/credential-object',
    what: 'a user name and password in code',
    entity: 'hardcoded_password',
    score: 0.8,
    keywords: [
      'networkcredential',
      'directoryentry',
      'passwordauthentication',
      'usernamepassword',
      'basicauth(',
      'auth=(',
    ],
    reach: 240,
    // Constructors that take user and password as literals, in .NET, Java, Python.
    pattern: new RegExp(
      '(?:NetworkCredential|DirectoryEntry|PasswordAuthentication|UsernamePassword\\w{0,30}|[Bb]asicAuth|auth=)\\s?' +
        '\\(\\s{0,30}(?:"[^"\\n]{0,120}"\\s?,\\s{0,40}|\'[^\'\\n]{0,120}\'\\s?,\\s{0,40}){1,2}' +
        '["\'](?<span>[^"\'\\n]{4,100})["\']',
    ),
    validate: isQuotedPassword,
  },
  {
    id: 'secret/password-assignment',
    what: 'a password',
    entity: 'password',
    score: 0.75,
    keywords: PASSWORD_KEYWORDS,
    reach: 160,
    pattern: new RegExp(
      `${PASSWORD_NAME}\\w{0,12}[\\s"'\`\\])}\\\\]{0,14}[=:][\\s"'\`\\\\=>]{0,8}(?<span>[^\\s"'\`,;<>\\\\]{6,100})`,
    ),
    validate: isStrongPassword,
  },
  {
    id: 'secret/user-and-password',
    what: 'a user name and a password',
    entity: 'password',
    severity: 'medium',
    score: 0.55,
    keywords: ['user ', 'user=', 'username'],
    near: ['password', 'passwd', 'pass '],
    reach: 160,
    // A line each, as in a settings file. Beside a name, words are a password too.
    pattern: new RegExp(
      '(?:[Uu]ser(?:[Nn]ame)?|USER(?:NAME)?)["\']?\\s{0,4}[=:] ?(?:"[\\w.@+-]{3,40}"|\'[\\w.@+-]{3,40}\'|[\\w.@+-]{3,40})[,;]?\\s{1,8}' +
        `(?:(?:#|//)[^\\n]{0,40}\\s{1,8}){0,2}[\\w$"']{0,24}?${PASSWORD_NAME}["']?\\s{0,4}[=:] ?` +
        '(?<span>"[^"\\n\\\\]{5,40}"|\'[^\'\\n\\\\]{5,40}\'|(?![\\w-]{0,36}(?:pass|pwd|user))[a-z\\d_-]{8,40}(?![\\w.([]))',
    ),
    validate: (value) => !isPlaceholder(value.replace(/["']/g, '')) && !SPOKEN_OF.test(value),
  },
  {
    id: 'secret/password-literal',
    what: 'a password',
    entity: 'password',
    score: 0.6,
    keywords: PASSWORD_KEYWORDS,
    reach: 120,
    // A plain word is a password only as a literal in quotes.
    pattern: new RegExp(
      `${PASSWORD_NAME}\\w{0,12}(?: (?:for|of|to)(?: [^\\s.:;]{1,20}){1,4} )?[\\s"'\\])\\\\]{0,14}(?:[=:][=>]{0,2}|is|was)\\s{0,6}\\\\?["']` +
        '(?<span>[^"\'\\n\\\\]{5,60})["\'\\\\]',
    ),
    validate: isQuotedPassword,
  },
  {
    id: 'secret/password-environment',
    what: 'a password',
    entity: 'password',
    score: 0.7,
    keywords: ['_pass=', '_password=', '_passwd=', '_pwd=', 'pgpassword=', 'mysql_pwd='],
    reach: 120,
    // In a line of an environment file a word may be one too.
    pattern: /\b[A-Z][A-Z0-9_]{0,60}(?:PASS(?:WORD|WD|PHRASE)?|PWD)=["']?(?<span>[^\s"'<>`]{4,80})/,
    validate: (value) => !/[()]/.test(value) && !isPlaceholder(value),
  },
  {
    id: 'secret/password-setting',
    what: 'a password in a configuration file',
    entity: 'password',
    score: 0.75,
    keywords: ['password" value', "password' value", 'pwd" value', 'password>', "password '", 'password "'],
    reach: 160,
    // .NET settings, XML elements, Gradle blocks.
    pattern: /(?:[Pp]assword|PASSWORD|[Pp]wd)(?:["']\s{1,4}value\s?=\s?["']|>|\s["'])(?<span>[^"'\s<>]{4,100})["'<]/,
    validate: isQuotedPassword,
  },
  {
    id: 'secret/password-mention',
    what: 'a password',
    entity: 'password',
    score: 0.72,
    keywords: [
      'password',
      'passcode',
      'passphrase',
      'passwort',
      'kennwort',
      'mot de passe',
      'contrasena',
      'senha',
      'wachtwoord',
      'haslo',
      'losenord',
      'parola',
      'sifre',
      'пароль',
      '密码',
      '密碼',
      'パスワード',
      '비밀번호',
      'كلمه المرور',
      'kata sandi',
      'mat khau',
      'पासवर्ड',
    ],
    reach: 140,
    // In prose, in the languages of most users: "the password for the wiki is …". Accents are folded away.
    pattern: new RegExp(
      [
        '(?:[Pp]ass(?:word|code|phrase|wort)|[Kk]ennwort|[Mm]ot de passe|[Cc]ontrasena|[Ss]enha|[Ww]achtwoord|[Hh]aslo',
        '[Ll]osenord|[Pp]arola|[Ss]ifre|\\Sароль|密码|密碼|パスワード|비밀번호|كلمه المرور|[Kk]ata sandi|[Mm]at khau|पासवर्ड)',
      ].join('|') +
        '(?: (?:for|of|to|fur|pour|para|do|da|de|von|zu|от|для)(?: [^\\s.:;]{1,20}){1,3})?' +
        '(?:\\s(?:is|was|are|be|to|as|ist|lautet|war|est|es|e|jest|este|adalah|है|هي)\\s|\\s?[:=：-]|[は是为為])\\s{0,3}' +
        '["\'`]?(?<span>[^\\s"\'`,;<>]{5,64})',
    ),
    validate: isSpokenPassword,
  },
  {
    id: 'secret/common-password',
    what: 'a password that many people use',
    entity: 'password',
    severity: 'low',
    score: 0.42,
    keywords: ['p@ssw', 'passw0rd', 'letmein', 'qwerty', 'iloveyou'],
    reach: 24,
    // Nothing around it has to say what it is.
    pattern: /(?<![\w/])(?:[Pp]@ssw[o0]rd|[Pp]assw0rd|[Ll]etmein|[Qq]werty|[Ii]loveyou)[@#!]?\d{1,4}[@#!]?(?![\w/])/,
  },
  {
    id: 'secret/secret-assignment',
    what: 'a secret, token or API key',
    entity: 'generic_secret',
    score: 0.8,
    keywords: [
      'secret',
      'token',
      'credential',
      'apikey',
      'api_key',
      'api-key',
      'api key',
      'accesskey',
      'access_key',
      'access-key',
      'access key',
      'privatekey',
      'private_key',
      'private-key',
      'key =',
      'key:',
      'key=',
      "key'",
      'key"',
      'key: ',
      'key="',
      "key='",
      '_auth',
      '-auth',
      'auth=',
      'auth:',
      '_pat',
      '_api=',
      '-api=',
      '-api:',
      'pat =',
      'pat=',
      'pat:',
    ],
    reach: 320,
    // A bracket behind the value makes it a call, which `validate` drops.
    pattern: new RegExp(
      `${OTHER_KEY}|${SECRET_NAME}\\w{0,8}[\\s"'\`\\])}\\\\]{0,12}[=:,|][\\s"'\`\\\\=>]{0,6}` +
        '(?<span>[A-Za-z0-9_.~+/=@!%&*#^$-]{12,400}[([{]?)',
    ),
    validate: (value) => isRandomKey(value) || isShortSecret(value),
  },
  {
    id: 'secret/secret-mention',
    what: 'a secret, token or API key',
    entity: 'generic_secret',
    score: 0.7,
    keywords: [
      'secret',
      'token',
      'apikey',
      'api_key',
      'api-key',
      'api key',
      'accesskey',
      'access_key',
      'access-key',
      'access key',
      'privatekey',
      'private_key',
      'private key',
    ],
    reach: 320,
    // In prose, in tables, or stuck to the name: "my API key is …", "TOKEN …", "secret-…".
    pattern: new RegExp(
      `${OTHER_KEY}|${SECRET_NAME}(?:[\\s_-]{1,4}(?:[Kk]ey|KEY|[Tt]oken|TOKEN))?(?: (?:is|was|as|be))?` +
        '[\\s"\'`:-]{1,8}(?<span>[A-Za-z0-9_.+/=-]{14,400}[([{]?)',
    ),
    validate: isRandomKey,
  },
  {
    id: 'secret/secret-mention-for',
    what: 'a secret, token or API key',
    entity: 'generic_secret',
    score: 0.75,
    keywords: ['key for', 'key of', 'key to', 'token for', 'token of', 'token to', 'secret for', 'secret of'],
    reach: 200,
    // "the API key for the staging server is …"
    pattern: new RegExp(
      '(?:[Kk]ey|[Tt]oken|[Ss]ecret) (?:for|of|to)(?: [\\w\'-]{1,20}){1,4} (?:is|was)[\\s"\'`:-]{1,4}' +
        '(?<span>[A-Za-z0-9_.+/=-]{14,200}[([{]?)',
    ),
    validate: isRandomKey,
  },
  {
    id: 'secret/key-mention',
    what: 'a secret, token or API key',
    entity: 'generic_secret',
    score: 0.65,
    keywords: ['key ', 'key-', 'access', 'private'],
    reach: 160,
    pattern: new RegExp(
      '(?:[Kk]ey|KEY|ACCESS|[Aa]ccess|PRIVATE|[Pp]rivate)(?: {1,4}(?:[Kk]ey|KEY|[Tt]oken|TOKEN))?[\\s"\'`:=-]{1,6}' +
        '(?<span>[A-Za-z0-9_.+/=-]{16,200}[([{]?)',
    ),
    validate: isRandomKey,
  },
  {
    id: 'secret/key-in-name',
    what: 'a secret, token or API key',
    entity: 'generic_secret',
    score: 0.65,
    // No keyword, for the name is stuck to a word: it is the digits of the value that are noticed.
    digits: [4, 400],
    reach: 90,
    pattern: new RegExp(
      '[a-z0-9](?:[ _.-]?(?:K(?:ey|EY)|T(?:oken|OKEN)|S(?:ecret|ECRET)|A(?:ccess|CCESS)|P(?:rivate|RIVATE))' +
        '|[ _.-](?:key|token|secret|access|private)|key(?=["\']?[:=.-]))[\\w ]{0,12}["\'\\]]{0,2}' +
        '[ :=.-]{1,4}["\'`]?(?<span>[A-Za-z0-9_.+/=-]{12,200})',
    ),
    validate: (value) => isRandomKey(value) || isShortSecret(value),
  },
  {
    id: 'secret/client-secret',
    what: 'a client secret',
    entity: 'client_secret',
    score: 0.8,
    keywords: [
      'client_secret',
      'clientsecret',
      'client-secret',
      'client secret',
      'app_secret',
      'appsecret',
      'consumer_secret',
    ],
    reach: 160,
    pattern: new RegExp(
      '(?:[Cc]lient|CLIENT|[Aa]pp|APP|[Cc]onsumer|CONSUMER)[ _-]?(?:[Ss]ecret|SECRET)[\\s"\'`\\])}\\\\]{0,14}' +
        '[=:,][\\s=>\\\\]{0,8}["\'`](?<span>[A-Za-z0-9_~.+/-]{14,120}={0,2})["\'`\\\\]',
    ),
    validate: isClientSecret,
  },
  {
    id: 'secret/application-secret',
    what: 'the secret key of an application',
    entity: 'application_secret',
    score: 0.85,
    keywords: ['secret_key', 'secretkey', 'secret=', 'secret =', 'secret:', 'secret"', "secret'", 'secret\\'],
    reach: 200,
    // Django, Flask, Rails, Express: 20 characters and more, with punctuation. Or two words and a sign.
    pattern: new RegExp(
      '(?:[Ss]ecret|SECRET)\\w{0,12}[\\s"\'`\\])}\\\\]{0,14}[=:,][\\s=>\\\\]{0,8}' +
        '["\'](?<span>(?<=")(?:[^\\s"\\\\]|\\\\(?!")){10,120}(?=\\\\?")|(?<=\')(?:[^\\s\'\\\\]|\\\\(?!\')){10,120}(?=\\\\?\'))',
    ),
    validate: isApplicationSecret,
  },
  {
    id: 'secret/opaque-value',
    what: 'a secret, token or API key',
    entity: 'generic_secret',
    severity: 'medium',
    score: 0.5,
    keywords: ['secret', 'token', 'apikey', 'api_key', 'api-key', 'access_key', 'access-key', 'key=', 'key ', 'private', 'access'],
    reach: 160,
    pattern: new RegExp(
      `${OTHER_KEY}|(?:[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Kk]ey|KEY|ACCESS|PRIVATE)[\\w-]{0,8}[\\s"'\`\\])=:.-]{1,8}` +
        '(?<span>[A-Za-z]{20,120}|\\d{20,80}|(?:[A-Z\\d]{4,8}-){1,6}[A-Z\\d]{4,8}|[a-z\\d]{8}(?:-[a-z\\d]{4}){3}-[a-z\\d]{12})\\b',
    ),
    validate: isOpaque,
  },
]);
