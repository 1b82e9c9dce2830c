import { type ChatGuardOptions, chatGuard, mapStrings } from '@llm-sentinel/chat';
import { isSentinelError, SentinelError } from '@llm-sentinel/core';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { RequestOptions } from '@modelcontextprotocol/sdk/shared/protocol.js';
import {
  type CallToolRequest,
  type CallToolResult,
  type GetPromptRequest,
  type GetPromptResult,
  McpError,
  type Prompt,
  type ReadResourceRequest,
  type ReadResourceResult,
  type Resource,
  type Tool,
  ToolListChangedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { mapPrompt, mapResource, mapToolResult } from './map-mcp.js';
import { hashOf, type PinStore } from './pins.js';

/**
 * - `offered`: approved, and since then unchanged.
 * - `new`: nobody has approved it yet.
 * - `changed`: it is not what was approved. An honest update looks like this, and so does a rug pull: show both to a person.
 * - `poisoned`: its description tries to steer the model.
 */
export type ToolStatus = 'offered' | 'new' | 'changed' | 'poisoned';

export interface ReviewedTool {
  readonly tool: Tool;
  readonly status: ToolStatus;
}

export interface GuardClientOptions extends Omit<ChatGuardOptions, 'redact'> {
  /** Where approvals are kept. */
  readonly pins: PinStore;
  /** Names the server in `pins`. One whose names collide with those of another server takes nothing from it. */
  readonly server: string;
  /** Asked for each tool that is new or has changed, and not poisoned; usually a question to the user. @default nobody approves */
  readonly approve?: (reviewed: ReviewedTool) => boolean | Promise<boolean>;
}

/** What a host gives its model in place of the client. Everything is scanned. */
export interface GuardedClient {
  /** All tools of the server. Give the model those that are `offered`. */
  reviewTools(options?: RequestOptions): Promise<ReviewedTool[]>;
  /**
   * Calls a tool that is offered. A result with an attack is withheld.
   *
   * @throws SentinelError BLOCKED for a tool that is not offered, for arguments that must not leave, and for an error of the server
   * that is an attack itself; other errors as they come.
   */
  callTool(params: CallToolRequest['params'], options?: RequestOptions): Promise<CallToolResult>;
  /** The resources whose descriptions are safe. */
  listResources(options?: RequestOptions): Promise<Resource[]>;
  /** Contents with an attack are withheld, others of the same resource are not. */
  readResource(params: ReadResourceRequest['params'], options?: RequestOptions): Promise<ReadResourceResult>;
  /** The prompts whose descriptions are safe. */
  listPrompts(options?: RequestOptions): Promise<Prompt[]>;
  /** @throws SentinelError BLOCKED for a prompt with an attack: nothing useful would be left of it. */
  getPrompt(params: GetPromptRequest['params'], options?: RequestOptions): Promise<GetPromptResult>;
  /** What the server wants in the system prompt; undefined when there is nothing, or an attack. */
  instructions(): Promise<string | undefined>;
}

/** Guards a connected client. */
export function guardClient(client: Client, options: GuardClientOptions): GuardedClient {
  const { pins, server, approve = () => false, ...guardOptions } = options;
  // Nothing is hidden here: the guard of the model hides what it is about to read, and knows what belongs to the user.
  const withholding = chatGuard({ ...guardOptions, redact: false });
  const refusing = chatGuard({ ...guardOptions, redact: false, withhold: [] });
  let offered: ReadonlySet<string> = new Set();
  let changes = 0;
  client.setNotificationHandler(ToolListChangedNotificationSchema, () => {
    changes++;
    offered = new Set();
  });

  /** Whether all texts of a value are safe, names and schemas included. */
  async function isSafe(value: object): Promise<boolean> {
    try {
      await refusing.turn().input(value, (described, visit) => mapStrings(described, visit, 'tool'));
      return true;
    } catch (error) {
      if (isSentinelError(error, 'BLOCKED')) return false;
      throw error;
    }
  }

  async function review(tool: Tool): Promise<ReviewedTool> {
    const hash = hashOf(tool);
    const key = `${server}/${tool.name}`;
    const pinned = await pins.get(key);
    if (!(await isSafe(tool))) return { tool, status: 'poisoned' };
    if (pinned === hash) return { tool, status: 'offered' };
    const reviewed: ReviewedTool = { tool, status: pinned === undefined ? 'new' : 'changed' };
    if (!(await approve(reviewed))) return reviewed;
    await pins.set(key, hash);
    return { tool, status: 'offered' };
  }

  async function safeOnes<T extends object>(values: readonly T[]): Promise<T[]> {
    const safe = await Promise.all(values.map(isSafe));
    return values.filter((_, index) => safe[index]);
  }

  return {
    async reviewTools(request) {
      const before = changes;
      const reviewed: ReviewedTool[] = [];
      const tools = await all(
        (cursor) => client.listTools(cursor, request),
        ({ tools }) => tools,
      );
      // One after the other: a person can't answer two questions at once.
      for (const tool of tools) reviewed.push(await review(tool));
      const names = reviewed.flatMap(({ tool, status }) => (status === 'offered' ? [tool.name] : []));
      // What changed while it was looked at has to be looked at again.
      offered = new Set(changes === before ? names : []);
      return reviewed;
    },
    async callTool(params, request) {
      if (!offered.has(params.name)) {
        throw new SentinelError('BLOCKED', 'The tool is not offered: review the tools of the server first.');
      }
      const turn = withholding.turn();
      await turn.output(params.arguments ?? {}, (values, visit) => mapStrings(values, visit, 'model'));
      const result = await client.callTool(params, undefined, request).catch(async (error: unknown) => {
        // Hosts tell the model what went wrong, in the words of the server.
        if (error instanceof McpError) await refusing.turn().input(error.message, (text, visit) => visit(text, 'tool'));
        throw error;
      });
      return turn.input(result as CallToolResult, mapToolResult);
    },
    async listResources(request) {
      return safeOnes(
        await all(
          (cursor) => client.listResources(cursor, request),
          ({ resources }) => resources,
        ),
      );
    },
    async readResource(params, request) {
      return withholding.turn().input(await client.readResource(params, request), mapResource);
    },
    async listPrompts(request) {
      return safeOnes(
        await all(
          (cursor) => client.listPrompts(cursor, request),
          ({ prompts }) => prompts,
        ),
      );
    },
    async getPrompt(params, request) {
      return refusing.turn().input(await client.getPrompt(params, request), mapPrompt);
    },
    async instructions() {
      const instructions = client.getInstructions();
      return instructions !== undefined && (await isSafe({ instructions })) ? instructions : undefined;
    },
  };
}

/** All pages of a list. */
async function all<Page extends { nextCursor?: string | undefined }, T>(
  list: (params: { cursor?: string }) => Promise<Page>,
  itemsOf: (page: Page) => readonly T[],
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(cursor === undefined ? {} : { cursor });
    items.push(...itemsOf(page));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return items;
}
