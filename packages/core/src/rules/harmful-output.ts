import { line } from './gap.js';
import { ruleFamily } from './rule-family.js';

// Output of a model that does harm where it is rendered or run without a look. A coding assistant legitimately shows code, and
// a teacher an attack, so most of these are worth a flag; only what has next to no other use scores above that.

const output = { threatType: 'harmful', sources: ['model'], references: ['LLM05', 'AML.T0067'] } as const;

const CALL =
  '(?:(?:window\\.|self\\.|top\\.)?(?:alert|confirm|prompt|eval|fetch|atob|settimeout|import|open)\\s{0,2}[(`]|(?:window\\.|self\\.|top\\.)?(?:document|location|localstorage|sessionstorage)\\b|(?:window|self|top)\\[|new\\s(?:image|xmlhttprequest|function|websocket)|javascript:|string\\.fromcharcode|navigator\\.sendbeacon|\\$\\.(?:get|post|getscript))';

/** Disks and partitions. */
const DISK = '(?:\\/dev\\/(?:(?:sd|hd|vd|xvd)[a-z]|nvme\\d|mmcblk\\d|disk\\d|mapper\\/)|\\\\\\\\\\.\\\\physicaldrive\\d)';

// Installers that many people are told to run by the projects themselves.
const KNOWN_HOST =
  '(?:sh\\.rustup\\.rs|(?:get|test)\\.docker\\.com|raw\\.githubusercontent\\.com\\/(?:nvm-sh|homebrew|ohmyzsh|helm|rancher|k3d-io|creationix|pyenv|junegunn|istio|aquasecurity|anchore|golangci)\\/|(?:deb|rpm)\\.nodesource\\.com|install\\.python-poetry\\.org|bun\\.sh|deno\\.land|astral\\.sh|fnm\\.vercel\\.app|get\\.pnpm\\.io|get\\.k3s\\.io|tailscale\\.com|ollama\\.(?:com|ai)|starship\\.rs|get\\.helm\\.sh|brew\\.sh|install\\.meteor\\.com|cli\\.github\\.com|sdk\\.cloud\\.google\\.com|get\\.sdkman\\.io|nixos\\.org|pyenv\\.run|bootstrap\\.pypa\\.io|getcomposer\\.org|apt\\.llvm\\.org|packages\\.microsoft\\.com|download\\.docker\\.com|pkg\\.cloudflare\\.com|fly\\.io|get\\.scoop\\.sh|scoop\\.sh|(?:community\\.)?chocolatey\\.org|install\\.sh\\.?$)';

const SHELL = '(?:sudo\\s(?:-\\w{1,2}\\s)?)?(?:\\/(?:usr\\/)?bin\\/)?(?:env\\s)?(?:(?:ba|z|da|k|a)?sh|python[23]?|perl|ruby|node|php)';

const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'i');

