import type { ExamplesFor } from '../../rule.js';
import type { monitoringSecretRules } from './monitoring.js';
import { alnum, base64, encode, examples, hex, lower, tokenExamples, upper, uuid } from './samples.js';

const datadogKey = hex(32, 2);
const sentryKey = hex(64, 2);
const pagerKey = `u+${alnum(18)}`;
const splunkToken = uuid(7);
const sonarToken = hex(40, 2);
const snykToken = uuid(8);
const jenkinsToken = `11${hex(32)}`;
const firstPassword = hex(32, 5);

export const monitoringSecretExamples = {
  'secret/datadog-key': examples(
    [
      `DD_API_KEY=${datadogKey}`,
      `datadog:\n  apiKey: ${datadogKey}\n  site: datadoghq.eu\n`,
      `The Datadog agent logs "API key ${datadogKey} invalid".`,
    ],
    [
      `Datadog trace ${datadogKey} shows the slow call, the key metric is p99.`,
      'DD_API_KEY=<your key>',
      'How many API keys may one have in Datadog?',
    ],
  ),
  'secret/new-relic-key': tokenExamples('NR' + 'AK-', upper(27), {
    match: [`# newrelic.yml\ncommon:\n  license_key: ${hex(36)}${'NR'}AL\n`],
  }),
  'secret/pixie-key': tokenExamples('px-' + 'api-', uuid()),
  'secret/grafana-token': tokenExamples('gl' + 'sa_', `${alnum(32)}_${hex(8)}`, {
    match: [
      `GRAFANA_CLOUD_TOKEN=${'gl'}c_${encode({ o: '1', n: 'stack', k: alnum(24) }).replace(/[-_]/g, 'A')}`,
      `GrafanaClient("${encode({ k: alnum(32), n: 'admin', id: 1 }).replace(/[-_]/g, 'A')}")`,
    ],
  }),
  'secret/sentry-token': tokenExamples('sn' + 'tryu_', hex(64)),
  'secret/sentry-legacy-token': examples(
    [
      `SENTRY_AUTH_TOKEN=${sentryKey}`,
      `[auth]\ntoken=${sentryKey}\n[defaults]\nurl=https://sentry.test/\n`,
      `sentry-cli --auth-token ${sentryKey} releases list`,
    ],
    [
      `Sentry upload of sha256 ${sentryKey} is done, the token worked.`,
      'SENTRY_AUTH_TOKEN=${{ secrets.SENTRY }}',
      'Which scopes does the Sentry token need?',
    ],
  ),
  'secret/pagerduty-key': examples(
    [
      `PAGERDUTY_TOKEN=${pagerKey}`,
      `Authorization: Token token=${pagerKey}\n# PagerDuty REST API`,
      `pd_key = "${pagerKey}"`,
    ],
    [
      'PagerDuty calls people, token or not.',
      'PAGERDUTY_TOKEN=your-token-here',
      'The PagerDuty service is called production-database-primary.',
    ],
  ),
  'secret/databricks-token': tokenExamples('da' + 'pi', hex(32), {
    match: [`DATABRICKS_TOKEN=${'da'}pi${hex(32, 2)}-3`],
    noMatch: ['dapiDataGetTopLongShortPositionRatio(params)'],
  }),
  'secret/snowflake-password': examples(
    [
      'snowflake:\n  user: loader\n  password: Tr1cky-Winter-88\n',
      'SNOWSQL_PWD=quiet!River7',
      "snowflake.connector.connect(user='etl', account='shop', password='c0ld_Brew%42')",
    ],
    [
      'snowflake:\n  user: loader\n  password: ${SNOWFLAKE_PASSWORD}\n',
      'How do I change my Snowflake password?',
      'Every snowflake is different, and so is the password=changeme of every box.',
    ],
  ),
  'secret/dynatrace-token': tokenExamples('dt0' + 'c01.', `${upper(24)}.${upper(64)}`),
  'secret/posthog-key': tokenExamples('ph' + 'x_', alnum(43)),
  'secret/honeycomb-key': tokenExamples('hca' + 'ik_', lower(58)),
  'secret/axiom-token': tokenExamples('xa' + 'at-', uuid()),
  'secret/splunk-token': examples(
    [
      `curl -H "Authorization: Splunk ${splunkToken}" https://splunk.test:8088/services/collector`,
      `SPLUNK_HEC_TOKEN=${splunkToken}`,
      `splunk:\n  token: ${alnum(22)}\n`,
    ],
    [
      'SPLUNK_HEC_TOKEN=<token>',
      'splunk search index=web status=500',
      'The HEC of Splunk wants a token in the Authorization header.',
    ],
  ),
  'secret/circleci-token': tokenExamples('CCI' + 'PAT_', `${alnum(22)}_${hex(40)}`),
  'secret/buildkite-token': tokenExamples('bk' + 'ua_', hex(40)),
  'secret/sonar-token': tokenExamples('sq' + 'p_', hex(40)),
  'secret/sonar-legacy-token': examples(
    [
      `mvn sonar:sonar -Dsonar.login=${sonarToken}`,
      `SONAR_TOKEN=${sonarToken}`,
      `sonar.host.url=https://sonar.test\nsonar.token=${sonarToken}\n`,
    ],
    [
      `sonarqube-reporter-1.2.4.tgz#${sonarToken}`,
      'sonar.login=$(SONAR_LOGIN)',
      'Since version 10 sonar.token replaces sonar.login.',
    ],
  ),
  'secret/snyk-token': examples(
    [
      `SNYK_TOKEN=${snykToken}`,
      `snyk config set api=$KEY # token: ${snykToken}`,
      `snyk auth fails, the token is ${snykToken}`,
    ],
    [
      `Snyk project ${snykToken} has three issues, the token is read-only.`,
      'SNYK_TOKEN=${{ secrets.SNYK_TOKEN }}',
      'snyk auth opens the browser',
    ],
  ),
  'secret/jenkins-token': examples(
    [
      `JENKINS_USER=ci\nJENKINS_TOKEN=${jenkinsToken}`,
      `curl -u ci:x https://jenkins.test/job/web/build -H "Jenkins-Crumb: ${hex(64)}"`,
      `jenkins_passwd = '${jenkinsToken}'  # token of the admin`,
    ],
    [
      `Jenkins built commit ${hex(40)}, the token was not used.`,
      'JENKINS_TOKEN=credentials("jenkins-token")',
      'Jenkins API tokens replace the password in scripts.',
    ],
  ),
  'secret/jenkins-initial-password': examples(
    [
      `Please use the following password to proceed to installation:\n\n${firstPassword}\n`,
      `*** Please use the following password to proceed to installation:\n\n${hex(32, 6)}\n\nThis may also be found at: initialAdminPassword`,
      `log: proceed to installation: ${hex(32, 7)}`,
    ],
    [
      'cat /var/jenkins_home/secrets/initialAdminPassword',
      'Please use the following password to proceed to installation:\n\n<shown once>\n',
      `proceed to installation of package ${firstPassword}`,
    ],
  ),
  'secret/octopus-key': tokenExamples('AP' + 'I-', upper(26)),
  'secret/openshift-token': tokenExamples('sha' + '256~', alnum(43)),
  'secret/kubernetes-bootstrap-token': examples(
    [
      `kubeadm join 10.0.0.1:6443 --token ${lower(6)}.${lower(16)} --discovery-token-unsafe-skip-ca-verification`,
      `BOOTSTRAP_TOKEN: "${lower(6, 2)}.${lower(16, 2)}"`,
      `kubelet --tls-bootstrap-token ${lower(6, 3)}.${lower(16, 3)}`,
    ],
    [
      'kubeadm token create --print-join-command',
      'A bootstrap token has the form [a-z0-9]{6}.[a-z0-9]{16}.',
      'bootstrap.min.css?token=1',
    ],
  ),
  'secret/stackhawk-key': tokenExamples('ha' + 'wk.', `${alnum(20)}.${alnum(20, 2)}`),
  'secret/dependency-track-key': tokenExamples('od' + 't_', alnum(32)),
  'secret/prefect-token': tokenExamples('pn' + 'u_', alnum(36), { noMatch: [`pnu_${base64(10)} is cut`] }),
} satisfies ExamplesFor<ReturnType<typeof monitoringSecretRules>>;
