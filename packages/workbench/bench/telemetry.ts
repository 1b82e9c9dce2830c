// What does watching cost?
import { type Adapter, createScanner } from '@llm-sentinel/core';
import { otelAdapter } from '@llm-sentinel/otel';
import { pinoAdapter } from '@llm-sentinel/pino';
import { prometheusAdapter } from '@llm-sentinel/prometheus';
import pino from 'pino';
import { compare } from './measure.js';
import { type Table, target } from './report.js';
import { attacks, clean } from './texts.js';

const logger = () => pino({ level: 'info' }, { write() {} });

/** Adapters, and the microseconds a scan that they may cost. */
const combinations: readonly (readonly [name: string, adapters: () => Adapter[], limit: number])[] = [
  ['prometheus', () => [prometheusAdapter()], 2],
  ['pino, to nowhere', () => [pinoAdapter({ logger: logger() })], 6],
  ['otel, without an SDK', () => [otelAdapter()], 1],
  ['all of them', () => [prometheusAdapter(), pinoAdapter({ logger: logger() }), otelAdapter()], 9],
];

export function telemetry(): readonly Table[] {
  const scanners = [
    createScanner({ cache: false }),
    ...combinations.map(([, adapters]) => createScanner({ cache: false, adapters: adapters() })),
  ];
  const times = [clean.chat80, attacks.chat80].map((text) =>
    compare(scanners.map((scanner) => () => scanner.scan(text))),
  );
  return [
    {
      title: 'Adapters',
      about:
        'Microseconds that a scan of 80 characters takes longer with an adapter than without, no cache: a clean text, and an attack with all its findings.',
      header: ['adapter', 'clean µs', 'attack µs', 'wanted'],
      rows: combinations.map(([name, , limit], k) => {
        const [harmless, attack] = times.map((list) => (list[k + 1] as number) - (list[0] as number)) as [
          number,
          number,
        ];
        return [name, harmless.toFixed(2), attack.toFixed(2), target(`${limit} µs`, harmless <= limit)];
      }),
    },
  ];
}
