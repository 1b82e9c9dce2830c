/** A fenced block of a Markdown page. */
export interface CodeBlock {
  readonly page: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
}

/** All fenced code blocks of a page. */
export function codeBlocks(page: string, markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { line: number; language: string; code: string[] } | null = null;
  markdown.split('\n').forEach((text, index) => {
    const fence = /^```(\w*)\s*$/.exec(text);
    if (open === null && fence !== null) {
      open = { line: index + 1, language: fence[1] as string, code: [] };
    } else if (open !== null && text === '```') {
      blocks.push({ page, line: open.line, language: open.language, code: open.code.join('\n') });
      open = null;
    } else {
      open?.code.push(text);
    }
  });
  return blocks;
}
