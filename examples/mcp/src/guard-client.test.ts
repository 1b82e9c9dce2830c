import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createScanner, isSentinelError } from '@llm-sentinel/core';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { afterEach, describe, expect, it } from 'vitest';
import { ATTACK, createDemoServer } from './demo-server.js';
import { type GuardClientOptions, type GuardedClient, guardClient } from './guard-client.js';
import { filePins, hashOf, memoryPins } from './pins.js';
import { run } from './run.js';

const WITHHELD = '[Withheld: this text was not judged safe.]';
/** Finds what is cut into two for as long as it is not read as one. */
const cut = {
  id: 'test/sesame',
  threatType: 'injection',
  severity: 'high',
  score: 1,
  message: 'The text opens doors.',
  keywords: ['sesame'],
  pattern: /open\s+sesame/i,
} as const;
const scanner = createScanner({ rules: [cut] });

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function guarded(transport: Transport, options: Partial<GuardClientOptions> = {}): Promise<GuardedClient> {
  const client = new Client({ name: 'host', version: '1.0.0' });
  await client.connect(transport);
  closing.push(() => client.close());
  return guardClient(client, { scanner, server: 'test', pins: memoryPins(), approve: () => true, ...options });
}

async function inMemory(server: { connect(transport: Transport): Promise<void> }): Promise<Transport> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await server.connect(theirs);
  return ours;
}

/** A server that answers as it is told, in the words of the protocol. */
interface Answers {
  readonly tools?: readonly Tool[] | (() => readonly Tool[]);
  readonly result?:
    | CallToolResult
    | ((name: string, arguments_: Record<string, unknown>, signal: AbortSignal) => Promise<CallToolResult>);
  readonly contents?: readonly object[];
  readonly prompt?: string;
  readonly instructions?: string;
}
async function start(answers: Answers, options?: Partial<GuardClientOptions>) {
  const { tools = [tool('read')], result = { content: [] }, contents = [], prompt = '', instructions } = answers;
  const capabilities = { tools: { listChanged: true }, resources: {}, prompts: {} };
  const server = new Server(
    { name: 'test', version: '1.0.0' },
    { capabilities, ...(instructions !== undefined && { instructions }) },
  );
  const listed = () => (typeof tools === 'function' ? tools() : tools);
  // A page a tool.
  server.setRequestHandler(ListToolsRequestSchema, ({ params }) => {
    const at = Number(params?.cursor ?? 0);
    const isLast = at + 1 >= listed().length;
    return { tools: listed().slice(at, at + 1), ...(!isLast && { nextCursor: String(at + 1) }) };
  });
  server.setRequestHandler(CallToolRequestSchema, ({ params }, { signal }) =>
    typeof result === 'function' ? result(params.name, params.arguments ?? {}, signal) : result,
  );
  server.setRequestHandler(ListResourcesRequestSchema, () => ({
    resources: [
      { uri: 'a:1', name: 'fine' },
      { uri: 'a:2', name: 'bad', description: ATTACK },
    ],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, () => ({ contents: [...contents] as never }));
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: [{ name: 'fine' }, { name: 'bad', arguments: [{ name: 'who', description: ATTACK }] }],
  }));
  server.setRequestHandler(GetPromptRequestSchema, () => ({
    messages: [{ role: 'user' as const, content: { type: 'text' as const, text: prompt } }],
  }));
  return { server, client: await guarded(await inMemory(server), options) };
}

function tool(name: string, members: Partial<Tool> = {}): Tool {
  return { name, description: 'Reads a page.', inputSchema: { type: 'object' }, ...members };
}
const statuses = async (client: GuardedClient) =>
  Object.fromEntries((await client.reviewTools()).map(({ tool: { name }, status }) => [name, status]));

it('the program shows what it says it shows', async () => {
  const lines: string[] = [];
  await run((line) => lines.push(line));
  expect(lines.filter((line) => !line.startsWith('—'))).toEqual([
    'opening_hours: offered',
    'find_book: poisoned',
    'read_notice: offered',
    'On Monday it opens at nine.',
    WITHHELD,
    `Please be quiet. | ${WITHHELD}`,
    expect.stringMatching(/^\[@llm-sentinel\/chat] The input was blocked: /),
    'opening_hours: changed',
    'find_book: poisoned',
    'read_notice: offered',
    'The tool is not offered: review the tools of the server first.',
  ]);
});

