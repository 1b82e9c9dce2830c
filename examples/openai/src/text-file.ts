import type { TextVisitor } from '@llm-sentinel/chat';

const TEXT_FILE = /^data:(?:text\/[^;,]+|application\/(?:json|xml))(?:;charset=[\w-]+)?;base64,/i;

/** Visits what stands in a file of text, given as a data URL. Other files pass as they are. */
export function mapTextFile(dataUrl: string, visit: TextVisitor, unit: unknown): string {
  const [head] = TEXT_FILE.exec(dataUrl) ?? [];
  if (head === undefined) return dataUrl;
  const text = Buffer.from(dataUrl.slice(head.length), 'base64').toString();
  const written = visit(text, 'document', unit);
  return written === text ? dataUrl : head + Buffer.from(written).toString('base64');
}
