import type { ExamplesFor } from '../../rule.js';
import type { databaseSecretRules } from './databases.js';
import { alnum, examples } from './samples.js';

const password = `Tr0ut-${alnum(8)}`;

export const databaseSecretExamples = {
  'secret/database-url': examples(
    [
      `DATABASE_URL=postgres://shop:${password}@db.internal.test:5432/shop?sslmode=require`,
      `client = MongoClient("mongodb+srv://app:${password}@cluster0.abcde.mongodb.net/test")`,
      `redis-cli says WRONGPASS for redis://:${password}@cache.test:6379/0`,
      `CELERY_BROKER_URL=amqps://worker:pa@ss${alnum(6)}@rabbit.test/vhost`,
      `engine = create_engine('postgresql+psycopg2://etl:${password}@10.0.0.7/warehouse')`,
      `jdbc:mysql://admin:${password}@db.test:3306/app`,
    ],
    [
      'DATABASE_URL=postgres://shop:${DB_PASSWORD}@db:5432/shop',
      'postgres://postgres:postgres@localhost:5432/postgres starts the test container.',
      'mongodb://localhost:27017/shop needs no login',
      'mysql://admin:changeme@db/app is in the README',
      'redis://cache.test:6379/0',
    ],
  ),
  'secret/url-credentials': examples(
    [
      `git clone https://deploy:${password}@git.example.test/shop/web.git`,
      `lftp ftp://backup:${password}@files.example.test/nightly`,
      `HTTP_PROXY=http://jane:${password}@proxy.example.test:3128`,
    ],
    [
      'https://<user>:<password>@git.example.test/shop/web.git',
      'https://example.test:8443/a@b is an odd path',
      'const url = `https://${user}:${pass}@api.example.test/v1`;',
      'Write to https://example.test/contact or to jane@example.test.',
    ],
  ),
  'secret/url-common-password': examples(
    [
      'postgresql://admin:secret@db.example.test/shop',
      'The old camera is at ftp://root:password@192.0.2.7/recordings',
      'amqp://worker:password@rabbit.example.test/queue',
    ],
    [
      'mongodb://username:password@localhost:27017/database is the form',
      'postgres://secret:secret@localhost/db',
      'ftp://files.example.test/password/readme.txt',
    ],
  ),
  'secret/connection-string': examples(
    [
      `Server=tcp:shop.database.windows.net,1433;Database=shop;User ID=app;Password=${password};Encrypt=True;`,
      `jdbc:sqlserver://db.test;databaseName=shop;user=sa;password=${password}`,
      `Driver={ODBC Driver 18};Server=db.test;Uid=etl;Pwd=${password};`,
    ],
    [
      'Server=db.test;Database=shop;User ID=app;Password=<your password>;',
      'Server=db.test;Database=shop;Trusted_Connection=True;',
      'sudo: user=jane ; TTY=pts/0 ; PWD=/home/jane ; USER=root',
      "conn = f'host=db.test user=app password={password} dbname=shop'",
    ],
  ),
  'secret/connection-string-common-password': examples(
    [
      'Server=db.test;Port=5432;User Id=app;Password=secret;Database=shop;',
      'Data Source=db.test;Initial Catalog=shop;User ID=sa;Password=myPassword;',
      'Driver={SQL Server};Server=db.test;Uid=sa;Pwd=password;',
    ],
    [
      `Server=db.test;User Id=app;Password=${password};`,
      'Server=db.test;User Id=app;Password=${SECRET};',
      'The field Password= of the connection string must not be empty, Server= neither.',
    ],
  ),
} satisfies ExamplesFor<ReturnType<typeof databaseSecretRules>>;