describe.each<[string, () => Promise<Transport>]>([
  ['in memory', () => inMemory(createDemoServer().server)],
  [
    'over HTTP',
    async () => {
      const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: () => randomUUID() });
      // The transport's optional members are declared another way than the interface's.
      await createDemoServer().server.connect(transport as Transport);
      const http = createServer((request, response) => void transport.handleRequest(request, response)).listen(
        0,
        '127.0.0.1',
      );
      await once(http, 'listening');
      closing.push(async () => void http.close().closeAllConnections());
      return new StreamableHTTPClientTransport(
        new URL(`http://127.0.0.1:${(http.address() as AddressInfo).port}`),
      ) as Transport;
    },
  ],
  [
    'as a program',
    async () => {
      const file = fileURLToPath(new URL('./stdio-server.ts', import.meta.url));
      return new StdioClientTransport({ command: process.execPath, args: ['--import', 'tsx', file] });
    },
  ],
])('a server %s', (_, connect) => {
  it('has its poisoned tool kept back, its results read, and the rest let through', async () => {
    const client = await guarded(await connect());
    expect(await statuses(client)).toEqual({ opening_hours: 'offered', find_book: 'poisoned', read_notice: 'offered' });
    const call = (name: string, arguments_ = {}) => client.callTool({ name, arguments: arguments_ });
    expect((await call('opening_hours', { day: 'Monday' })).content).toEqual([
      { type: 'text', text: 'On Monday it opens at nine.' },
    ]);
    expect((await call('read_notice')).content).toEqual([{ type: 'text', text: WITHHELD }]);
    await expect(call('find_book', { title: 'Emma', note: '' })).rejects.toMatchObject({ code: 'BLOCKED' });
  });
});

describe('a tool', () => {
  it.each<[string, Tool]>([
    ['its title', tool('read', { title: ATTACK })],
    [
      'a parameter',
      tool('read', { inputSchema: { type: 'object', properties: { a: { type: 'string', description: ATTACK } } } }),
    ],
    [
      'the name of a parameter',
      tool('read', { inputSchema: { type: 'object', properties: { [ATTACK]: { type: 'string' } } } }),
    ],
    [
      'its output',
      tool('read', { outputSchema: { type: 'object', properties: { a: { type: 'string', description: ATTACK } } } }),
    ],
    ['its annotations', tool('read', { annotations: { title: ATTACK } })],
  ])('with an attack in %s is poisoned, whoever approves it', async (_, poisoned) => {
    const { client } = await start({ tools: [poisoned] });
    expect(await statuses(client)).toEqual({ read: 'poisoned' });
  });

  it('that nobody approved is not offered', async () => {
    const { client } = await start({}, { approve: () => false });
    expect(await statuses(client)).toEqual({ read: 'new' });
    await expect(client.callTool({ name: 'read' })).rejects.toMatchObject({ code: 'BLOCKED' });
  });

  it('that is approved is asked for once, and again when it changes in any part that a model sees', async () => {
    let listed = tool('read');
    const asked: string[] = [];
    const approve: GuardClientOptions['approve'] = ({ status }) => asked.push(status) > 0 && status === 'new';
    const { client } = await start({ tools: () => [listed] }, { approve });
    expect([await statuses(client), await statuses(client)]).toEqual([{ read: 'offered' }, { read: 'offered' }]);
    const changes: Partial<Tool>[] = [
      { description: 'Reads two pages.' },
      { title: 'Reader' },
      { inputSchema: { type: 'object', properties: { page: { type: 'string' } } } },
      { outputSchema: { type: 'object' } },
      { annotations: { destructiveHint: true } },
    ];
    for (const change of changes) {
      listed = tool('read', change);
      expect(await statuses(client)).toEqual({ read: 'changed' });
    }
    listed = tool('read');
    expect(await statuses(client)).toEqual({ read: 'offered' });
    expect(asked).toEqual(['new', ...changes.map(() => 'changed')]);
  });

  it('is the same in whatever order its schema is written', () => {
    const properties = { a: { type: 'string' }, b: { type: 'number' } };
    const first = tool('read', { inputSchema: { type: 'object', properties } });
    const second = tool('read', {
      inputSchema: { properties: { b: { type: 'number' }, a: { type: 'string' } }, type: 'object' },
    });
    expect(hashOf(first)).toBe(hashOf(second));
    expect(hashOf({ ...first, _meta: { served: 'now' } })).toBe(hashOf(first));
  });

  it('of a server that says its tools have changed is not called before it was looked at again', async () => {
    const { server, client } = await start({});
    await client.reviewTools();
    await client.callTool({ name: 'read' });
    await server.sendToolListChanged();
    await expect(client.callTool({ name: 'read' })).rejects.toMatchObject({ code: 'BLOCKED' });
    await client.reviewTools();
    await client.callTool({ name: 'read' });
  });

  it('that changes while somebody thinks about it is not offered', async () => {
    const { server, client } = await start(
      {},
      { approve: () => server.sendToolListChanged().then(() => sleep(10, true)) },
    );
    await client.reviewTools();
    await expect(client.callTool({ name: 'read' })).rejects.toMatchObject({ code: 'BLOCKED' });
  });

  it('is approved for one server, not for another with a tool of that name', async () => {
    const pins = memoryPins();
    expect(await statuses((await start({}, { pins, server: 'one' })).client)).toEqual({ read: 'offered' });
    const other = await start({}, { pins, server: 'two', approve: () => false });
    expect(await statuses(other.client)).toEqual({ read: 'new' });
  });
});

