/** Whether a file is sent to the builder. The last pattern that matches it, or a folder above it, decides. */
export function isInContext(ignoreFile: string, path: string): boolean {
  const parts = path.split('/');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return ignoreFile
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .reduce((isIncluded, line) => {
      const isException = line.startsWith('!');
      const pattern = expressionOf(isException ? line.slice(1) : line);
      return paths.some((each) => pattern.test(each)) ? isException : isIncluded;
    }, true);
}

function expressionOf(glob: string): RegExp {
  const source = glob
    .replaceAll(/[.+^$()|[\]{}\\]/g, '\\$&')
    .replaceAll('**/', '<any>')
    .replaceAll('*', '[^/]*')
    .replaceAll('<any>', '(?:.*/)?');
  return new RegExp(`^${source}$`);
}
