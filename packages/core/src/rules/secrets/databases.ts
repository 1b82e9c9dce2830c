import { isPlaceholder, isSelfNamed } from '../../validators/placeholder.js';
import { defineSecrets } from './secret-rule.js';

// What a password may be compared with stands before the colon, so the span of an address is both.
function split(pair: string): readonly [user: string, password: string] {
  const colon = pair.indexOf(':');
  return [pair.slice(0, colon), pair.slice(colon + 1)];
}

/** `postgres:postgres` is how a container starts, not a secret. */
function isCredential(pair: string): boolean {
  const [user, password] = split(pair);
  return isRealPassword(password) && password !== user;
}

/** `admin:password`: documentation, or a server that is as open as its documentation. */
function isCommonCredential(pair: string): boolean {
  const [user, password] = split(pair);
  return isSelfNamed(password) && password !== user && user !== 'username' && !isPlaceholder(user);
}

function isRealPassword(value: string): boolean {
  return value.length >= 3 && !/^(?:[./~]|[A-Za-z]:\\)/.test(value) && !isPlaceholder(value);
}

const DATABASE_SCHEMES = [
  'postgres://',
  'postgresql://',
  'postgresql+',
  'postgis://',
  'mysql://',
  'mysql+',
  'mysql2://',
  'mariadb://',
  'mariadb+',
  'mongodb://',
  'mongodb+srv://',
  'redis://',
  'rediss://',
  'amqp://',
  'amqps://',
  'mssql://',
  'mssql+',
  'sqlserver://',
  'oracle://',
  'oracle+',
  'cockroachdb://',
  'clickhouse://',
  'clickhouse+',
  'couchdb://',
  'couchbase://',
  'cassandra://',
  'neo4j://',
  'neo4j+s://',
  'bolt://',
  'nats://',
  'mqtt://',
  'mqtts://',
  'memcached://',
  'snowflake://',
  'redshift://',
  'libsql://',
  'ldap://',
  'ldaps://',
  'smtp://',
  'smtps://',
  'imap://',
  'imaps://',
  'pulsar://',
  'stomp://',
  'vertica://',
] as const;

const WEB_SCHEMES = [
  'http://',
  'https://',
  'ftp://',
  'ftps://',
  'sftp://',
  'ssh://',
  'svn://',
  'socks5://',
  'rtsp://',
  'ws://',
  'wss://',
] as const;

const CONNECTION_FIELDS = [
  'server=',
  'server =',
  'data source=',
  'datasource=',
  'user id=',
  'userid=',
  'uid=',
  'database=',
  'initial catalog=',
  'host=',
  'dbname=',
  'jdbc:',
  'dsn=',
  'driver=',
  'username=',
  'user=',
] as const;

export const databaseSecretRules = defineSecrets(() => [
  {
    id: 'secret/database-url',
    what: 'the address of a database, queue or server with a password',
    entity: 'database_url',
    severity: 'critical',
    // Above an e-mail address, for which what stands around the @ could be taken.
    score: 0.96,
    keywords: DATABASE_SCHEMES,
    reach: 200,
    // The last @ before a slash ends the password: people forget to escape it. No user is usual with Redis.
    pattern: /:\/\/(?<span>[^\s:@/"'<>`]{0,80}:[^\s/"'<>`]{1,120})@[\w[%.-]/,
    validate: isCredential,
  },
  {
    id: 'secret/url-credentials',
    what: 'an address with a user name and password',
    entity: 'url_credentials',
    score: 0.85,
    keywords: WEB_SCHEMES,
    reach: 130,
    pattern: /:\/\/(?<span>[^\s:@/"'<>`?#]{1,80}:[^\s/"'<>`?#]{1,120})@[\w[%.-]/,
    validate: isCredential,
  },
  {
    id: 'secret/url-common-password',
    what: 'an address with a user name and a common password',
    entity: 'url_credentials',
    severity: 'low',
    score: 0.42,
    keywords: [...DATABASE_SCHEMES, 'ftp://', 'ftps://', 'sftp://'],
    reach: 80,
    pattern: /:\/\/(?<span>[^\s:@/"'<>`?#]{1,40}:[^\s@/"'<>`?#]{1,40})@[\w[%.-]/,
    validate: isCommonCredential,
  },
  {
    id: 'secret/connection-string',
    what: 'a connection string with a password',
    entity: 'connection_string',
    severity: 'critical',
    score: 0.9,
    keywords: ['password=', 'pwd=', 'password =', 'pwd ='],
    near: CONNECTION_FIELDS,
    reach: 240,
    pattern: /(?:^|[;\s?&"',])(?:[Pp]assword|PASSWORD|[Pp]wd|PWD)\s?=\s?(?<span>[^\s;"'&<>,)]{3,120})/,
    validate: isRealPassword,
  },
  {
    id: 'secret/connection-string-common-password',
    what: 'a connection string with a common password',
    entity: 'connection_string',
    severity: 'low',
    score: 0.42,
    keywords: ['password=', 'pwd=', 'password =', 'pwd ='],
    near: CONNECTION_FIELDS,
    reach: 240,
    pattern: /[;\s?&"',](?:[Pp]assword|PASSWORD|[Pp]wd|PWD)\s?=\s?(?<span>[^\s;"'&<>,)]{4,40})[;"'&]/,
    validate: isSelfNamed,
  },
]);
