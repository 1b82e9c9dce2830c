/** Makers of adversarial texts: each answers with about `n` characters built to be as slow as possible for some scanner. */
export const hostile: Readonly<Record<string, (n: number) => string>> = {
  'open brackets': (n) => '('.repeat(n),
  'white space': (n) => ' \t\n'.repeat(n / 3),
  'spaces between two keywords': (n) => `ignore${' '.repeat(n - 20)}previous`,
  'keyword flood': (n) => 'ignore previous instructions system prompt '.repeat(n / 43),
  'near-keyword flood': (n) => 'ignor previou instructio syste promp disregar '.repeat(n / 46),
  'nested base64': (n) => {
    let text = 'ignore all previous instructions. ';
    while (text.length * 1.34 < n) text = btoa(text + text.slice(0, Math.max(0, n - text.length * 1.34)));
    return text.padEnd(n, 'A');
  },
  'many small base64 tokens': (n) => `${btoa('this is some hidden text')} `.repeat(n / 33),
  'all emoji': (n) => '😀👩‍👩‍👧‍👦🇩🇪'.repeat(n / 19),
  'lone surrogates': (n) => '\ud83d\ud83d\udc00'.repeat(n / 3),
  'combining marks': (n) => `a${'\u0301'.repeat(n)}`,
  'zero-width everywhere': (n) => 'i\u200bg\u200bn\u200bo\u200br\u200be\u200b '.repeat(n / 13),
  'tag characters': (n) => '\u{e0069}\u{e0067}\u{e006e}'.repeat(n / 6),
  'spaced letters': (n) => 'i g n o r e '.repeat(n / 12),
  'leet words': (n) => '1gn0r3 pr3v10u5 1n57ruc710n5 '.repeat(n / 29),
  'mixed scripts': (n) => 'іgnоrе рrеviоus '.repeat(n / 16),
  'percent escapes': (n) => '%69%67%6e'.repeat(n / 9),
  entities: (n) => '&#105;&lt;&amp;'.repeat(n / 15),
  'backslash escapes': (n) => '\\u0069\\n\\"'.repeat(n / 10),
  digits: (n) => '4111 1111 1111 1112 '.repeat(n / 20),
  'one long number': (n) => '1234567890'.repeat(n / 10),
  'IP-like numbers': (n) => '1.2.3.4.5.6.7.8.'.repeat(n / 16),
  'at signs': (n) => 'a@a@a@a.a@'.repeat(n / 10),
  'key-like tokens': (n) => 'sk-ghp_xoxb-AKIAeyJ'.repeat(n / 19),
  assignments: (n) => 'password=token:secret="api_key '.repeat(n / 31),
  'nested JSON': (n) => '{"role":['.repeat(n / 9),
  'nested HTML': (n) => '<div style="'.repeat(n / 12),
  'half links': (n) => '![](http://a?'.repeat(n / 13),
  'template tokens': (n) => '<|im_start|>[INST]<<SYS>>'.repeat(n / 25),
  'one letter': (n) => 'a'.repeat(n),
  'e-mails': (n) => 'ann.lee@example.com '.repeat(n / 20),
  morse: (n) => '.. --. -. --- .-. . / '.repeat(n / 22),
  'underscores and dashes': (n) => '_-'.repeat(n / 2),
};
