import type { ChatTurn, TextMap } from '@llm-sentinel/chat';

/** What has to be known of an API to guard it. */
export interface GuardedApi<Request, Answer, Event> {
  readonly mapRequest: TextMap<Request>;
  readonly mapAnswer: TextMap<Answer>;
  guardEvents(turn: ChatTurn, events: AsyncIterable<Event>): AsyncIterable<Event>;
}
