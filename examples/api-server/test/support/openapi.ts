import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';

interface MediaType {
  readonly schema?: object;
}
interface Operation {
  readonly operationId?: string;
  readonly security?: readonly object[];
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, MediaType>> }>>;
}

/** What is read of a document here. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Checker {
  /** Fails the test when an answer is not what the document says of its operation. */
  check(method: string, path: string, response: Response, body: string): void;
  /** `POST /v1/scan 200`, for each answer that was checked. */
  readonly seen: ReadonlySet<string>;
}

const STREAMED: readonly string[] = ['text/plain', 'text/csv', 'text/event-stream', 'application/x-ndjson'];

/** Compares answers with the schemas of an OpenAPI document. */
export function responseChecker(document: OpenApiDocument): Checker {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const compiled = new Map<object, ValidateFunction>();
  const seen = new Set<string>();

  function validatorOf(schema: object): ValidateFunction {
    const known = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, known);
    return known;
  }

  return {
    seen,
    check(method, path, response, body) {
      const template = Object.keys(document.paths).find((candidate) => patternOf(candidate).test(path));
      const operation = template === undefined ? undefined : document.paths[template]?.[method.toLowerCase()];
      if (template === undefined || operation === undefined) return;
      const { status } = response;
      const answer = operation.responses?.[String(status)] ?? operation.responses?.[`${Math.floor(status / 100)}XX`];
      const where = `${method} ${template} ${status}`;
      expect(answer, `${where} is in the document`).toBeDefined();
      const type = response.headers.get('content-type')?.split(';')[0] ?? '';
      expect(Object.keys(answer?.content ?? {}), `type of ${where}`).toContain(type);
      seen.add(where);
      const schema = answer?.content?.[type]?.schema;
      if (schema === undefined || STREAMED.includes(type)) return;
      const validate = validatorOf(schema);
      expect(validate(JSON.parse(body)), `${where}: ${JSON.stringify(validate.errors)}`).toBe(true);
    },
  };
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
