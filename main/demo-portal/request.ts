import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { MiddlewareHandler } from 'hono';
import type { Operation, RawRequest } from './operation.ts';
import { maxFileBytes } from './portal.ts';
import { refuse, refuseField } from './refusal.ts';

const formLimit = 64 * 1024;
const contentTypes = {
  form: ['application/x-www-form-urlencoded'],
  multipart: ['multipart/form-data'],
};

/** Stops reading a body that is larger than the call can need. */
export function limitBody(operation: Operation): MiddlewareHandler {
  const maxSize = operation.body === 'multipart' ? maxFileBytes + formLimit : formLimit;
  return bodyLimit({
    maxSize,
    onError: () => {
      throw refuse('FileTooLarge', `A request has at most ${maxSize} bytes.`);
    },
  });
}

async function readForm(context: Context, operation: Operation): Promise<Record<string, unknown>> {
  if (operation.body === 'none') return {};
  const contentType = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (contentType === undefined) return {};
  if (!contentTypes[operation.body].includes(contentType)) {
    throw refuseField('Pattern', 'Content-Type', `must be ${contentTypes[operation.body].join()}`);
  }
  try {
    return await context.req.parseBody({ all: true });
  } catch {
    throw refuseField('Pattern', 'body', 'could not be read');
  }
}

/**
 * Reads a request for an operation. `ids` is a list even when it occurs once, as the vendor repeats the key.
 * @throws Refusal 400 for a body of another content type or one that can't be read, `NotFound` for an id
 * that is none
 */
export async function readRequest(context: Context, operation: Operation): Promise<RawRequest> {
  const form = await readForm(context, operation);
  const ids = form['ids'];
  const url = new URL(context.req.url);
  const idText = context.req.param('id');
  if (idText !== undefined && !/^[1-9]\d{0,14}$/u.test(idText)) {
    throw refuse('NotFound', 'There is nothing with that id.');
  }
  return {
    query: context.req.query(),
    form: typeof ids === 'string' ? { ...form, ids: [ids] } : { ...form },
    id: Number(idText ?? 0),
    origin: url.origin,
  };
}
