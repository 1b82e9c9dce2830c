import type { Adapter, ScanEvent } from '@llm-sentinel/core';
import { describe, expect, it } from 'vitest';
import { type AdapterContract, adapterChecks, testAdapter } from './adapter-contract.js';

interface Client {
  lines: string[];
  open: boolean;
}

/** A well-behaved adapter that keeps its records in memory. */
function memoryAdapter(client: Client): Adapter {
  const failures: unknown[] = [];
  const put = (line: object) => {
    if (!client.open) throw new Error('The client is closed.');
    client.lines.push(JSON.stringify(line));
  };
  const attempt = (line: object) => {
    try {
      put(line);
    } catch (error) {
      failures.push(error);
    }
  };
  return {
    name: 'memory',
    async write(events) {
      for (const { result } of events) put({ scan: result.scanId, action: result.action });
    },
    onFeedback: ({ scanId, verdict }) => attempt({ scanId, verdict }),
    onDecision: ({ component, decision }) => attempt({ component, decision }),
    health: () => ({ status: failures.length === 0 ? 'ok' : 'degraded' }),
    async close() {},
  };
}

function contractOf(make: (client: Client) => Adapter): AdapterContract {
  let client: Client = { lines: [], open: true };
  return {
    create: () => make(client),
    recorded: () => client.lines,
    failing: () => make({ lines: [], open: false }),
    reset: () => {
      client = { lines: [], open: true };
    },
  };
}

testAdapter('memory', contractOf(memoryAdapter));

/** Messages of the checks that the adapter does not pass. */
async function failedChecks(contract: AdapterContract): Promise<string[]> {
  const failed: string[] = [];
  for (const check of adapterChecks(contract)) {
    await contract.reset?.();
    await check.run().catch(() => failed.push(check.name));
  }
  return failed;
}

describe('adapterChecks', () => {
  const broken: Record<string, [make: (client: Client) => Adapter, caughtBy: string]> = {
    'a name in capitals': [(client) => ({ ...memoryAdapter(client), name: 'Memory' }), 'is named in kebab-case'],
    'a timer in the factory': [
      (client) => {
        clearTimeout(setTimeout(() => {}, 1_000));
        return memoryAdapter(client);
      },
      'inert factory',
    ],
    'writes into the event': [
      (client) => ({
        ...memoryAdapter(client),
        async write(events) {
          for (const { result } of events) (result as { scanId: string }).scanId = 'mine';
        },
      }),
      'every shape of event',
    ],
    'a lookup in a plain object': [
      (client) => {
        const counts: Record<string, number[]> = {};
        return {
          ...memoryAdapter(client),
          onScan({ result }) {
            for (const { engine } of result.findings) {
              const known = counts[engine] ?? [];
              known.push(1);
              counts[engine] = known;
            }
          },
        };
      },
      'every shape of event',
    ],
    'records nothing': [() => ({ name: 'memory', async write() {} }), 'every shape of event'],
    'a row for an empty batch': [
      (client) => ({
        ...memoryAdapter(client),
        async write(events) {
          client.lines.push(JSON.stringify(events.map((event) => event.result.scanId)));
        },
      }),
      'empty batch',
    ],
    'the text in a record': [recording((event) => ({ id: event.result.scanId, text: event.text })), 'no text'],
    'the user id in a record': [
      recording((event) => ({ id: event.result.scanId, user: event.context.userId })),
      'no text',
    ],
    'the text in hexadecimal': [
      recording(({ result, text = '' }) => ({ id: result.scanId, text: Buffer.from(text).toString('hex') })),
      'no text',
    ],
    'state in the module': [
      (client) => ({
        ...memoryAdapter(client),
        async close() {
          client.open = false;
        },
      }),
      'a second instance',
    ],
    'a client closed with the adapter': [
      (client) => ({
        ...memoryAdapter(client),
        async close() {
          client.open = false;
        },
      }),
      'leaves the given client open',
    ],
    'a close that throws the second time': [
      (client) => {
        let closed = false;
        return {
          ...memoryAdapter(client),
          async close() {
            if (closed) throw new Error('closed already');
            closed = true;
          },
        };
      },
      'closes twice',
    ],
    'the last event first': [
      (client) => ({
        ...memoryAdapter(client),
        async write(events) {
          for (const { result } of events.toReversed()) client.lines.push(result.scanId);
        },
      }),
      'keeps the order',
    ],
    'a swallowed write': [
      (client) => ({
        ...memoryAdapter(client),
        async write(events, signal) {
          await memoryAdapter(client)
            .write?.(events, signal)
            .catch(() => {});
        },
      }),
      'rejects in write',
    ],
    'a throw in the scan': [
      (client) => ({
        ...memoryAdapter(client),
        onScan() {
          if (!client.open) throw new Error('closed');
        },
      }),
      'never throws in the scan',
    ],
    'a silent failure in the scan': [
      (client) => {
        const { write: _, health: __, ...rest } = memoryAdapter(client);
        return { ...rest, onScan: ({ result }) => void (client.open && client.lines.push(result.scanId)) };
      },
      'says so',
    ],
  };

  it.each(Object.entries(broken))('catches %s', async (_name, [make, caughtBy]) => {
    const failed = await failedChecks(contractOf(make));
    expect(failed.join(' · ')).toContain(caughtBy);
  });

  it('passes an adapter that only counts, when the contract says so', async () => {
    const totals: string[] = [];
    const counting = (): Adapter => ({ name: 'counting', onScan: () => void totals.push('scan') });
    const contract = { create: counting, recorded: () => totals.length };
    expect(await failedChecks({ ...contract, ordered: false })).toEqual([]);
    expect(await failedChecks(contract)).toEqual(['keeps the order of events, in one batch and over batches']);
  });

  it('lets an adapter record texts and identifiers when the contract says so', async () => {
    const all = recording(({ result, text, context }) => ({ id: result.scanId, text, ...context }));
    const contract = contractOf(all);
    expect(await failedChecks({ ...contract, recordsText: true, recordsIdentifiers: true })).toEqual([]);
  });
});

function recording(row: (event: ScanEvent) => object): (client: Client) => Adapter {
  return (client) => ({
    ...memoryAdapter(client),
    async write(events) {
      if (!client.open) throw new Error('The client is closed.');
      client.lines.push(...events.map((event) => JSON.stringify(row(event))));
    },
  });
}