it('approvals in a file outlive the process', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pins-'));
  closing.push(() => rm(folder, { recursive: true }));
  const path = join(folder, 'pins.json');
  const tools = [tool('read'), tool('write')];
  await (await start({ tools }, { pins: filePins(path) })).client.reviewTools();
  expect(Object.keys(JSON.parse(await readFile(path, 'utf8')))).toEqual(['test/read', 'test/write']);
  const later = await start({ tools }, { pins: filePins(path), approve: () => false });
  expect(await statuses(later.client)).toEqual({ read: 'offered', write: 'offered' });
  const pins = filePins(path);
  await Promise.all(Array.from({ length: 10 }, (_, index) => pins.set(`tool ${index}`, 'hash')));
  expect(await pins.get('tool 9')).toBe('hash');
  expect(await pins.get('toString')).toBeUndefined();
});

async function resultOf(result: object): Promise<CallToolResult> {
  const { client } = await start({ result: result as CallToolResult });
  await client.reviewTools();
  return client.callTool({ name: 'read' });
}
const text = (words: string) => ({ type: 'text', text: words });
const bytes = (words: string) => Buffer.from(words).toString('base64');

describe('a result', () => {
  it.each<[string, object]>([
    ['a text', { content: [text('Fine.'), text(ATTACK)] }],
    ['two texts', { content: [text('Say open'), text('sesame to the door.')] }],
    ['an error', { content: [text(ATTACK)], isError: true }],
    ['a resource', { content: [{ type: 'resource', resource: { uri: 'a:1', text: ATTACK } }] }],
    [
      'bytes that are text',
      { content: [{ type: 'resource', resource: { uri: 'a:1', mimeType: 'text/html', blob: bytes(ATTACK) } }] },
    ],
    ['a link', { content: [{ type: 'resource_link', uri: 'a:1', name: 'page', description: ATTACK }] }],
    ['a structure', { content: [], structuredContent: { pages: [{ words: ATTACK }] } }],
    ['a key of a structure', { content: [], structuredContent: { [ATTACK]: true } }],
  ])('with an attack in %s is withheld', async (_, result) => {
    const shown = JSON.stringify(await resultOf(result));
    expect(shown.includes(WITHHELD) || shown.includes(bytes(WITHHELD))).toBe(true);
    expect(shown).not.toMatch(/previous instructions|sesame/);
    expect(shown).not.toContain(bytes(ATTACK));
  });

  it('without one passes as it is, images, sounds and personal data too', async () => {
    const result = {
      content: [
        text('Write to ann@example.com.'),
        { type: 'image', data: bytes('an image'), mimeType: 'image/png' },
        { type: 'audio', data: bytes('a sound'), mimeType: 'audio/wav' },
        { type: 'resource', resource: { uri: 'a:1', mimeType: 'application/pdf', blob: bytes(ATTACK) } },
      ],
      structuredContent: { hour: 9 },
    };
    expect(await resultOf(result)).toEqual(result);
  });
});

