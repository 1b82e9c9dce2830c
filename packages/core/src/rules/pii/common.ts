/** OWASP: sensitive information disclosure. ATLAS: LLM data leakage. */
export const PII_REFERENCES = ['LLM02', 'AML.T0057'] as const;

/**
 * Upper end of `digits`: a row may hold several numbers between which only `|` or `;` stands, as in an export, so its
 * length says little.
 */
export const MANY = 100_000;
