export const exfiltrationExamples = {};
