import type { z } from 'zod';
import type { Portal } from './portal.ts';
import type { PortalCode } from './schema/errors.ts';
import type { AccountRecord, SessionRecord } from './state.ts';
import { refuseInput } from './validation.ts';

/** How a call is described: to the router, to validation and to the OpenAPI document alike. */
type Description<Q extends z.ZodType, F extends z.ZodType, R extends z.ZodType> = {
  /** `lockDevice` */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/v1`; `{id}` stands for an id. */
  path: string;
  summary: string;
  query: Q;
  form: F;
  body: 'none' | 'form' | 'multipart';
  result: R;
  /** Codes besides those of validation and of the session. */
  refusals: readonly PortalCode[];
};

/** A request as the router hands it over: nothing in it is trusted yet. */
export type RawRequest = {
  query: Record<string, unknown>;
  form: Record<string, unknown>;
  id: number;
  /** `http://127.0.0.1:8123`, as the client wrote it. */
  origin: string;
};

type OpenCall<Q, F> = { portal: Portal; now: number; query: Q; form: F; origin: string };

type SignedInCall<Q, F> = OpenCall<Q, F> & {
  session: SessionRecord;
  account: AccountRecord;
  /** The id in the path; 0 where the path has none. */
  id: number;
};

/** What the session needs for a call: none at all, one, or one whose password proof is fresh. */
type Access = 'open' | 'session' | 'proof';

/** A call of the portal, ready for the router. `run` validates, answers and validates the answer. */
export type Operation = Description<z.ZodType, z.ZodType, z.ZodType> & {
  access: Access;
  /** The call answers although the password has expired. */
  withExpiredPassword: boolean;
  /** `Idempotency-Key` is honoured. */
  idempotent: boolean;
  /** It is asked in the background and doesn't keep the session alive. */
  passive: boolean;
  run: (
    portal: Portal,
    request: RawRequest,
    who: { session: SessionRecord; account: AccountRecord } | null,
  ) => Promise<unknown>;
};

type Answer<C, R extends z.ZodType> = (call: C) => z.input<R> | Promise<z.input<R>>;

type Options = Partial<Pick<Operation, 'withExpiredPassword' | 'idempotent' | 'passive'>>;

function accept<S extends z.ZodType>(schema: S, input: Record<string, unknown>): z.output<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw refuseInput(parsed.error, input);
  return parsed.data;
}

/** A call that needs no session. */
export function openCall<Q extends z.ZodType, F extends z.ZodType, R extends z.ZodType>(
  description: Description<Q, F, R>,
  answer: Answer<OpenCall<z.output<Q>, z.output<F>>, R>,
): Operation {
  return {
    ...description,
    access: 'open',
    withExpiredPassword: true,
    idempotent: false,
    passive: false,
    run: async (portal, request) =>
      description.result.parse(
        await answer({
          portal,
          now: portal.now(),
          query: accept(description.query, request.query),
          form: accept(description.form, request.form),
          origin: request.origin,
        }),
      ),
  };
}

/**
 * A call on behalf of the signed-in person.
 * @param description the call; `access: 'proof'` when the password must have been proven just now
 * @param answer what it does; throws a Refusal for every expected failure
 */
export function sessionCall<Q extends z.ZodType, F extends z.ZodType, R extends z.ZodType>(
  description: Description<Q, F, R> & Options & { access?: 'session' | 'proof' },
  answer: Answer<SignedInCall<z.output<Q>, z.output<F>>, R>,
): Operation {
  return {
    access: 'session',
    withExpiredPassword: false,
    idempotent: false,
    passive: false,
    ...description,
    run: async (portal, request, who) => {
      if (who === null) throw new Error(`${description.name} ran without a session`);
      return description.result.parse(
        await answer({
          portal,
          now: portal.now(),
          query: accept(description.query, request.query),
          form: accept(description.form, request.form),
          origin: request.origin,
          id: request.id,
          ...who,
        }),
      );
    },
  };
}
