/** An event of an answer, as a client reads it. */
export interface ReceivedEvent {
  readonly event: string;
  readonly data: { readonly text?: string; readonly [member: string]: unknown };
}

/** Reads a whole stream of events, as the standard says. */
export function parseEvents(text: string): ReceivedEvent[] {
  return text
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)?.[1] ?? 'message',
      data: JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? ''),
    }));
}

export const textOf = (events: readonly ReceivedEvent[]) => events.map(({ data }) => data.text ?? '').join('');
