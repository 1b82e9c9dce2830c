'use client';

import { type FormEvent, useState } from 'react';
import { send } from './send';

export default function Page() {
  const [answer, setAnswer] = useState('');
  const [scanId, setScanId] = useState<string>();

  async function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const question = String(new FormData(event.currentTarget).get('question'));
    setAnswer('');
    setScanId(undefined);
    const { scanId, blocked } = await send(question, (text) => setAnswer((before) => before + text));
    if (blocked === true) setAnswer('This answer was withheld.');
    setScanId(scanId);
  }

  function complain() {
    void fetch('/api/feedback', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-user-id': 'ada' },
      body: JSON.stringify({ scanId, verdict: 'false_positive' }),
    });
    setScanId(undefined);
  }

  return (
    <main>
      <form onSubmit={ask}>
        <label>
          Ask the bank <input name="question" required />
        </label>
        <button type="submit">Send</button>
      </form>
      <p aria-live="polite">{answer}</p>
      {scanId !== undefined && (
        <button type="button" onClick={complain}>
          This was judged wrongly
        </button>
      )}
    </main>
  );
}
