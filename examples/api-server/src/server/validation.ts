import { Ajv, type Options } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';

const shared: Options = { useDefaults: true, removeAdditional: false, strict: false };

/**
 * A body must be as the schema says: a number is no text, and a member that nobody knows is an error, not a slip that goes
 * unnoticed. In an address everything is text, so there numbers are read from it.
 */
export function validateStrictly(server: FastifyInstance): void {
  const ofBody = new Ajv({ ...shared, coerceTypes: false });
  const ofAddress = new Ajv({ ...shared, coerceTypes: true });
  addFormats.default(ofBody);
  addFormats.default(ofAddress);
  server.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? ofBody : ofAddress).compile(schema as object),
  );
}
