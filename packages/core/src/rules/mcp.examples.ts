export const mcpExamples = {};
