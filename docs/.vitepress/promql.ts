/** Enough of PromQL for colours; no grammar of it comes with the highlighter. */
export const promql = {
  name: 'promql',
  scopeName: 'source.promql',
  repository: {},
  patterns: [
    { name: 'comment.line', match: '#.*$' },
    { name: 'string.quoted', match: '"(?:\\\\.|[^"\\\\])*"' },
    {
      name: 'keyword.operator',
      match: '\\b(?:and|or|unless|by|without|on|ignoring|group_left|group_right|bool|offset)\\b',
    },
    { name: 'support.function', match: '\\b[a-z_]+(?=\\s*\\(|\\s+(?:by|without)\\b)' },
    { name: 'constant.numeric', match: '\\b\\d+(?:\\.\\d+)?(?:ms|[smhdwy])?\\b' },
    { name: 'keyword.operator', match: '=~|!~|!=|==|>=|<=|[-+*/%^<>=]' },
  ],
};
