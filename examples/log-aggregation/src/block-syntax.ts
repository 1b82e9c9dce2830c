// Reads the two configuration languages here that have no parser on npm, as far as the files beside this one use them:
// Logstash (`key => value`) and Alloy (`key = value`), both of blocks within blocks.

/** A block, such as `stage.json { … }`, `loki.process "sentinel" { … }` or `if [tags] { … }`. */
export interface Block {
  /** The words before the brace, quotes removed. */
  readonly head: readonly string[];
  readonly settings: Readonly<Record<string, Value>>;
  readonly blocks: readonly Block[];
}

/** A string, number or name as text; a list; a map; or a plugin with settings, as `json { … }` is for a codec. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value } | Block;

const TOKEN = /\s+|#[^\n]*|\/\/[^\n]*|"((?:[^"\\]|\\.)*)"|=>|==|!=|[={}[\](),]|[^\s"={}[\](),#]+/y;
const OPEN_ENDED = new Set([undefined, '{', '}', '=', '=>', ',']);

/**
 * The blocks of a file.
 *
 * @throws SyntaxError naming the line.
 */
export function parseBlocks(text: string): readonly Block[] {
  const tokens = tokenize(text);
  let position = 0;

  const peek = () => tokens[position]?.text;
  function next(): Token {
    const token = tokens[position++];
    if (token === undefined) throw new SyntaxError('The file ends within a block.');
    return token;
  }
  function expect(text: string): void {
    const token = next();
    if (token.text !== text || token.quoted)
      throw new SyntaxError(`Line ${token.line}: ${text} expected, got ${token.text}.`);
  }

  function body(head: readonly string[], end: string | undefined): Block {
    const settings: Record<string, Value> = {};
    const blocks: Block[] = [];
    while (peek() !== end) {
      const words: string[] = [];
      const line = tokens[position]?.line ?? 0;
      while (!OPEN_ENDED.has(peek())) words.push(next().text);
      if (words.length === 0) throw new SyntaxError(`Line ${line}: a name expected, got ${peek() ?? 'the end'}.`);
      if (peek() === '{') {
        next();
        blocks.push(body(words, '}'));
        expect('}');
        continue;
      }
      if (peek() !== '=' && peek() !== '=>') throw new SyntaxError(`Line ${line}: ${words.join(' ')} has no value.`);
      next();
      const name = words.join(' ');
      if (name in settings) throw new SyntaxError(`Line ${line}: ${name} is set twice.`);
      settings[name] = value();
    }
    return { head, settings, blocks };
  }

  function value(): Value {
    const token = next();
    if (token.quoted) return token.text;
    if (token.text === '[') return list(']');
    if (token.text === '{') return map();
    if (OPEN_ENDED.has(token.text)) throw new SyntaxError(`Line ${token.line}: a value expected, got ${token.text}.`);
    if (peek() === '(') {
      next();
      return { [token.text]: list(')') };
    }
    if (peek() !== '{') return token.text;
    next();
    const block = body([token.text], '}');
    expect('}');
    return block;
  }

  function list(end: string): Value[] {
    const values: Value[] = [];
    while (peek() !== end) {
      values.push(value());
      if (peek() === ',') next();
    }
    expect(end);
    return values;
  }

  function map(): Record<string, Value> {
    const entries: Record<string, Value> = {};
    while (peek() !== '}') {
      const key = next().text;
      next();
      entries[key] = value();
      if (peek() === ',') next();
    }
    expect('}');
    return entries;
  }

  return body([], undefined).blocks;
}

/** All blocks, at any depth, whose first word is `name`. */
export function blocksNamed(blocks: readonly Block[], name: string): Block[] {
  return blocks.flatMap((block) => [...(block.head[0] === name ? [block] : []), ...blocksNamed(block.blocks, name)]);
}

interface Token {
  readonly text: string;
  readonly quoted: boolean;
  readonly line: number;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) throw new SyntaxError(`Line ${line}: unreadable from ${text.slice(at, at + 20)}.`);
    const [all, quoted] = match;
    const isSpace = /^(?:\s|#|\/\/)/.test(all);
    if (!isSpace) tokens.push({ text: quoted ?? all, quoted: quoted !== undefined, line });
    line += all.split('\n').length - 1;
  }
  return tokens;
}
