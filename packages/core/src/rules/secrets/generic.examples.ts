import type { ExamplesFor } from '../../rule.js';
import type { genericSecretRules } from './generic.js';
import { alnum, digits, examples, hex, letters, lower, upper, uuid } from './samples.js';

const token = alnum(32);
const key = hex(32, 7);
const basic = btoa(`jane:${alnum(10)}`);

export const genericSecretExamples = {
  'secret/bearer-token': examples(
    [
      `curl https://api.example.test/v1/me -H "Authorization: Bearer ${token}"`,
      `headers: { Authorization: 'Bearer ${alnum(40)}' }`,
      `GET /resource HTTP/1.1\nHost: api.example.test\nAuthorization: Bearer ${hex(40)}\n`,
      `Authorization: Bearer nK_${digits(1)}.R${digits(1)}c-${digits(2)}.2TsWq`,
    ],
    [
      'Authorization: Bearer <token>',
      'headers: { Authorization: `Bearer ${process.env.TOKEN}` }',
      'The bearer of this letter is my sister.',
      'Bearer authentication_is_required_for_this',
    ],
  ),
  'secret/authorization-header': examples(
    [
      `X-Api-Key: ${token}`,
      `{"headers":{"x-auth-token":"${alnum(28)}"}}`,
      `curl -H 'PRIVATE-TOKEN: ${alnum(24)}' https://git.example.test/api/v4/projects`,
      `Authorization: Token ${hex(40)}`,
    ],
    [
      'X-Api-Key: your-api-key',
      'Send the header x-api-key with each call.',
      "req.headers['x-auth-token'] ?? req.headers.authorization",
    ],
  ),
  'secret/basic-authorization': examples(
    [
      `Authorization: Basic ${basic}`,
      `curl -H "Authorization: Basic ${btoa(`ci:${alnum(16)}`)}" https://api.example.test`,
      `proxy-authorization: basic ${btoa(`proxy:${alnum(8)}`)}`,
    ],
    [
      'Authorization: Basic <base64 of user:password>',
      'WWW-Authenticate: Basic realm="staging"',
      'Basic authentication sends the password with every call.',
    ],
  ),
  'secret/curl-user': examples(
    [
      `curl -u jane:${alnum(10)} https://api.example.test/v1/orders`,
      `curl --user 'ci:${alnum(12)}' -X POST https://jenkins.test/job/web/build`,
      `wget --user admin:${alnum(9)} https://files.example.test/a.zip`,
    ],
    [
      'curl -u $USER:$PASSWORD https://api.example.test',
      'curl -u user:password https://api.example.test',
      'curl --user-agent x:y https://example.test',
    ],
  ),
  'secret/command-line-password': examples(
    [
      `sshpass -p ${alnum(10)} ssh root@192.0.2.7`,
      `docker login -u ci -p ${alnum(16)} registry.example.test`,
      `psexec \\\\10.0.94.120 -u Administrator -p Quiet_${digits(4)} cmd`,
      `Connect-VIServer -Server vc.lab.test -User admin -Password Brisk!${digits(3)}`,
    ],
    [
      'docker login -u ci -p $REGISTRY_PASSWORD registry.example.test',
      'plink -ssh -P 2222 admin@192.0.2.7',
      'docker login --password-stdin',
    ],
  ),
  'secret/database-client-password': examples(
    [
      `mysql -u root -p${alnum(12)} shop < dump.sql`,
      `mysqldump --user=backup --password=${alnum(10)} --all-databases`,
      `redis-cli -h cache.test -a ${alnum(16)} PING`,
    ],
    [
      'mysql -u root -p shop < dump.sql',
      'mysqldump --user=backup --password=$MYSQL_PASSWORD shop',
      'redis-cli -p 6380 PING',
    ],
  ),
  'secret/netrc-password': examples(
    [
      `machine api.github.com login jane password ${alnum(12)}`,
      `machine files.example.test\n  login backup\n  password ${alnum(10)}\n`,
      `cat ~/.netrc\nmachine api.wandb.test\n  login user\n  password ${hex(40)}\n`,
    ],
    [
      'machine api.github.com login jane password <token>',
      'The vending machine took my login and my password, I think.',
      'machine example.test login jane',
    ],
  ),
  'secret/credential-object': examples(
    [
      `client.Credentials = new NetworkCredential("jane@example.test", "Quiet-${digits(4)}");`,
      `$d = New-Object DirectoryServices.DirectoryEntry("LDAP://10.0.0.1", "corp\\jane", "winter-${digits(3)}")`,
      `requests.get(url, auth=('jane', 'brisk-${digits(4)}'))`,
    ],
    [
      'client.Credentials = new NetworkCredential(user, password);',
      "requests.get(url, auth=('user', 'password'))",
      'new NetworkCredential("jane", "") asks for the rest.',
    ],
  ),
  'secret/password-assignment': examples(
    [
      'password = "Tr0ut&Lemon"',
      'DB_PASSWORD: quiet-River7',
      '{"user":"jane","password":"b4nana!split"}',
      "mail.login('jane@example.test', password='C0ldBrew_42')",
    ],
    [
      'password = os.environ["DB_PASSWORD"]',
      'password: z.string().min(12)',
      "get '/passwords/:id/edit' => 'sites/passwords#edit'",
      'password = "changeme123-example"',
      'if (password.length < 8) return;',
    ],
  ),
  'secret/password-literal': examples(
    [
      'String password = "blooberry";',
      "db:\n  user: app\n  password: 'goodspec'\n",
      'The default password is "centipede", please change it.',
      'The password for the wiki is "marigold".',
    ],
    [
      'password = "password"',
      "errors.password = 'required'",
      'The password is "case-sensitive".',
      'this.forgotPassword = "forgot_password";',
      'The password for this account is "expired".',
    ],
  ),
  'secret/password-environment': examples(
    ['POSTGRES_PASSWORD=whiteduke', 'export SMTP_PASS=marigold77', 'ENV MYSQL_ROOT_PASSWORD=greenhouse'],
    ['POSTGRES_PASSWORD=${DB_PASSWORD}', 'POSTGRES_PASSWORD=changeme', 'POSTGRES_PASSWORD=$(cat /run/secrets/db)'],
  ),
  'secret/password-setting': examples(
    [
      '<add key="MailPassword" value="Prestigio$7"/>',
      '<server><username>ci</username><password>greenhouse</password></server>',
      "credentials {\n  username 'ci'\n  password 'marigold77'\n}",
    ],
    [
      '<add key="MailPassword" value="${MAIL_PASSWORD}"/>',
      '<input type="password" name="login">',
      'Turn off password "hints" on all machines.',
    ],
  ),
  'secret/password-mention': examples(
    [
      'The password for the guest network is Sunny-Day-42.',
      'My password is hunter2, is that strong enough?',
      'Das Passwort lautet Regen!Bogen9, bitte nicht weitergeben.',
      'La contraseña es Verano#2024 y caduca el lunes.',
      'Пароль: Zima-2024!',
      'ログイン名は jane、パスワードは Fuji#3776 です。',
    ],
    [
      'The password is incorrect.',
      'Your password is too short: use 12 characters or more.',
      'Das Passwort ist falsch.',
      'A passcode is a password of digits.',
    ],
  ),
  'secret/secret-assignment': examples(
    [
      `API_KEY=${token}`,
      `{"client":"shop","apiToken":"${hex(40)}"}`,
      `const secretKey = '${alnum(40)}';`,
      `https://maps.example.test/v1/geocode?access_token=${alnum(24)}&q=Oslo`,
      `settings:\n  auth-token: ${hex(32, 3)}\n`,
      `WEATHER_API=${alnum(32, 4)}`,
    ],
    [
      'API_KEY=${API_KEY}',
      'const apiKey = process.env.API_KEY;',
      `publicKey: '${alnum(40)}'`,
      'token = tokenizer.encode(text, add_special_tokens=True)',
      `primary_key: ${hex(32)}`,
      'token=your_token_goes_here_please',
    ],
  ),
  'secret/secret-mention': examples(
    [
      `Here is my API key ${token}, why does the call fail?`,
      `The access token is ${hex(40)} and it expires tonight.`,
      `weatherservice SECRET ${lower(32)}`,
    ],
    [
      'An API key authenticates the caller.',
      'The secret ingredient is cardamom-and-orange-blossom-water.',
      `The public key ${hex(40)} is on the key server.`,
    ],
  ),
  'secret/secret-mention-for': examples(
    [
      `The API key for the staging server is ${token}.`,
      `Our token for the billing service was ${hex(32)} until May.`,
      `Use the new one, the secret of the old app is "${alnum(24)}".`,
    ],
    [
      'The key to the garden shed is under the third flowerpot.',
      'The token of my esteem is a small gift-wrapped-in-paper.',
      'The key for the map is on page 12.',
    ],
  ),
  'secret/key-mention': examples(
    [
      `mapservice key ${key}`,
      `Enter the licence key ${upper(6)}-${digits(4)}A-${digits(6)}B-${digits(5)}C to continue.`,
      `weather ACCESS ${hex(40)}`,
      `weather-PRIVATE-${alnum(40, 6)}`,
    ],
    [
      'The key 2024-01-31 23:59:59 sorts last.',
      'Private rooms cost 1,200 a night, access to the pool included.',
      'Press the key 1234567890 on the pad.',
    ],
  ),
  'secret/key-in-name': examples(
    [
      `mapKey=${uuid(3)}`,
      `weatherKEY ${uuid(2)}`,
      `{"stockKey": "${uuid(5)}"}`,
      `weatherTOKEN.${uuid(4)}`,
      `map_access_key_v2=${uuid(6)}`,
    ],
    ['mapKey=01234567890123456789', 'The turKey 1621-11-25 12:00:00 was eaten.', `monkey ${hex(32)}`],
  ),
  'secret/client-secret': examples(
    [
      `const CLIENT_SECRET = '1Qc${letters(18)}';`,
      `{"client_id":"shop","client_secret":"${alnum(24)}"}`,
      `consumer_secret: "${alnum(40)}"`,
    ],
    [
      "client_secret: 'client-secret-of-the-application'",
      'client_secret = "${CLIENT_SECRET}"',
      'The client_secret, "as the name says", must stay secret.',
    ],
  ),
  'secret/application-secret': examples(
    [
      `SECRET_KEY = 'django-insecure-${alnum(12)}^(+=${alnum(8)}%&${alnum(10)}'`,
      `app.secret_key = "${alnum(10)}#${alnum(8)}!${alnum(6)}"`,
      `session({ secret: '${alnum(12)}@${alnum(12)}$7' })`,
      "jwt:\n  secret: 'orchard#lantern'\n",
      `secret: "${alnum(8)}\\${alnum(9)}'${alnum(7)}#?"`,
    ],
    [
      "SECRET_KEY = os.environ['SECRET_KEY']",
      'secret: "https://vault.example.test/v1/secret/app"',
      "secret: 'a sentence with some blanks in it'",
      "secret: 'projects/app/latest#3'",
    ],
  ),
  'secret/user-and-password': examples(
    [
      "user = 'carol'\npassword = 'green apples'\n",
      'Username=fieldstaff\n// from the old server\nPassword=marigolds_again\n',
      'username: "joe",\n"password": "marigold",',
    ],
    [
      'user = form.user\npassword = form.password\n',
      "username = 'carol'\npassword = 'password'\n",
      'User: carol\nPassword: required\n',
      'username = read_user\npassword = read_password\n',
      'user = current_user\npassword = generate_it(12)\n',
    ],
  ),
  'secret/common-password': examples(
    [`My login is admin and P@ss${'w0rd'}12.`, `try ${'let' + 'mein'}99`, `He still uses ${'qwer' + 'ty'}456!`],
    ['Press qwerty on a German keyboard.', 'Please letmein.', 'https://example.test/qwerty123/keyboards'],
  ),
  'secret/opaque-value': examples(
    [
      `ACCESS_TOKEN=${digits(32)}`,
      `secret: ${letters(40).toLowerCase()}`,
      `api_key = "${letters(40)}"`,
      `map PRIVATE KEY ${'abcdefghij' + 'klmnopqrstuv'}`,
      `weather-SECRET-tok ${upper(8)}-${digits(4)}ABCD-${upper(8, 3)}`,
    ],
    [
      `token: ${'a'.repeat(32)}`,
      'secret: internationalization',
      'token=readonlyaccess',
      'ACCESS-CONTROL-ALLOW-ORIGIN',
      'key = someLongNameInCamelCase',
      `PUBLIC_KEY=${letters(40)}`,
    ],
  ),
} satisfies ExamplesFor<ReturnType<typeof genericSecretRules>>;