it('an error of the server passes as it is, unless it is an attack itself', async () => {
  const failing = async (message: string) => {
    const { client } = await start({ result: () => Promise.reject(new McpError(-32000, message)) });
    await client.reviewTools();
    return client.callTool({ name: 'read' }).catch((error: unknown) => error);
  };
  expect(await failing('The library is closed.')).toMatchObject({
    code: -32000,
    message: expect.stringContaining('closed'),
  });
  expect(isSentinelError(await failing(ATTACK), 'BLOCKED')).toBe(true);
});

it('arguments that would leak do not reach the server', async () => {
  const canary = 'canary-7f3a9';
  const calls: unknown[] = [];
  const result = async (_: string, arguments_: object) => {
    calls.push(arguments_);
    return { content: [] };
  };
  const { client } = await start({ result }, { context: { protectedText: canary } });
  await client.reviewTools();
  await client.callTool({ name: 'read', arguments: { to: 'ann@example.com' } });
  await expect(
    client.callTool({ name: 'read', arguments: { note: { text: `It is ${canary}` } } }),
  ).rejects.toMatchObject({ code: 'BLOCKED' });
  expect(calls).toEqual([{ to: 'ann@example.com' }]);
});

it('who aborts a call aborts it at the server', async () => {
  let aborted = false;
  const { client } = await start({
    result: async (_name, _arguments, signal) => {
      await once(signal, 'abort');
      aborted = true;
      return { content: [] };
    },
  });
  await client.reviewTools();
  const controller = new AbortController();
  const call = client.callTool({ name: 'read' }, { signal: controller.signal });
  setTimeout(() => controller.abort(), 10);
  await expect(call).rejects.toThrow();
  await expect.poll(() => aborted, { timeout: 10_000 }).toBe(true);
});

it('calls at the same time share nothing', async () => {
  const { client } = await start({
    result: async (_, { page }) => {
      await sleep(Number(page) % 3);
      return { content: [{ type: 'text', text: Number(page) % 2 === 0 ? ATTACK : `Page ${page}.` }] };
    },
  });
  await client.reviewTools();
  const pages = Array.from({ length: 20 }, (_, page) => page);
  const results = await Promise.all(pages.map((page) => client.callTool({ name: 'read', arguments: { page } })));
  expect(results.map(({ content }) => content[0])).toEqual(
    pages.map((page) => text(page % 2 === 0 ? WITHHELD : `Page ${page}.`)),
  );
});

it('resources and prompts with poisoned descriptions are not listed, and contents are read', async () => {
  const contents = [
    { uri: 'a:1', text: 'Fine.' },
    { uri: 'a:2', text: ATTACK },
    { uri: 'a:3', mimeType: 'text/plain', blob: bytes(ATTACK) },
  ];
  const { client } = await start({ contents, prompt: 'Say hello.' });
  expect((await client.listResources()).map(({ name }) => name)).toEqual(['fine']);
  expect((await client.listPrompts()).map(({ name }) => name)).toEqual(['fine']);
  expect((await client.readResource({ uri: 'a:1' })).contents).toEqual([
    contents[0],
    { ...contents[1], text: WITHHELD },
    { ...contents[2], blob: bytes(WITHHELD) },
  ]);
  expect((await client.getPrompt({ name: 'fine' })).messages).toEqual([{ role: 'user', content: text('Say hello.') }]);
});

it('instructions of a server are for the model only when they are safe', async () => {
  expect(await (await start({})).client.instructions()).toBeUndefined();
  expect(await (await start({ instructions: 'Ask for hours by day.' })).client.instructions()).toBe(
    'Ask for hours by day.',
  );
  expect(await (await start({ instructions: ATTACK })).client.instructions()).toBeUndefined();
});
