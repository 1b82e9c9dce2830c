// What the vendors' documentation says a request must look like, as JSON schemas.
const text = (maxLength: number, minLength = 1) => ({ type: 'string', minLength, maxLength });
const closed = (properties: object, required: readonly string[]) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

const mrkdwn = (maxLength: number) =>
  closed({ type: { const: 'mrkdwn' }, text: text(maxLength), verbatim: { const: true } }, ['type', 'text', 'verbatim']);

/** https://docs.slack.dev/reference/block-kit/blocks */
export const slackSchema = closed(
  {
    text: text(40_000),
    blocks: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: {
        oneOf: [
          closed(
            {
              type: { const: 'header' },
              text: closed({ type: { const: 'plain_text' }, text: text(150), emoji: { type: 'boolean' } }, [
                'type',
                'text',
              ]),
            },
            ['type', 'text'],
          ),
          closed({ type: { const: 'section' }, text: mrkdwn(3_000) }, ['type', 'text']),
          closed(
            { type: { const: 'section' }, fields: { type: 'array', minItems: 1, maxItems: 10, items: mrkdwn(2_000) } },
            ['type', 'fields'],
          ),
          closed(
            {
              type: { const: 'context' },
              elements: { type: 'array', minItems: 1, maxItems: 10, items: mrkdwn(3_000) },
            },
            ['type', 'elements'],
          ),
        ],
      },
    },
  },
  ['text', 'blocks'],
);

/** https://discord.com/developers/docs/resources/webhook#execute-webhook and message#embed-object-embed-limits */
export const discordSchema = closed(
  {
    embeds: {
      type: 'array',
      minItems: 1,
      maxItems: 10,
      items: closed(
        {
          title: text(256),
          description: text(4_096),
          url: { type: 'string', pattern: '^https?://' },
          color: { type: 'integer', minimum: 0, maximum: 0xffffff },
          timestamp: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$' },
          footer: closed({ text: text(2_048) }, ['text']),
          fields: {
            type: 'array',
            maxItems: 25,
            items: closed({ name: text(256), value: text(1_024), inline: { type: 'boolean' } }, ['name', 'value']),
          },
        },
        ['title'],
      ),
    },
    allowed_mentions: closed({ parse: { type: 'array', maxItems: 0 } }, ['parse']),
  },
  ['embeds', 'allowed_mentions'],
);

const details = { routing_key: text(255), dedup_key: text(255) };

/** https://developer.pagerduty.com/docs/send-alert-event */
export const pagerDutySchema = {
  oneOf: [
    closed({ ...details, event_action: { enum: ['acknowledge', 'resolve'] } }, [
      'routing_key',
      'dedup_key',
      'event_action',
    ]),
    closed(
      {
        ...details,
        event_action: { const: 'trigger' },
        payload: closed(
          {
            summary: text(1_024),
            source: text(1_024),
            severity: { enum: ['critical', 'error', 'warning', 'info'] },
            timestamp: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$' },
            component: text(1_024),
            group: text(1_024, 0),
            class: text(1_024),
            custom_details: { type: 'object' },
          },
          ['summary', 'source', 'severity'],
        ),
        client: text(1_024),
        client_url: { type: 'string', pattern: '^https?://' },
        links: {
          type: 'array',
          items: closed({ href: { type: 'string', pattern: '^https?://' }, text: text(1_024) }, ['href']),
        },
      },
      ['routing_key', 'event_action', 'payload'],
    ),
  ],
};

const alert = {
  id: text(100),
  fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  status: { enum: ['firing', 'resolved'] },
  severity: { enum: ['critical', 'error', 'warning', 'info'] },
  title: text(1_000),
  message: { type: 'string' },
  labels: { type: 'object', additionalProperties: { type: 'string' } },
  annotations: { type: 'object', additionalProperties: { type: 'string' } },
  startsAt: { type: 'string', pattern: 'Z$' },
  endsAt: { type: 'string', pattern: 'Z$' },
  runbookUrl: { type: 'string' },
  dedupKey: text(255),
};
const required = ['id', 'fingerprint', 'status', 'severity', 'title', 'message', 'labels', 'startsAt', 'dedupKey'];

/** The body described in docs/adapters/alerting.md. */
export const webhookSchema = closed(
  {
    type: { enum: ['firing', 'resolved', 'acknowledged', 'digest'].map((kind) => `sentinel.alert.${kind}`) },
    timestamp: { type: 'string', pattern: 'Z$' },
    data: closed(
      {
        ...alert,
        group: closed(
          {
            key: text(255),
            labels: { type: 'object' },
            alerts: { type: 'array', maxItems: 100, items: closed(alert, required) },
            total: { type: 'integer' },
          },
          ['key', 'labels', 'alerts', 'total'],
        ),
        suppressed: { type: 'array' },
        escalated: { type: 'boolean' },
      },
      ['group', 'suppressed', 'escalated'],
    ),
  },
  ['type', 'timestamp', 'data'],
);
