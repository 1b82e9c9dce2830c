import { useState } from 'preact/hooks';
import { toast } from '../state/toasts.js';
import { CheckIcon, CopyIcon } from './icons.js';

const CONFIRMED_MS = 1_500;

export function CopyButton({ text }: { readonly text: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      // Absent outside of secure contexts: plain HTTP to another machine.
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), CONFIRMED_MS);
    } catch {
      toast('This browser does not let the page copy.', 'failed');
    }
  };
  return (
    <button type="button" class="tool tool-small" aria-label={isCopied ? 'Copied' : 'Copy'} title="Copy" onClick={copy}>
      {isCopied ? <CheckIcon /> : <CopyIcon />}
    </button>
  );
}
