export const outputExamples = {};