export const outputRules = ruleFamily(() => [
  {
    ...output,
    id: 'output/active-script',
    severity: 'medium',
    score: 0.4,
    message: 'The output contains a script that would run if it were shown as a web page.',
    keywords: ['<script', '%3cscript', '&lt;script'],
    pattern: pattern(
      '<script\\b[^>]{0,60}>(?:[^<]{0,60}?)(?:\\b(?:alert|confirm|prompt)\\s?\\(|\\beval\\s?\\(|\\batob\\s?\\(|document\\.(?:cookie|write|domain)|\\blocation\\s?=|location\\.(?:href|replace)|localstorage|string\\.fromcharcode|xmlhttprequest|\\bfetch\\s?\\(\\s?["\'`](?:https?:)?\\/\\/)|<script\\b[^>]{0,40}\\ssrc\\s?=\\s?["\']?(?:https?:)?\\/\\/(?:\\d{1,3}\\.\\d|[^\\s"\'/]{1,40}\\.(?:xyz|top|tk|ru|cn|ngrok|onion|pw|click)\\b|xss\\.|evil\\.|attacker\\.)',
    ),
  },
  {
    ...output,
    id: 'output/cookie-theft',
    severity: 'high',
    score: 0.6,
    message: 'The output contains code that sends cookies or stored tokens of a web page to another server.',
    keywords: ['document.cookie', 'localstorage', 'sessionstorage', "document['cookie']", 'document["cookie"]'],
    near: ['fetch', 'http', '//', 'location', 'sendbeacon', 'xmlhttprequest', '.src', 'btoa'],
    reach: 160,
    pattern: pattern(
      '(?:fetch|sendbeacon|\\.src|location|open|\\.get|\\.post|axios|\\bimg\\b|href)',
      line(50),
      '(?:https?:)?\\/\\/',
      line(60),
      '(?:document\\s?(?:\\.\\s?cookie|\\[["\']cookie)|(?:local|session)storage(?:\\.getitem|\\)|\\[|\\.))|document\\.cookie',
      line(30),
      '\\.(?:src|href)\\s?=\\s?["\'`](?:https?:)?\\/\\/',
    ),
  },
  {
    ...output,
    id: 'output/event-handler',
    severity: 'medium',
    score: 0.55,
    message: 'The output contains HTML whose event handler runs a script by itself.',
    keywords: ['onerror', 'onload', 'onmouseover', 'onfocus', 'ontoggle', 'onstart', 'onpointer', 'onanimation', 'onbegin', 'onmouseenter', 'onpageshow', 'onhashchange', 'onblur', 'onwheel', 'onscroll'],
    near: ['<img', '<svg', '<body', '<video', '<audio', '<input', '<details', '<iframe', '<marquee', '<object', '<select', '<textarea', '<a ', '<div', '<style', '<math', '<animate', '<x ', '<p ', '<span', '<image', '<embed', '<link'],
    reach: 140,
    pattern: pattern(
      '<[a-z]{1,10}[\\s/](?:[^<>]{0,90}?[\\s/"\'])?on(?:error|load|mouseover|focus|toggle|start|pointer[a-z]{2,6}|animation[a-z]{3,9}|begin|mouseenter|pageshow|hashchange|blur|wheel|scroll)\\s{0,2}=\\s{0,2}\\\\?["\'`]?\\s{0,3}',
      CALL,
    ),
  },
  {
    ...output,
    id: 'output/javascript-url',
    severity: 'medium',
    score: 0.55,
    message: 'The output contains a link that runs a script.',
    keywords: ['javascript:', 'vbscript:', 'java\tscript:'],
    pattern: pattern(
      '(?:(?:href|src|action|formaction|data|background|poster|to|url|from|values)\\s{0,2}[=:(]\\s{0,2}\\\\?["\'`]?\\s{0,3}|\\]\\(\\s?<?)(?:java|vb)\\s?script:(?!\\s?(?:void|;|["\'`)]|\\/\\/\\s|history\\.|window\\.print|window\\.history|;?\\s?return))',
    ),
  },
  {
    ...output,
    id: 'output/html-data-url',
    severity: 'high',
    score: 0.6,
    message: 'The output contains a data URL that opens as a web page or script.',
    keywords: ['data:text/html', 'data:application/xhtml', 'data:image/svg', 'data:text/javascript', 'data:application/javascript', 'data:text/xml'],
    pattern: pattern(
      'data:(?:(?:text\\/html|application\\/xhtml\\+xml|text\\/xml)(?:;charset=[\\w-]{2,12})?(?:;base64)?,\\s{0,2}(?=[^\\s)"\'>])(?:[^\\s]{0,40}?(?:<|%3c)\\s?(?:script|img|svg|iframe|body|form|meta|html)|(?:phnj|pgh0|pcfet|pgltzy|phn2z|pgltz|pgjvzh|pcev)[a-z0-9+/=]{8})|image\\/svg\\+xml[^,\\s]{0,24},[^\\n]{0,80}?(?:<|%3c)script|(?:text|application)\\/javascript[^,\\s]{0,24},\\S)',
    ),
  },
  {
    ...output,
    id: 'output/frame-injection',
    severity: 'medium',
    score: 0.5,
    message: 'The output contains a hidden frame, redirect or object that loads something from elsewhere.',
    keywords: ['<iframe', '<object', '<embed', '<base', 'http-equiv', '<frame', '<portal', '<link'],
    near: ['javascript:', 'data:', 'srcdoc', 'display:none', 'display: none', 'width=0', 'width="0"', 'height="0"', 'height=0', 'visibility:hidden', 'refresh', '<base', 'opacity:0', 'width:0', 'import', 'hidden'],
    reach: 200,
    pattern:
      /<(?:iframe|object|embed|frame|portal)\b[^>]{0,120}?(?:\s(?:src|data)\s?=\s?\\?["']?\s?(?:javascript|data|vbscript):|srcdoc\s?=\s?\\?["'][^>]{0,40}?(?:<|&lt;)(?:script|img|svg)|(?:display:\s?none|visibility:\s?hidden|opacity:\s?0|\b(?:width|height)\s?[:=]\s?\\?["']?[01](?:px)?\b|\shidden\b)[^>]{0,80}?\ssrc\s?=\s?\\?["']?(?:https?:)?\/\/|\ssrc\s?=\s?\\?["']?(?:https?:)?\/\/[^>]{0,100}?(?:display:\s?none|visibility:\s?hidden|opacity:\s?0|\b(?:width|height)\s?[:=]\s?\\?["']?[01](?:px)?\b))|<meta\b[^>]{0,30}http-equiv\s?=\s?\\?["']?refresh\b[^>]{0,30}content\s?=\s?\\?["']?\d{1,2}\s?;\s?url\s?=\s?["']?(?:javascript:|data:|https?:\/\/(?:\d{1,3}\.|[^\s"']{1,60}\?(?:c|cookie|data|q|token)=))|<base\s[^>]{0,20}href\s?=\s?\\?["']?(?:https?:)?\/\/(?:evil|attacker|\d{1,3}\.)|<link\b[^>]{0,40}rel\s?=\s?\\?["']?import/i,
  },
  {
    ...output,
    id: 'output/sql-tautology',
    severity: 'medium',
    score: 0.5,
    message: 'The output contains a string that breaks out of an SQL query.',
    keywords: ["'1'='1", "'1' = '1", '1=1--', '1=1 --', "or 1=1", 'or 1 = 1', "'a'='a", "'x'='x", '"1"="1', "admin'--", "admin' --", "admin'#", "admin' #", "or ''='", "or true--", 'or true --', '"="', '") or ("', "') or ('", "' or '", '" or "'],
    pattern:
      /(?:['"`)]|%27|\b\d{1,6})\s{0,3}\)?\s{0,2}(?:or|and|\|\|)\s{1,3}\(?\s?(?:(['"]?)(\d{1,4}|[a-z]{1,3})\1\s?=\s?\1\2(?:['"\s]|--|\s?#|\s?\/\*|\)|\s{0,2}$|\s?;)|''\s?=\s?''?|true\s?(?:--|#))|\badmin'\s?\)?\s?(?:--|#|\/\*)/i,
  },
  {
    ...output,
    id: 'output/sql-injection',
    severity: 'medium',
    score: 0.5,
    message: 'The output contains an SQL injection string.',
    keywords: ['union select', 'union all select', 'information_schema', 'xp_cmdshell', 'waitfor delay', 'benchmark(', 'sleep(', 'pg_sleep', 'into outfile', 'into dumpfile', 'load_file', 'drop table', 'extractvalue(', 'updatexml(', 'utl_http', 'sqlmap', 'drop database', 'truncate table', 'union/**/', 'load_extension', 'dbms_pipe'],
    pattern: pattern(
      '(?:[\'"`)]|%27|=-?\\d{1,8}|\\s-\\d)\\s{0,3}\\)?\\s{0,2}(?:union(?:\\s{1,3}|\\/\\*\\*\\/|\\+|%20)(?:all(?:\\s{1,3}|\\/\\*\\*\\/|\\+|%20))?select\\b|;\\s{0,3}(?:drop\\s{1,3}(?:table|database|schema)|truncate\\s{1,3}table|shutdown|exec(?:ute)?\\s{1,3}(?:master(?:\\.{1,2}|\\.dbo\\.))?xp_cmdshell|waitfor\\s{1,3}delay|delete\\s{1,3}from|update\\s{1,3}\\w{1,30}\\s{1,3}set|insert\\s{1,3}into|alter\\s{1,3}(?:user|login)|select\\s{1,3}(?:pg_)?sleep)\\b',
      line(60),
      '(?:--|#|\\/\\*|$)|(?:and|or|\\|\\|)\\s{1,3}\\(?(?:(?:if|case|select)',
      line(40),
      ')?(?:sleep|pg_sleep|benchmark|extractvalue|updatexml|load_file)\\s?\\()|\\bunion(?:\\s{1,3}|\\/\\*\\*\\/)(?:all\\s{1,3})?select\\s',
      line(60),
      '(?:information_schema|--\\s?$|--\\s?[\'"`)]|#\\s?$|@@version|load_file|null\\s?,\\s?null|into\\s{1,3}(?:out|dump)file)|\\binto\\s{1,3}(?:out|dump)file\\s{1,3}[\'"][^\'"]{1,60}\\.(?:php|jsp|aspx?)|<\\?php',
    ),
  },
  {
    ...output,
    id: 'output/nosql-injection',
    severity: 'medium',
    score: 0.45,
    message: 'The output contains an injection string for a document database.',
    keywords: ['"$ne"', "'$ne'", '$ne:', '[$ne]', '"$gt"', '$gt:', '[$gt]', '"$regex"', '[$regex]', '$where'],
    near: ['$where', 'password', 'passwd', 'username', 'login', 'user', 'token', 'this.', 'sleep', 'pass'],
    reach: 80,
    pattern:
      /["']?(?:password|passwd|pass|username|user|login|token|pin)["']?\s?(?:\[\$(?:ne|gt|regex|exists)\]\s?=|[:=]\s?\{\s?["']?\$(?:ne|gt|gte|regex|nin|exists)["']?\s?:\s?(?:null|""|''|"\.\*"|"\^|true|\[\s?\]|-?1\b|undefined))|["']?\$where["']?\s?:\s?["'`][^"`\n]{0,60}?(?:\|\||sleep\(|1\s?==?\s?1|;)/i,
  },
  {
    ...output,
    id: 'output/delete-everything',
    severity: 'high',
    score: 0.6,
    message: 'The output contains a command that deletes a whole system or home folder.',
    keywords: ['rm -rf', 'rm -fr', 'rm -r -f', 'rm -f -r', 'rm -rvf', 'rm -r /', 'rm --recursive', 'rm -rf/', 'find / ', 'shutil.rmtree', 'rmsync', 'fs.rm', 'rimraf', 'chmod -r 000', 'chmod -r 777 /', 'chown -r', 'rm -frv', 'rm -vrf', 'rm -rfv'],
    pattern:
      /\brm\s{1,3}(?:(?:-[a-z]{1,5}|--[a-z-]{4,20})\s{1,3}){1,4}(?:["'](?=[/~$.]))?(?:\/(?=["'`\s;&|)*]|$)\*?|(?:~|\$\{?home\}?|%userprofile%)\/?(?:\*|\.\*)?(?=["'`\s;&|)]|$)|\/(?:etc|usr|var|home|boot|bin|lib|lib64|root|sbin|opt|dev|sys|srv|system|windows)\/?\*?(?=["'`\s;&|)]|$)|\/mnt\/c\b)|\bfind\s{1,3}\/\s{1,3}[^\n]{0,60}(?:-delete|-exec\s{1,3}rm\b)|(?:rmtree|rmsync|rimraf(?:\.sync)?|\.rm)\s?\(\s?["'`](?:\/|~|c:\\{1,2})["'`]|\bchmod\s{1,3}-r\s{1,3}(?:000|777|a-rwx)\s{1,3}\/(?=["'`\s;&|)*]|$)|\bchown\s{1,3}-r\s{1,3}[\w:.]{1,30}\s{1,3}\/(?=["'`\s;&|)]|$)/i,
  },
  {
    ...output,
    id: 'output/no-preserve-root',
    severity: 'critical',
    score: 0.8,
    message: 'The output contains a command that deletes the whole system past its safety catch.',
    keywords: ['no-preserve-root'],
    pattern: pattern('\\brm\\s-', line(50), '--no-preserve-root\\b'),
  },
  {
    ...output,
    id: 'output/disk-wipe',
    severity: 'high',
    score: 0.55,
    message: 'The output contains a command that overwrites a disk.',
    keywords: ['of=/dev/', 'mkfs', '/dev/sd', '/dev/hd', '/dev/nvme', '/dev/vd', '/dev/xvd', '/dev/mmcblk', '/dev/disk', '/dev/mapper', 'physicaldrive'],
    pattern: pattern(
      '\\bdd\\s[^\\n|;]{0,60}?\\bif=\\/dev\\/(?:zero|u?random|null)\\b[^\\n|;]{0,30}?\\sof=',
      DISK,
      '|\\bmkfs(?:\\.\\w{2,8})?\\s[^\\n;|]{0,40}?',
      DISK,
      '|(?:cat|echo|yes|head)\\s[^\\n;]{0,50}>\\s{0,2}',
      DISK,
      '|>\\s{0,2}\\/dev\\/sda\\b|\\b(?:shred|wipefs|blkdiscard|badblocks\\s-w)\\s[^\\n;|]{0,30}?',
      DISK,
      '|\\bmv\\s[^\\n;|]{1,30}\\s\\/dev\\/null\\s{0,3}(?:#|&&|;)?\\s{0,3}(?=\\/)',
    ),
  },
  {
    ...output,
    id: 'output/windows-wipe',
    severity: 'high',
    score: 0.6,
    message: 'The output contains a command that erases a Windows drive.',
    keywords: ['format c:', 'format d:', 'del /f', 'del /s', 'del /q', 'del /a', 'rd /s', 'rmdir /s', 'remove-item', 'clear-disk', 'format-volume', 'clean all', 'rmdir /q', 'rd /q'],
    pattern:
      /\bformat\s{1,3}[c-z]:\s{1,3}\/(?:y|q|fs|p|x)\b|\b(?:del|erase)\s{1,3}(?:\/[a-z](?::[a-z])?\s{1,3}){1,5}["']?(?:[a-z]:\\{1,2}(?:\*(?:\.\*)?|windows\b|users\b)?|%systemdrive%|%systemroot%|%windir%)|\b(?:rd|rmdir)\s{1,3}(?:\/[sq]\s{1,3}){1,2}["']?(?:[a-z]:\\{0,2}(?=["'\s]|$|windows|users)|%systemdrive%|%systemroot%)|\bremove-item\s[^\n]{0,50}?["']?(?:c:\\{1,2}\*?(?=["'\s]|$)|c:\\{1,2}(?:windows|users)\b|\$env:(?:systemdrive|systemroot|windir))[^\n]{0,40}|\b(?:clear-disk|format-volume)\s[^\n]{0,60}-confirm:\$false/i,
  },
  {
    ...output,
    id: 'output/fork-bomb',
    severity: 'critical',
    score: 0.85,
    message: 'The output contains a fork bomb, which brings a computer to a halt.',
    keywords: ['(){ :', '(){:|', '() { :', '(){ ', '() {', 'os.fork', 'fork while', '%0|%0', '%0 | %0', 'fork()', '%0|start', 'subprocess.popen([sys.executable'],
    reach: 100,
    pattern:
      /:\s?\(\s?\)\s?\{\s?:\s?\|\s?:\s?&\s?\}\s?;?\s?:|\b(\w{1,16})\s?\(\s?\)\s{0,2}\{\s{0,4}\1\s?\|\s?\1\s?&\s{0,4}\}\s{0,2};?\s{0,3}\1\b|%0\s?\|\s?(?:start\s)?%0|\bfork\s(?:while|until)\s(?:fork|1|true)|\b(?:while\s?\(?(?:true|1)\b|for\s?\(\s?;\s?;)[\s():{]{1,16}(?:os\.)?fork\s?\(/i,
  },
  {
    ...output,
    id: 'output/pipe-to-shell',
    severity: 'medium',
    score: 0.45,
    message: 'The output contains a command that downloads a script from a little-known place and runs it unseen.',
    keywords: ['curl', 'wget'],
    near: ['| sh', '| bash', '|sh', '|bash', '| sudo', '|sudo', '| python', '|python', '| perl', '| ruby', '| node', '| zsh', '| php', 'bash <(', 'sh <(', 'source <(', 'sh -c', 'bash -c', '| /bin', '|/bin', '| env', 'eval '],
    reach: 160,
    pattern: pattern(
      `\\b(?:curl|wget)\\s[^\\n|]{0,40}?\\bhttps?:\\/\\/(?!${KNOWN_HOST}|www\\.)[^\\n|]{1,120}\\|\\s{0,3}`,
      SHELL,
      '\\b|\\b(?:ba|z)?sh\\s{1,3}(?:-c\\s{1,3})?["\']?(?:<\\s?\\(|\\$\\()\\s?(?:curl|wget)\\s[^\\n)]{0,16}?',
      `["'\`]?https?:\\/\\/(?!${KNOWN_HOST})`,
    ),
  },
  {
    ...output,
    id: 'output/pipe-from-suspicious-host',
    severity: 'high',
    score: 0.6,
    message: 'The output contains a command that runs a download from a bare address or a throw-away host.',
    keywords: ['curl', 'wget', 'fetch '],
    near: ['| sh', '| bash', '|sh', '|bash', '| sudo', '|sudo', '| python', '|python', '| perl', 'chmod +x', 'chmod 777', 'chmod 755', 'bash <(', 'sh <(', '$(curl', '$(wget', '| base64', '|base64', 'chmod a+x', 'chmod u+x'],
    reach: 180,
    pattern: pattern(
      '\\b(?:curl|wget|fetch)\\s[^\\n|;]{0,40}?(?:\\s|\\/\\/|"|\')(?:(?!127\\.0\\.0|192\\.168)\\d{1,3}(?:\\.\\d{1,3}){3}|[\\w.-]{0,40}?(?:pastebin\\.com|paste\\.ee|transfer\\.sh|ngrok(?:-free)?\\.(?:io|app|dev)|bit\\.ly|tinyurl\\.com|\\.onion|\\.xyz|\\.top|\\.tk|\\.pw|0x0\\.st|ix\\.io|termbin\\.com|hastebin\\.com|discordapp\\.com|evil\\.\\w{2,8}|attacker\\.\\w{2,8}|malicious[\\w-]{0,12}\\.\\w{2,8}))',
      '[^\\n|;]{0,60}(?:\\|\\s{0,3}(?:base64\\s-[dD]\\s?\\|\\s?)?',
      SHELL,
      '\\b|(?:&&|;)\\s{0,3}(?:sudo\\s)?(?:chmod\\s{1,3}(?:\\+x|a\\+x|u\\+x|7\\d\\d)\\s[^\\n;&]{1,40}(?:&&|;)\\s{0,3}(?:sudo\\s)?(?:\\.?\\/|nohup|bash|sh\\b)|(?:ba)?sh\\s))|\\b(?:ba|z)?sh\\s{1,3}(?:-c\\s{1,3})?["\']?(?:<\\s?\\(|\\$\\()\\s?(?:curl|wget)\\s[^\\n)]{0,20}?(?:https?:\\/\\/)?\\d{1,3}(?:\\.\\d{1,3}){3}',
    ),
  },
  {
    ...output,
    id: 'output/decoded-to-shell',
    severity: 'high',
    score: 0.65,
    message: 'The output contains a command that decodes hidden code and runs it.',
    keywords: ['base64 -d', 'base64 --decode', 'b64decode', 'xxd -r', 'frombase64string', 'eval(atob', 'eval(gzinflate', 'eval(base64_decode', 'openssl base64', 'rev |', 'exec(bytes.fromhex', 'eval(buffer.from', 'str_rot13', 'marshal.loads', 'zlib.decompress', 'function(atob'],
    pattern: pattern(
      '\\b(?:base64\\s(?:-d|--decode|-di)|xxd\\s-r(?:\\s-p)?|openssl\\s(?:enc\\s)?-?base64\\s-d)\\b[^\\n|]{0,30}\\|\\s{0,3}(?:gunzip\\s?\\|\\s?|zcat\\s?\\|\\s?)?',
      SHELL,
      '\\b|\\beval\\s{0,2}["\']?(?:\\$\\(|`)[^\\n]{0,80}base64\\s(?:-d|--decode)|\\b(?:ba|z)?sh\\s{1,3}(?:-c\\s{1,3})?["\']?(?:<\\s?\\(|\\$\\()[^\\n]{0,80}base64\\s(?:-d|--decode)|\\b(?:exec|eval)\\s?\\(\\s?(?:compile\\s?\\(\\s?)?(?:__import__\\(["\'](?:base64|zlib|codecs|marshal)["\']\\)\\.|base64\\.|zlib\\.|marshal\\.|codecs\\.)?(?:b64decode|decompress|loads|bytes\\.fromhex|atob|gzinflate|base64_decode|gzuncompress|str_rot13|buffer\\.from)\\s?\\(|\\bnew\\s?function\\s?\\(\\s?atob\\(|(?:iex|invoke-expression)\\b',
      line(80),
      'frombase64string',
    ),
  },
  {
    ...output,
    id: 'output/powershell-download',
    severity: 'high',
    score: 0.6,
    message: 'The output contains a PowerShell command that downloads code and runs it, or hides what it runs.',
    keywords: ['downloadstring', 'downloadfile', 'invoke-webrequest', 'invoke-restmethod', 'iwr ', 'irm ', 'net.webclient', '-encodedcommand', '-enc ', '-windowstyle hidden', '-w hidden', 'invoke-expression', 'start-bitstransfer', '-nop ', '-ec ', 'executionpolicy'],
    near: ['iex', 'invoke-expression', 'powershell', 'pwsh', 'start-process', 'hidden', 'http'],
    pattern: pattern(
      '\\b(?:iex|invoke-expression)\\b\\s?[({&"\'$]{0,4}',
      line(40),
      `(?:downloadstring|webclient|invoke-webrequest|invoke-restmethod|\\biwr\\b|\\birm\\b)(?!${line(24)}${KNOWN_HOST})`,
      `|(?:downloadstring\\s?\\(|\\biwr\\s|\\birm\\s|invoke-webrequest\\s|invoke-restmethod\\s)(?!${line(24)}${KNOWN_HOST})[^\\n|]{0,90}\\|\\s?(?:iex|invoke-expression)\\b`,
      '|\\b(?:powershell|pwsh)(?:\\.exe)?\\s[^\\n]{0,60}?-(?:e|ec|enc|encodedcommand)\\s{1,3}["\']?[a-z0-9+/=]{24}',
      '|\\b(?:powershell|pwsh)(?:\\.exe)?\\s[^\\n]{0,60}?-w(?:indowstyle)?\\s{1,3}hidden\\b[^\\n]{0,80}?(?:http|iex|download|-enc|-e\\s|-c\\s|-command)',
      '|(?:downloadfile\\s?\\(|start-bitstransfer\\s|-outfile\\s)[^\\n]{0,100}\\.(?:exe|ps1|bat|vbs|scr|dll|hta)\\b[^\\n]{0,40}(?:;|&&|\\|)\\s?(?:start-process|invoke-item|&|\\.\\\\|start)\\s',
    ),
  },
  {
    ...output,
    id: 'output/windows-download-run',
    severity: 'high',
    score: 0.6,
    message: 'The output contains a command that abuses a Windows tool to download or run code.',
    keywords: ['mshta', 'regsvr32', 'certutil', 'bitsadmin', 'rundll32', 'wscript', 'cscript', 'msiexec', 'installutil', 'wmic '],
    near: ['http', 'javascript:', 'scrobj', 'vbscript:', 'ftp:', '\\\\'],
    reach: 160,
    pattern:
      /\bmshta(?:\.exe)?\s{1,3}["']?(?:https?:|javascript:|vbscript:)|\bregsvr32(?:\.exe)?\s[^\n]{0,40}\/i:\s?["']?https?:|\bcertutil(?:\.exe)?\s[^\n]{0,50}-(?:urlcache|verifyctl|ping)\b[^\n]{0,40}https?:|\bbitsadmin(?:\.exe)?\s[^\n]{0,30}\/(?:transfer|addfile)\b[^\n]{0,80}https?:|\brundll32(?:\.exe)?\s{1,3}["']?(?:javascript:|url\.dll,\w{3,20}\s["']?https?:|\\\\\d)|\bmsiexec(?:\.exe)?\s[^\n]{0,30}\/i\s{1,3}["']?https?:\/\/(?:\d{1,3}\.|[^\s]{1,60})[^\n]{0,60}\/q|\bwmic\s[^\n]{0,60}\/format:\s?["']?https?:/i,
  },
  {
    ...output,
    id: 'output/destroy-backups',
    severity: 'high',
    score: 0.65,
    message: 'The output contains a command that deletes backups or switches protection off, as ransomware does.',
    keywords: ['vssadmin', 'shadowcopy', 'recoveryenabled', 'wbadmin', 'disablerealtimemonitoring', 'bootstatuspolicy', 'wevtutil', 'disableantispyware', 'win32_shadowcopy', 'exclusionpath', 'clear-eventlog'],
    pattern:
      /\bvssadmin(?:\.exe)?\s{1,3}(?:delete|resize)\s{1,3}shadow|\bwmic\s[^\n]{0,20}shadowcopy\s{1,3}delete|\bwin32_shadowcopy\b[^\n]{0,60}(?:delete|remove)|\bbcdedit\s[^\n]{0,40}(?:recoveryenabled\s{1,3}no|bootstatuspolicy\s{1,3}ignoreallfailures)|\bwbadmin\s{1,3}delete\s{1,3}(?:catalog|systemstatebackup|backup)|-disablerealtimemonitoring\s{1,3}(?:\$true|1)|disableantispyware\b[^\n]{0,30}\b1\b|\bwevtutil(?:\.exe)?\s{1,3}(?:cl|clear-log)\s|\badd-mppreference\s[^\n]{0,30}-exclusionpath\s{1,3}["']?c:\\{1,2}(?=["'\s]|$)/i,
  },
  {
    ...output,
    id: 'output/reverse-shell',
    severity: 'critical',
    score: 0.85,
    message: 'The output contains a reverse shell, which hands control of a computer to somebody else.',
    keywords: ['/dev/tcp/', '/dev/udp/', '-e /bin/', '-c /bin/', '-e cmd', 'nc -e', 'ncat -e', 'nc -c', 'netcat -e', 'nc -lvp', 'mkfifo', 'mknod', 'socat ', 'ncat ', 'netcat ', 'nc.exe', 'nc.traditional', 'telnet '],
    pattern:
      /\b(?:ba|z|k|da)?sh\b[^\n]{0,20}(?:>&|&>|<>|>)\s?\/dev\/(?:tcp|udp)\/|\bexec\s{1,3}\d{1,3}<>\s?\/dev\/(?:tcp|udp)\/|\/dev\/(?:tcp|udp)\/[\w.-]{3,60}\/\d{2,5}\s{0,3}(?:0>&1|<&1|0<&1|;\s?cat\s{1,3}<&)|\b(?:nc|ncat|netcat|nc\.traditional|nc\.exe)\s[^\n|;]{0,60}-[a-z]{0,4}[ec]\s{1,3}["']?(?:\/bin\/|\/usr\/bin\/|cmd|powershell|sh\b|bash\b)|\bmk(?:fifo|nod)\s[^\n]{1,60}(?:;|&&)[^\n]{0,60}\|\s?(?:\/bin\/)?(?:ba|z|da)?sh\s[^\n]{0,30}\|\s?(?:nc|ncat|netcat|telnet|openssl)\b|\bsocat\s[^\n]{0,80}exec:\s?["']?(?:\/bin\/)?(?:ba|z|da)?sh\b|\bsocat\s{1,3}exec:[^\n]{0,60}tcp|\btelnet\s[^\n|]{3,60}\|\s?\/bin\/(?:ba)?sh\s?\|\s?telnet\b/i,
  },
  {
    ...output,
    id: 'output/reverse-shell-script',
    severity: 'critical',
    score: 0.8,
    message: 'The output contains a script that hands a shell on this computer to somebody else.',
    keywords: ['socket', 'fsockopen', 'tcpclient', 'net.connect', 'net.dial', 'pty.spawn', 'invoke-powershelltcp', 'msfvenom', 'new net.socket'],
    near: ['dup2', '/bin/sh', '/bin/bash', 'cmd.exe', 'getstream', 'exec(', 'spawn', 'popen', 'shell_exec', '"sh"', "'sh'", 'iex ', 'proc_open', '-p ', 'subprocess', 'reverse_tcp'],
    reach: 400,
    pattern:
      /\bsocket\b[^]{0,160}?\.connect\s?\([^]{0,160}?(?:os\.dup2\s?\([^]{0,160}?(?:\/bin\/(?:ba)?sh|pty\.spawn|cmd\.exe|subprocess)|(?:pty\.spawn|subprocess\.(?:call|popen|run|check_output))\s?\(\s?\[?["'](?:\/bin\/(?:ba|z)?sh|cmd))|\bfsockopen\s?\([^\n]{1,60}\)\s?;[^\n]{0,40}(?:shell_)?(?:exec|system|popen|proc_open)\s?\(?\s?["'`](?:\/bin\/)?(?:ba)?sh\b|\buse\ssocket\s?;[^]{0,200}?exec\s?[({]\s?["']\/bin\/(?:ba)?sh|\btcpsocket\.(?:open|new)\s?\([^]{0,120}?(?:exec\s?["']?\/bin\/(?:ba)?sh|io\.popen)|\bnet\.sockets?\.tcpclient\b[^]{0,200}?getstream\s?\([^]{0,300}?(?:iex|invoke-expression)\b|\bnet\.(?:connect|socket|dial)\b[^]{0,160}?(?:spawn|exec\.command)\s?\(\s?["'](?:\/bin\/)?(?:ba)?sh|\bspawn\s?\(\s?["'](?:\/bin\/)?(?:ba)?sh["'][^]{0,160}?\.connect\s?\(\s?\d{2,5}|\bmsfvenom\s[^\n]{0,20}-p\s{1,3}[a-z0-9_/]{4,50}reverse_/i,
  },
  {
    ...output,
    id: 'output/path-traversal',
    severity: 'medium',
    score: 0.5,
    message: 'The output contains a path that climbs out of its folder towards system files.',
    keywords: ['../../', '..\\..\\', '%2e%2e', '..%2f', '....//', '..%5c', '%252e', '..;/', '/proc/self/environ', 'php://filter', 'php://input', 'expect://', '..%c0%af', 'file:///etc', 'phar://'],
    near: ['etc', 'passwd', 'win.ini', 'shadow', 'boot.ini', 'proc', 'windows', '%2f', 'system32', 'environ', 'resource=', '.ssh', '.env', 'web.config', 'wp-config', 'php://', 'expect://'],
    reach: 120,
    pattern:
      /(?:\.\.(?:\/|\\\\?)|\.{4}(?:\/\/|\\\\)|\.\.%(?:25)?(?:2f|5c|c0%af)|%(?:25)?2e%(?:25)?2e(?:%(?:25)?2f|\/|%5c)|\.\.;\/){2,12}(?:%00)?[\\/]?(?:etc(?:[\\/]|%2f)(?:passwd|shadow|hosts|ssh)|proc(?:[\\/]|%2f)self|windows(?:[\\/]|%5c)(?:win\.ini|system32|system\.ini)|win\.ini|boot\.ini|root[\\/]\.ssh|home[\\/]\w{1,20}[\\/]\.ssh|var[\\/]log[\\/]|\.ssh[\\/]|wp-config\.php|web\.config|\.env\b)|php:\/\/filter\/[\w.|=/-]{0,60}resource=|=\s?(?:php:\/\/input|expect:\/\/\w|phar:\/\/)|[?&]\w{1,20}=file:\/\/\/etc\/|\/proc\/self\/environ\b(?=[^\n]{0,20}(?:%00|user-agent))/i,
  },
  {
    ...output,
    id: 'output/template-injection',
    severity: 'medium',
    score: 0.55,
    message: 'The output contains a string that makes a template engine run code.',
    keywords: ['{{7*7', '{{ 7*7', '${7*7', '#{7*7', '<%= 7*7', '{{7*', '__class__', '__subclasses__', '__globals__', '__mro__', '__builtins__', 'java.lang.runtime', 'getruntime', 'freemarker', 'constructor.constructor', 'processbuilder', '<%= system', '<%=system', '{{request', '{{config', '{{self', 'lipsum', 'cycler.', '${t(', 'velocity', '{php}', '*{t(', 'ognl', '_memberaccess'],
    pattern:
      /(?:\{\{|\$\{|#\{|\*\{|<%=|\{%)-?\s{0,3}(?:7\s?\*\s?'?7'?\b|\d{2,6}\s?\*\s?\d{2,6}\s?(?:\}|%>)|(?:''|""|\[\]|\(\)|request|config|self|lipsum|cycler|joiner|namespace|url_for|get_flashed_messages|g\b|x)[^\n{}]{0,40}(?:__\w{4,14}__|\.application\b|\|attr)|constructor\.constructor\s?\(|t\s?\(\s?java\.lang|["']freemarker|[^\n{}]{0,40}freemarker\.template\.utility|system\s?\(|[^\n{}]{0,30}(?:getruntime|processbuilder|child_process|\.popen\()|"[^"]{0,12}"\.getclass\(\))|\.__class__\s?\.\s?__(?:mro|base|bases|subclasses)__|__subclasses__\s?\(\s?\)\s?(?:\[|\(|:|%)|\.__globals__\s?(?:\[|\.)[^\n]{0,30}(?:os|builtins|popen)|#set\s?\(\s?\$\w{1,12}\s?=[^\n]{0,40}(?:getclass|runtime)|\{php\}|#_memberaccess\b|\(#\w{1,12}\s?=\s?@ognl/i,
  },
  {
    ...output,
    id: 'output/xml-entity',
    severity: 'high',
    score: 0.6,
    message: 'The output contains an XML document that reads files or exhausts memory where it is parsed.',
    keywords: ['<!entity', 'xi:include'],
    pattern:
      /<!entity\s{1,3}(?:%\s{1,3})?[\w.-]{1,30}\s{1,3}(?:system|public\s{1,3}["'][^"']{0,60}["'])\s{1,3}\\?["'](?:file|https?|ftp|php|expect|gopher|jar|netdoc|data|\/)|<!entity\s{1,3}(\w{1,8})\s{1,3}\\?["'](?:&\w{1,8};){4}|<xi:include\s[^>]{0,40}href\s?=\s?\\?["'](?:file:|\/etc|https?:\/\/)/i,
  },
  {
    ...output,
    id: 'output/jndi-ldap',
    severity: 'high',
    score: 0.6,
    message: 'The output contains a lookup or filter string that attacks a logger or a directory.',
    keywords: ['${jndi', 'jndi:', '${lower:j', '${upper:j', '${::-j', '${env:', ')(uid=', ')(cn=', ')(|(', ')(&)', '*)(', '*))'],
    pattern:
      /\$\{(?:jndi|(?:\$\{[^{}\n]{1,24}\}|[jndi]){2,8}):(?:\$\{[^{}\n]{1,24}\}|[a-z]){2,8}s?:\/{0,2}|\bjndi:(?:ldaps?|rmi|dns|iiop|corba|nis)s?:\/\/|\*\)\)?\s?\(\|?\s?\(?\s?(?:uid|cn|user|userpassword|password|mail|objectclass|samaccountname)\s?=\s?\*|\*\)\(\|\(&?|\)\(&\)\)?(?:\(|\)|%00|$)|\badmin\)\(&\)/i,
  },
  {
    ...output,
    id: 'output/code-injection',
    severity: 'medium',
    score: 0.5,
    message: 'The output contains a string that makes an application run commands.',
    keywords: ['__import__', 'cos\nsystem', ';cat /etc', '; cat /etc', '| cat /etc', '|cat /etc', '&& cat /etc', '$(cat /etc', '`cat /etc', 'o:8:"', '!!python/object', 'require(\'child_process\')', 'require("child_process")', '<?php system', '<?php eval', '<?=`$_', '$_get[', '$_post[', '$_request[', '() { :;}', '() { :; }', '!!javax', 'process.mainmodule', '<?php echo shell_exec', '<?php passthru', '<?php @eval'],
    pattern:
      /__import__\s?\(\s?["'](?:os|subprocess|pty|commands)["']\s?\)\s?\.\s?(?:system|popen|call|run|spawn|check_output|getoutput|exec\w{0,3})\s?\(|(?:;|\||&&|\$\(|`)\s?cat\s{1,3}\/etc\/(?:passwd|shadow)|\bo:\d{1,3}:\\?"[\w\\]{2,60}\\?":\d{1,3}:\{|!!python\/object(?:\/(?:apply|new))?:(?:os|subprocess|builtins|posix)\b|!!javax\.script\.scriptenginemanager|\bprocess\.mainmodule\.require\b|["';)}]\s?;?\s?require\s?\(\s?["']child_process["']\s?\)\s?\.\s?exec(?:sync)?\s?\(\s?["'](?:id|whoami|cat|curl|wget|rm|nc|bash|sh|ls|ping)\b|<\?(?:php|=)\s{0,3}@?(?:system|eval|exec|shell_exec|passthru|assert|popen|`)\s?\(?\s?\$_(?:get|post|request|cookie|server)\b|<\?php\s{1,3}echo\s{1,3}shell_exec\s?\(\s?\$_|\(\)\s?\{\s?:\s?;\s?\}\s?;/i,
  },
  {
    ...output,
    id: 'output/spreadsheet-formula',
    severity: 'high',
    score: 0.6,
    message: 'The output contains a spreadsheet formula that starts a program or sends cells elsewhere.',
    keywords: ['=cmd|', '+cmd|', '-cmd|', '@cmd|', '=hyperlink(', '=importxml(', '=importdata(', '=importhtml(', '=webservice(', '=image(', '=dde(', "|'/c", '|"/c', "=msexcel|", '@sum(', '=importfeed(', '=importrange('],
    pattern:
      /[=+@-](?:cmd|msexcel|powershell|rundll32|regsvr32|mshta)\s?\|\s?['"]|[=+@-]\s?(?:sum\([^)\n]{1,12}\)\s?[*+]\s?)?cmd\s?\|\s?['"]\s?\/c|=\s?(?:hyperlink|importxml|importdata|importhtml|importfeed|webservice|image)\s?\(\s?(?:concat(?:enate)?\s?\(\s?)?\\?["'](?:https?:)?\/\/[^"'\n]{1,80}\\?["']\s?(?:&|,)\s?(?:encodeurl\s?\(\s?)?\$?[a-z]{1,2}\$?\d{1,4}\b|=\s?dde\s?\(\s?\\?["']/i,
  },
]);
