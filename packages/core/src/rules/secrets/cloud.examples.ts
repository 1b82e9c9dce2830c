import type { ExamplesFor } from '../../rule.js';
import type { cloudSecretRules } from './cloud.js';
import { alnum, base32, base64, examples, hex, lower, namedExamples, tokenExamples, upper, uuid } from './samples.js';

const awsSecret = base64(40, 3);
const storageKey = `${base64(86)}==`;
const sharedKey = `${base64(43)}=`;
const signature = `${base64(43, 2).replace(/\+/g, '%2B').replace(/\//g, '%2F')}%3D`;
const azureSecret = `${alnum(3)}8Q~${alnum(34)}`;
const commonKey = `${alnum(52)}JQQJ${'99'}${alnum(26)}`;
const googleKeyId = hex(40);

export const cloudSecretExamples = {
  'secret/aws-access-key': tokenExamples('AK' + 'IA', upper(16), {
    noMatch: [
      'The ASIAN DEVELOPMENT BANK and ASIANDEVELOPMENTBANKS are both fine words.',
      `Docs use AK${'IA'}IOSFODNN7EXAMPLE.`,
    ],
  }),
  'secret/aws-secret-key': examples(
    [
      `aws_secret_access_key = ${awsSecret}\nregion = eu-west-1`,
      `{"accessKeyId":"…","secretAccessKey":"${awsSecret}"}`,
      `I ran \`export AWS_SECRET_ACCESS_KEY=${awsSecret}\` and terraform still says no credentials.`,
    ],
    [
      'Set AWS_SECRET_ACCESS_KEY to the value from the console.',
      `aws_secret_access_key = ${hex(40)} # that was the commit, sorry`,
      'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY' + 'EXAMPLEKEY',
    ],
  ),
  'secret/aws-key-pair': examples(
    [
      `User name,Access key ID,Secret access key\nci,${'AK'}IA${upper(16)},${awsSecret}\n`,
      `here you go: ${'AK'}IA${upper(16)} / ${awsSecret}`.replace(' / ', ' | '),
      `${'AK'}IA${upper(16, 2)}\n${base64(40, 9)}\nThese two still work for the backup bucket.`,
    ],
    [
      `Only the id: ${'AK'}IA${upper(16)}.`,
      `${'AK'}IA${upper(16)}, rotated on ${'2024-01-31'} by the platform team`,
      `The pair is an id that begins with AK${'IA'} and 40 more characters.`,
    ],
  ),
  'secret/aws-session-token': tokenExamples('IQoJb3JpZ2lu' + 'X2Vj', base64(240)),
  'secret/aws-bedrock-key': tokenExamples('ABSKQmVkcm9ja0FQSUtleS', base64(110)),
  'secret/aws-appsync-key': tokenExamples('da2-', lower(26)),
  'secret/aws-mws-token': tokenExamples('amzn.mws.', uuid()),
  'secret/google-api-key': tokenExamples('AI' + 'za', `Sy${alnum(33)}`),
  'secret/google-express-key': tokenExamples('AQ.' + 'Ab8', `RN6${alnum(44)}`),
  'secret/google-oauth-client-secret': tokenExamples('GOC' + 'SPX-', alnum(28)),
  'secret/google-oauth-token': tokenExamples('ya' + '29.', `a0Af${alnum(120)}`),
  'secret/google-oauth-refresh-token': tokenExamples('1/' + '/0', alnum(60)),
  'secret/gcp-service-account': examples(
    [
      `{"type":"service_account","project_id":"shop","private_key_id":"${googleKeyId}"}`,
      `private_key_id: "${googleKeyId}"\nclient_email: ci@shop.iam.gserviceaccount.com`,
      `creds = "{\\"private_key_id\\": \\"${googleKeyId}\\"}"`,
    ],
    [
      '{"type":"service_account","private_key_id":"<id of the key>"}',
      'What does private_key_id mean in a service account file?',
      `The commit ${googleKeyId} adds the field private_key_id to the docs.`,
    ],
  ),
  'secret/azure-storage-key': examples(
    [
      `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${storageKey};EndpointSuffix=core.windows.net`,
      `AzureWebJobsStorage="AccountName=logs;AccountKey=${storageKey}"`,
      `{"ConnectionStrings":{"Cosmos":"AccountEndpoint=https://shop.documents.azure.com;AccountKey=${storageKey};"}}`,
    ],
    [
      'DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=<your key>;EndpointSuffix=core.windows.net',
      'Where in the portal do I find the AccountKey of a storage account?',
      `AccountName=shop;AccountKey=${'x'.repeat(86)}==`,
    ],
  ),
  'secret/azure-shared-access-key': examples(
    [
      `Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${sharedKey}`,
      `HostName=iot.azure-devices.net;DeviceId=d1;SharedAccessKey=${sharedKey}`,
      `SIGNALR="Endpoint=https://chat.service.signalr.net;AccessKey=${sharedKey};Version=1.0;"`,
    ],
    [
      'Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=***',
      'SharedAccessKey=short',
      'A SharedAccessKey belongs to a policy with the rights Send, Listen or Manage.',
    ],
  ),
  'secret/azure-sas-signature': examples(
    [
      `https://shop.blob.core.windows.net/logs?sv=2022-11-02&sr=c&se=2025-01-01T00:00:00Z&sig=${signature}`,
      `az storage blob list --sas-token "sv=2022-11-02&se=2025-01-01&sp=rl&sig=${signature}"`,
      `SharedAccessSignature sr=shop.servicebus.windows.net&sig=${signature}&se=1735689600&skn=Root`,
    ],
    [
      'https://shop.blob.core.windows.net/logs?sv=2022-11-02&sr=c&sig=<signature>',
      'The parameter sig= holds the signature, se= the end of its life.',
      'sig=abc&sv=2022-11-02',
    ],
  ),
  'secret/azure-app-configuration': examples(
    [
      `Endpoint=https://shop.azconfig.io;Id=a1b2-l0-s0:q${alnum(18)};Secret=${sharedKey}`,
      `APPCONFIG="Endpoint=https://shop-dev.azconfig.io;Id=${alnum(20)};Secret=${sharedKey}"`,
      `builder.AddAzureAppConfiguration("Endpoint=https://x.azconfig.io;Id=${alnum(20)};Secret=${sharedKey}");`,
    ],
    [
      'az appconfig feature delete --connection-string Endpoint=https://contoso.azconfig.io;Id=xxx;Secret=xxx --feature color',
      'Endpoint=https://shop.azconfig.io is reachable from the office only.',
      'The connection string has the form Endpoint=https://<name>.azconfig.io;Id=<id>;Secret=<secret>.',
    ],
  ),
  'secret/azure-client-secret': examples(
    [
      `AZURE_TENANT_ID=contoso\nAZURE_CLIENT_SECRET=${azureSecret}`,
      `credential = ClientSecretCredential(tenant, client, client_secret='${azureSecret}')`,
      `The app registration in our tenant shows ${azureSecret}, is that the id or the value?`,
    ],
    [
      'AZURE_CLIENT_SECRET=<client-secret>',
      `The tenant is ${uuid()} and the client secret expires in May.`,
      'Q~ is how I write a question in my azure notes, 8Q~ is the eighth.',
    ],
  ),
  'secret/azure-identifiable-key': examples(
    [
      `AZURE_OPENAI_API_KEY=${commonKey}`,
      `git clone https://anything:${commonKey}@dev.azure.com/shop/web/_git/web`,
      `My resource answers 401 to ${commonKey}, what is the right header?`,
    ],
    [
      'JQQJ99 is the marker inside of such keys, see the security-utilities repository.',
      `The text jqqj99 in lower case says nothing: ${lower(40)}`,
      'AZDO stands for Azure DevOps.',
    ],
  ),
  'secret/azure-devops-token': examples(
    [
      `AZURE_DEVOPS_PAT=${base32(52)}`,
      `var personalAccessToken = "${base32(52)}"; // dev.azure.com`,
      `vsts login against visualstudio.com with ${base32(52)} fails`,
    ],
    [
      'Create a personal access token in Azure DevOps with the scope Code (read).',
      `azure pipeline run ${lower(20)} took 4 minutes`,
      `personal access token: ${'a'.repeat(52)}`,
    ],
  ),
  'secret/alibaba-access-key': tokenExamples('LT' + 'AI', `5t${alnum(18)}`),
  'secret/alibaba-secret-key': namedExamples('Alibaba', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET', alnum(30)),
  'secret/tencent-secret-id': tokenExamples('AK' + 'ID', alnum(32)),
  'secret/yandex-cloud-key': tokenExamples('AQ' + 'VN', alnum(36)),
  'secret/ibm-cloud-key': namedExamples('IBM Cloud', 'IBM_CLOUD_API_KEY', alnum(44)),
  'secret/scaleway-key': tokenExamples('SC' + 'W', upper(17)),
} satisfies ExamplesFor<ReturnType<typeof cloudSecretRules>>;
