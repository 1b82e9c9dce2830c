/** What a fake model says to one request. */
export interface FakeAnswer {
  readonly text?: string;
  readonly toolCalls?: readonly { readonly name: string; readonly input: unknown }[];
}

/** A piece of a streamed answer, as it goes over the wire. */
export interface ServerSentEvent {
  readonly event?: string;
  /** Text is sent as it is. */
  readonly data: object | string;
}

/** Who gives an answer. */
export interface Origin {
  readonly model: string;
  /** Different for each answer, as the ids of real ones are. */
  readonly serial: number;
}

/** An API of a model: an answer in its words, whole or in pieces. */
export interface WireFormat {
  readonly path: string;
  whole(origin: Origin, answer: FakeAnswer): object;
  events(origin: Origin, answer: FakeAnswer, chunkSize: number): Iterable<ServerSentEvent>;
  failure(status: number, message: string): object;
}

/** The tool calls of an answer, with the ids and texts that all formats want. */
export function callsOf({
  toolCalls = [],
}: FakeAnswer): readonly { id: string; name: string; json: string; input: unknown }[] {
  return toolCalls.map(({ name, input }, index) => ({
    id: `call_${index}_${name}`,
    name,
    input,
    json: typeof input === 'string' ? input : JSON.stringify(input),
  }));
}

export function piecesOf(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}
