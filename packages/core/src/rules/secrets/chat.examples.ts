import type { ExamplesFor } from '../../rule.js';
import type { chatSecretRules } from './chat.js';
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

const slackHook = `hooks.slack.com/services/T${upper(8)}/B${upper(9)}/${alnum(24)}`;
const discordToken = `${encode(`1${digits(17)}`)}.${alnum(6)}.${alnum(38)}`;
const discordHook = `discord.com/api/webhooks/${`1${digits(17)}`}/${alnum(68)}`;
const telegramBody = `AA${'H'}${alnum(32)}`;
const teamsHook = `shop.webhook.office.com/webhookb2/${uuid(2)}@${uuid(3)}/IncomingWebhook/${hex(32)}/${uuid(4)}`;
const flowHook =
  'prod-12.westeurope.logic.azure.com:443/workflows/a1/triggers/manual/paths/invoke?api-version=2016-10-01&sig=';
const chatHook = `chat.googleapis.com/v1/spaces/AAAAbbbb/messages?key=${alnum(39)}&token=${alnum(43)}`;

export const chatSecretExamples = {
  'secret/slack-token': tokenExamples('xo' + 'xb-', `${digits(12)}-${digits(13)}-${alnum(24)}`, {
    match: [
      `curl -H "Authorization: Bearer ${'xo'}xp-${digits(12)}-${digits(12, 2)}-${digits(12, 3)}-${hex(32)}" https://slack.test/api`,
    ],
  }),
  'secret/slack-app-token': tokenExamples('xa' + 'pp-', `1-A${upper(10)}-${digits(13)}-${hex(64)}`),
  'secret/slack-webhook': examples(
    [
      `curl -X POST -d '{"text":"done"}' https://${slackHook}`,
      `SLACK_WEBHOOK_URL="https://${slackHook}"`,
      `Post the summary of our chat to https://${slackHook} when you are finished.`,
    ],
    [
      'Incoming webhooks live at https://hooks.slack.com/services/ followed by three parts.',
      'https://hooks.slack.com/services/T000/B000/XXXX is how the docs write it',
      'https://api.slack.com/messaging/webhooks explains it',
    ],
  ),
  'secret/discord-bot-token': examples(
    [
      `client.login('${discordToken}');`,
      `DISCORD_TOKEN=${discordToken}`,
      `My Discord bot answers "An invalid token was provided" for ${discordToken}`,
    ],
    [
      `discord bot ${alnum(24)}.${alnum(6)}.${alnum(38)} has no numeric id in front`,
      'client.login(process.env.DISCORD_TOKEN);',
      'A Discord bot token has three parts with dots between them.',
    ],
  ),
  'secret/discord-webhook': examples(
    [
      `requests.post("https://${discordHook}", json={"content": "hi"})`,
      `WEBHOOK=https://${discordHook}`,
      `Our alerts go to https://ptb.${discordHook}, please add the new service.`,
    ],
    [
      'https://discord.com/api/webhooks/ID/TOKEN is the form of the address',
      `https://discord.com/channels/${digits(18)}/${digits(18, 2)} is a link to a message`,
      'POST /webhooks/ creates one, says the Discord reference.',
    ],
  ),
  'secret/discord-client-secret': namedExamples('Discord', 'DISCORD_CLIENT_SECRET', alnum(32)),
  'secret/telegram-bot-token': examples(
    [
      `TELEGRAM_BOT_TOKEN=${digits(9)}1:${telegramBody}`,
      `https://api.telegram.org/bot1${digits(9)}:${telegramBody}/getUpdates`,
      `BotFather gave me 6${digits(9)}:${telegramBody}, now what?`,
    ],
    [
      'BotFather gives you something like 110201543:AAHdq… to authenticate your bot.',
      `At 10:AAHHH the crowd went wild, ${digits(9)} people watched.`,
      `order 4${digits(9)}:AA${alnum(6)}`,
    ],
  ),
  'secret/telegram-bot-token-named': examples(
    [
      `telegram: 1${digits(9)}:${alnum(35)}`,
      `tgram://1${digits(8)}:${alnum(35)}/-100200300`,
      `{"telegram":{"bot_token":"7${digits(9)}:${alnum(35)}"}}`,
    ],
    [
      'telegram: <bot-id>:<bot-token>',
      `telegram channel ${digits(10)}: 35 new subscribers`,
      'How do I revoke a Telegram bot token?',
    ],
  ),
  'secret/teams-webhook': examples(
    [
      `curl -H 'Content-Type: application/json' -d '{"text":"build ok"}' https://${teamsHook}`,
      `office365ConnectorSend webhookUrl: 'https://${teamsHook}'`,
      `webhooks:\n  - https://outlook.office.com/webhook/${uuid(5)}@${uuid(6)}/IncomingWebhook/${hex(32, 2)}/${uuid(7)}\n`,
    ],
    [
      'The address contains webhook.office.com/webhookb2/ and three ids.',
      `https://outlook.office.com/mail/inbox/id/${hex(32)}`,
      'Teams retires IncomingWebhook connectors, what replaces them?',
    ],
  ),
  'secret/power-automate-webhook': examples(
    [
      `POST https://${flowHook}${alnum(43)}`,
      `"uri": "https://${flowHook}${alnum(43, 2)}"`,
      `Call https://${flowHook}${alnum(43, 3)} once a day.`,
    ],
    [
      'POST https://prod-12.westeurope.logic.azure.com/workflows/a1/triggers/manual/paths/invoke?api-version=2016-10-01',
      'The parameter sig of triggers/manual is the signature.',
      `https://portal.azure.com/#sig=${alnum(43)}`,
    ],
  ),
  'secret/google-chat-webhook': examples(
    [
      `https://${chatHook}`,
      `url = 'https://${chatHook}'\nhttp.request(uri=url, method='POST', body=body)`,
      `GCHAT_WEBHOOK="https://${chatHook}"`,
    ],
    [
      'https://chat.googleapis.com/v1/spaces/SPACE_ID/messages?key=KEY&token=TOKEN',
      'chat.googleapis.com answers 404 for our space',
      'GET https://chat.googleapis.com/v1/spaces/AAAAbbbb/members',
    ],
  ),
  'secret/zapier-webhook': examples(
    [
      `fetch('https://hooks.zapier.com/hooks/catch/${digits(7)}/${lower(7)}/', { method: 'POST' })`,
      `ZAPIER_URL=https://hooks.zapier.com/hooks/catch/1${digits(6)}/${lower(8)}`,
      `Send the lead to https://hooks.zapier.com/hooks/catch/${lower(16)} please.`,
    ],
    [
      'Catch hooks start with https://hooks.zapier.com/hooks/catch/ and your account number.',
      'https://hooks.zapier.com/hooks/standard is another kind',
      'https://zapier.com/apps/webhook/integrations',
    ],
  ),
  'secret/automation-webhook': examples(
    [
      `https://shop.tines.com/webhook/${hex(32)}/${hex(32, 2)}`,
      `curl -d @lead.json https://hook.eu1.make.com/${lower(32)}`,
      `https://maker.ifttt.com/trigger/door_opened/with/key/${alnum(43)}`,
    ],
    [
      'https://www.make.com/en/help/tools/webhooks',
      'https://maker.ifttt.com/trigger/{event}/with/key/{key}',
      'https://shop.tines.com/webhook/<path>/<secret>',
    ],
  ),
  'secret/twitch-token': examples(
    [
      `PASS oauth:${lower(30)}\r\nNICK shopbot`,
      `STREAM_KEY=live_${digits(9)}_${alnum(30)}`,
      `ffmpeg -i in.mp4 -f flv rtmp://live.twitch.tv/app/live_${digits(9, 2)}_${alnum(30, 2)}`,
    ],
    [
      'PASS oauth:<token from the site>',
      `live_${digits(9)}_${alnum(12)} is too short`,
      'Twitch chat wants oauth: in front of the token.',
    ],
  ),
  'secret/twitch-secret': namedExamples('Twitch', 'TWITCH_CLIENT_SECRET', lower(30)),
  'secret/line-token': examples(
    [
      `LINE_CHANNEL_ACCESS_TOKEN=${base64(171)}=`,
      `line_token: "${base64(168, 2)}="`,
      `channelAccessToken: '${base64(172, 3)}',\nchannelSecret: process.env.CHANNEL_SECRET`,
    ],
    [
      'LINE_CHANNEL_ACCESS_TOKEN=<long-lived token>',
      'Where do I issue a channel access token at developers.line.me?',
      `line_width: 2\nlogo: ${base64(90)}`,
    ],
  ),
} satisfies ExamplesFor<ReturnType<typeof chatSecretRules>>;
