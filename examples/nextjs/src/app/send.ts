/** How a question ended. */
export interface Ending {
  /** What to quote in a complaint. */
  readonly scanId?: string;
  /** Of the whole answer, whose beginning may have been shown. */
  readonly blocked?: boolean;
}

/** Sends a question, tells of each piece of the answer, and resolves when it has ended. */
export async function send(question: string, onText: (text: string) => void): Promise<Ending> {
  const response = await fetch('/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-user-id': 'ada' },
    body: JSON.stringify({ chatId: 'page', messages: [{ role: 'user', content: question }] }),
  });
  if (!response.ok || response.body === null) {
    const { detail = 'That went wrong.', scanId } = await response.json();
    onText(detail);
    return { scanId };
  }
  let ending: Ending = {};
  for await (const data of events(response.body)) {
    if (data.text !== undefined) onText(data.text);
    else ending = data;
  }
  return ending;
}

interface Data extends Ending {
  readonly text?: string;
}

/** What the events of a stream carry. Each is one line of data. */
async function* events(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncIterable<Data> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (pending + value).split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data: ')) yield JSON.parse(line.slice(6));
  }
}
