import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelChecks, sampleNotification } from '../channel-checks.js';
import { clean, fit } from '../text.js';
import { consoleChannel } from './console.js';
import { discordMessage, escapeMarkdown } from './discord.js';
import { escapeMrkdwn, slackMessage } from './slack.js';

const never = new AbortController().signal;
const anything = fc.string({ unit: 'binary', maxLength: 300 });

describe('fitting a text', () => {
  it.each([
    ['Slack', escapeMrkdwn],
    ['Discord', escapeMarkdown],
    ['nobody', String],
  ])('for %s keeps to the limit and cuts no character in two', (_, escaping) => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 200 }), (given, max) => {
        const text = clean(given);
        const fitted = fit(text, max, escaping);
        expect(fitted.length).toBeLessThanOrEqual(max);
        expect(fitted).toBe((fitted as string & { toWellFormed(): string }).toWellFormed());
        const whole = [...text].map(escaping).join('');
        if (whole.length <= max) expect(fitted).toBe(whole);
        else expect(whole.startsWith(fitted.slice(0, -1)) && fitted.endsWith('…')).toBe(true);
      }),
    );
  });

  it('leaves no half of an escape at the end', () => {
    for (let max = 1; max < 20; max++) {
      expect(fit('&&&&&&', max, escapeMrkdwn)).toMatch(/^(?:&amp;)*…$/);
      expect(fit('*******', max, escapeMarkdown)).toMatch(/^(?:\\\*)*…?$/);
    }
  });
});

describe('hostile text', () => {
  const hostile = '<!channel> <@U123> <http://evil.example|here> @everyone **b** [x](http://evil.example)';

  it('mentions nobody and hides no link in Slack', () => {
    const alerts = [
      { ...sampleNotification().alerts[0]!, title: hostile, message: hostile, labels: { [hostile]: hostile } },
    ];
    const { text, blocks } = slackMessage(sampleNotification({ alerts }));
    for (const block of blocks.slice(1)) expect(JSON.stringify(block)).not.toMatch(/<(?!https:\/\/)/);
    expect(text).not.toContain('<');
  });

  it('is shown as written in Discord, without mention, format or link', () => {
    const alerts = [{ ...sampleNotification().alerts[0]!, title: hostile, message: hostile }];
    const [embed] = discordMessage(sampleNotification({ alerts })).embeds;
    expect(embed?.description).not.toMatch(/(?<!\\)[*_[\]<>]|@(?!\u200B)|(?<!\\):\/\//);
    const size = [
      embed?.title,
      embed?.description,
      embed?.footer.text,
      ...(embed?.fields ?? []).flatMap(({ name, value }) => [name, value]),
    ];
    expect(size.join('').length).toBeLessThanOrEqual(6_000);
  });

  it('whatever it is, stays within what Slack and Discord take', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 30 }), (texts) => {
        const alerts = texts.map((text) => ({
          ...sampleNotification().alerts[0]!,
          title: clean(text),
          message: clean(text).repeat(30),
        }));
        const notification = sampleNotification({ alerts });
        expect(JSON.stringify(slackMessage(notification)).length).toBeLessThan(13_000);
        const [embed] = discordMessage(notification).embeds;
        expect((embed?.title.length ?? 0) + (embed?.description.length ?? 0)).toBeLessThanOrEqual(6_000);
      }),
      { numRuns: 50 },
    );
  });
});

describe('console', () => {
  const lines: string[] = [];
  let messages = 0;
  const create = () => {
    const channel = consoleChannel({ write: (line) => lines.push(line) });
    return {
      ...channel,
      async send(...args: Parameters<typeof channel.send>) {
        args[1].throwIfAborted();
        await channel.send(...args);
        messages += 1;
      },
    };
  };

  it('writes a headline, the message and what else to know, each on one line', async () => {
    lines.length = 0;
    const suppressed = [{ fingerprint: 'f', title: 'B', severity: 'info', reason: 'silence', count: 3 }] as const;
    await create().send(sampleNotification({ escalated: true, suppressed }), never);
    expect(lines).toMatchInlineSnapshot(`
      [
        "2026-01-15T10:30:00.000Z WARNING Firing: Many texts are blocked",
        "  Many texts are blocked: 42 % of 100 scans were blocked.",
        "  Nobody has acknowledged this in time.",
        "  Not told: 3 silenced.",
      ]
    `);
  });

  for (const { name, run } of channelChecks({ create, received: () => messages, failing: create })) {
    if (!name.startsWith('rejects')) it(name, run);
  }
});
