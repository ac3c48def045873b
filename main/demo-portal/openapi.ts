import { z } from 'zod';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { account, registration } from './schema/account.ts';
import { certificate, certificateType } from './schema/certificate.ts';
import { command } from './schema/command.ts';
import { config } from './schema/config.ts';
import { device, location } from './schema/device.ts';
import { envelope } from './schema/envelope.ts';
import { errorEnvelope, statusOfCode } from './schema/errors.ts';
import type { PortalCode } from './schema/errors.ts';
import { session } from './schema/session.ts';

type Json = { [name: string]: unknown };

const named: Record<string, z.ZodType> = {
  Account: account,
  Certificate: certificate,
  CertificateType: certificateType,
  Command: command,
  Config: config,
  Device: device,
  ErrorEnvelope: errorEnvelope,
  Location: location,
  Registration: registration,
  Session: session,
};

// Left in, `$id` would make the references inside a schema resolve against it instead of the document.
function withoutId(schema: Json): Json {
  const { $id: _, $schema: __, ...rest } = schema;
  return rest;
}

/** JSON schemas of the named parts and, under its operation's name, of every answer; references between them. */
function outputSchemas(): Map<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  for (const { name, result } of operations) registry.add(envelope(result), { id: name });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return new Map(Object.entries(schemas).map(([id, schema]) => [id, withoutId(schema)]));
}

function inputSchema(schema: z.ZodType): Json {
  return withoutId(z.toJSONSchema(schema, { io: 'input' }));
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function parameters({ path, query, idempotent }: Operation): Json[] {
  const { properties, required } = inputSchema(query);
  const needed = Array.isArray(required) ? required : [];
  const inQuery = Object.entries(isJson(properties) ? properties : {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: needed.includes(name),
    schema,
  }));
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } };
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'The same key is acted on once within 24 hours; its first answer is repeated.',
    schema: { type: 'string', maxLength: 255 },
  };
  return [...(path.includes('{id}') ? [id] : []), ...inQuery, ...(idempotent ? [key] : [])];
}

function requestBody({ body, form }: Operation): Json {
  if (body === 'none') return {};
  const type = body === 'form' ? 'application/x-www-form-urlencoded' : 'multipart/form-data';
  const schema = inputSchema(form);
  const encoding = { certificate: { contentType: 'application/x-pkcs12' } };
  const content = body === 'form' ? { schema } : { schema, encoding };
  return {
    requestBody: { required: schema['required'] !== undefined, content: { [type]: content } },
  };
}

function codesOf({ access, refusals }: Operation): PortalCode[] {
  const validation: PortalCode[] = ['NotBlank', 'Range', 'Pattern', 'Size', 'FileTooLarge'];
  const inSession: PortalCode[] =
    access === 'open' ? [] : ['SessionExpired', 'PasswordExpired', 'TenantSuspended'];
  const proof: PortalCode[] = access === 'proof' ? ['ReauthRequired'] : [];
  return [...new Set([...validation, ...inSession, ...proof, ...refusals])];
}

function refusalResponses(operation: Operation): Json {
  const byStatus = Map.groupBy(codesOf(operation), (code) => statusOfCode[code]);
  const content = {
    'application/json': { schema: { $ref: '#/components/schemas/ErrorEnvelope' } },
  };
  const responses = [...byStatus].map(([status, codes]): [string, Json] => [
    String(status),
    { description: codes.join(', '), content },
  ]);
  return Object.fromEntries(responses);
}

function describe(operation: Operation, answer: Json): Json {
  const ok = { description: 'Done.', content: { 'application/json': { schema: answer } } };
  return {
    operationId: operation.name,
    summary: operation.summary,
    security: operation.access === 'open' ? [] : [{ bearer: [] }],
    parameters: parameters(operation),
    ...requestBody(operation),
    responses: {
      '200': ok,
      ...refusalResponses(operation),
      '503': { description: 'Maintenance, or too much at once; the body may be HTML.' },
    },
  };
}

/**
 * The OpenAPI 3.1 document of the portal, made from the schemas that it validates with.
 * @param origin the server's address, `http://127.0.0.1:8123`
 */
export function openApiDocument(origin: string): Json {
  const schemas = outputSchemas();
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const answer = schemas.get(operation.name) ?? {};
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] = describe(operation, answer);
  }
  const parts = [...schemas].filter(([name]) => Object.hasOwn(named, name));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Self-service portal for end users, as Latchkey speaks it',
      version: '1.0.0',
      description:
        'Dates are epoch milliseconds. Ids belong to the signed-in account; anybody else’s is answered 404.',
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths,
    components: {
      schemas: Object.fromEntries(parts),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  };
}
