import { describe, expect, it } from 'vitest';
import { blocksNamed, parseBlocks } from './block-syntax.js';

describe('parseBlocks', () => {
  it('reads Logstash', () => {
    const blocks = parseBlocks(`
      # a comment with { a brace
      input { file { path => ["/a", "/b"] codec => json { charset => "UTF-8" } } }
      filter {
        if [event.dataset] == "x" { mutate { add_field => { "[a][b]" => "c" "d" => "e" } } } else { drop { } }
      }`);
    const [file] = blocksNamed(blocks, 'file');
    expect(file?.settings.path).toEqual(['/a', '/b']);
    expect(file?.settings.codec).toMatchObject({ head: ['json'], settings: { charset: 'UTF-8' } });
    expect(blocksNamed(blocks, 'mutate')[0]?.settings).toEqual({ add_field: { '[a][b]': 'c', d: 'e' } });
    expect(blocksNamed(blocks, 'if')[0]?.head).toContain('x');
    expect(blocksNamed(blocks, 'else')[0]?.blocks).toHaveLength(1);
  });

  it('reads Alloy', () => {
    const blocks = parseBlocks(`
      // a comment
      loki.process "x" {
        forward_to = [loki.write.y.receiver]
        stage.labels { values = { level = "", event = "event", } }
      }
      loki.write "y" { endpoint { url = sys.env("URL") } }`);
    expect(blocks.map(({ head }) => head)).toEqual([
      ['loki.process', 'x'],
      ['loki.write', 'y'],
    ]);
    expect(blocks[0]?.settings.forward_to).toEqual(['loki.write.y.receiver']);
    expect(blocksNamed(blocks, 'stage.labels')[0]?.settings).toEqual({ values: { level: '', event: 'event' } });
    expect(blocksNamed(blocks, 'endpoint')[0]?.settings).toEqual({ url: { 'sys.env': ['URL'] } });
  });

  it.each([
    ['an open block', 'a { b => "c"'],
    ['a brace too many', 'a { } }'],
    ['a name without a value', 'a { b }'],
    ['a value without a name', 'a { => "c" }'],
    ['an open string', 'a { b => "c }'],
    ['a setting twice', 'a { b => "c" b => "d" }'],
    ['an operator for a value', 'a { b => => }'],
  ])('refuses %s', (_case, text) => {
    expect(() => parseBlocks(text)).toThrow(SyntaxError);
  });
});
