import type { Alert } from '../alert.js';
import type { Notification } from '../notification.js';
import { digestLines, footnotes, headline, shownLabels, timesOf, titleOf } from './wording.js';

const MAX_ALERTS = 50;
const COLOURS = { info: '#2563eb', warning: '#b45309', error: '#c2410c', critical: '#b91c1c' } as const;

/** The mail for those who read text. */
export function emailText(notification: Notification): string {
  const { alerts, kind } = notification;
  const parts = [
    headline(notification),
    ...alerts
      .slice(0, MAX_ALERTS)
      .map((alert) =>
        [
          titleOf(alert),
          alert.message,
          ...factsOf(alert).map(([name, value]) => `${name}: ${value}`),
          ...(alert.runbookUrl === undefined ? [] : [`Runbook: ${alert.runbookUrl}`]),
        ].join('\n'),
      ),
    ...(kind === 'digest' ? [digestLines(notification).join('\n')] : []),
    ...moreOf(notification),
    ...footnotes(notification),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The mail for all others. No pictures, no scripts, nothing that is fetched. */
export function emailHtml(notification: Notification): string {
  const { alerts, kind, severity } = notification;
  const colour = kind === 'resolved' ? '#15803d' : COLOURS[severity];
  const body = [
    `<h1 style="font-size:18px;margin:0 0 16px;padding-left:12px;border-left:4px solid ${colour}">${html(headline(notification))}</h1>`,
    ...alerts.slice(0, MAX_ALERTS).map(alertHtml),
    ...(kind === 'digest' ? [list(digestLines(notification))] : []),
    ...moreOf(notification).map((line) => `<p>${html(line)}</p>`),
    ...footnotes(notification).map((line) => `<p style="color:#57534e">${html(line)}</p>`),
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${html(headline(notification))}</title></head><body style="font:14px/1.5 sans-serif;color:#1c1917;max-width:640px">${body.join('\n')}</body></html>`;
}

function alertHtml(alert: Alert): string {
  const rows = factsOf(alert).map(
    ([name, value]) =>
      `<tr><td style="padding:0 12px 0 0;color:#57534e">${html(name)}</td><td>${html(value)}</td></tr>`,
  );
  const runbook = alert.runbookUrl === undefined ? '' : `<p><a href="${html(alert.runbookUrl)}">Runbook</a></p>`;
  const message = html(alert.message).replaceAll('\n', '<br>');
  return `<h2 style="font-size:15px;margin:16px 0 4px">${html(titleOf(alert))}</h2><p style="margin:0 0 8px">${message}</p><table>${rows.join('')}</table>${runbook}`;
}

function factsOf(alert: Alert): [name: string, value: string][] {
  return [['time', timesOf(alert)], ...shownLabels(alert), ...Object.entries(alert.annotations)];
}

function moreOf({ alerts }: Notification): string[] {
  return alerts.length > MAX_ALERTS ? [`and ${alerts.length - MAX_ALERTS} more`] : [];
}

function list(lines: readonly string[]): string {
  return `<ul>${lines.map((line) => `<li>${html(line)}</li>`).join('')}</ul>`;
}

/** Text as HTML, inside elements and quoted attributes. */
function html(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
