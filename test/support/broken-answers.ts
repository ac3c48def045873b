import fc from 'fast-check';
import { z } from 'zod';
import { Failure } from '../../main/failure.ts';
import { createHttp } from '../../main/portal/http.ts';
import type { Http } from '../../main/portal/http.ts';
import type { Door, Portal } from '../../main/portal/portal.ts';
import { openSspDoor } from '../../main/portal/ssp/door.ts';
import { appError } from '../../preload/contract/errors.ts';
import { hastyClock } from './features.ts';
import { holdsNonsense, mutationsOf } from './mutations.ts';
import { startPortal } from './portal.ts';
import { silentLog } from './silent-log.ts';

/** A call of the client, the one answer of the portal that is broken for it, and what the page may get of it. */
export type BreakableCall = {
  /** `PUT /api/v1/ssp/device/lock` */
  answer: string;
  ask: (door: Door, portal: Portal) => Promise<unknown>;
  /** `nothing` for a call that tells the page nothing but that it worked. */
  shape: z.ZodType | 'nothing';
};

/** Good answers of a demo portal, by method and path. */
export type GoodAnswers = { texts: Map<string, string>; origin: string; token: string };

const isLong = process.env['LATCHKEY_LONG'] === '1';
/** So many broken answers to each call: ten thousand of each with LATCHKEY_LONG=1. */
export const runs = isLong ? 10_000 : 300;
/** In ms. */
export const patienceWithRuns = isLong ? 1_200_000 : 60_000;

const listPage = z.looseObject({ searchResults: z.array(z.unknown()) });

/** Two of each are enough to break, and a thousand times quicker than all. */
function shorten(text: string): string {
  const answer: unknown = JSON.parse(text);
  const parsed = z.object({ errors: z.null(), result: listPage }).safeParse(answer);
  if (!parsed.success) return text;
  const searchResults = parsed.data.result.searchResults.slice(0, 2);
  const result = { ...parsed.data.result, searchResults, totalCount: searchResults.length };
  return JSON.stringify({ errors: null, result });
}

const openDoor = (http: Http, origin: string): Door =>
  openSspDoor({
    http,
    origin,
    clock: hastyClock,
    log: silentLog,
    heard: () => undefined,
    ended: () => undefined,
  });

/** Makes every call once at a real demo portal, in the order in which they are given, and keeps the answers. */
export async function recordAnswers(
  calls: Readonly<Record<string, BreakableCall>>,
): Promise<GoodAnswers> {
  const demo = await startPortal();
  const texts = new Map<string, string>();
  const real = createHttp({
    resolveProxy: () => Promise.resolve('DIRECT'),
    userAgent: 'test',
    trustSystem: () => undefined,
  });
  const recording: Http = async (request) => {
    const answer = await real(request);
    texts.set(`${request.method} ${request.path}`, answer.text);
    return answer;
  };
  try {
    const door = openDoor(recording, demo.url);
    const { username, password } = demo;
    const { token } = await door.signIn({ username, password });
    const inside = door.enter(token);
    for (const { ask } of Object.values(calls)) await ask(door, inside);
    for (const [name, text] of texts) texts.set(name, shorten(text));
    return { texts, origin: demo.url, token };
  } finally {
    await demo.close();
  }
}

type Outcome = { value: unknown } | { cause: unknown };
const outcomeOf = (asked: Promise<unknown>): Promise<Outcome> =>
  asked.then(
    (value) => ({ value }),
    (cause: unknown) => ({ cause }),
  );

function isOfContract(outcome: Outcome, shape: BreakableCall['shape'], sent: string): boolean {
  if ('cause' in outcome)
    return outcome.cause instanceof Failure && appError.safeParse(outcome.cause.error).success;
  const { value } = outcome;
  if (shape === 'nothing') return value === undefined;
  return shape.safeParse(value).success && !holdsNonsense(value, sent);
}

/** Breaks the answer of a call in one to three places, again and again; all its other answers stay good. */
export async function survivesBrokenAnswers(
  { answer, ask, shape }: BreakableCall,
  { texts, origin, token }: GoodAnswers,
): Promise<void> {
  const good = texts.get(answer) ?? '';
  if (!good.includes('"errors":null')) throw new Error(`no good answer to ${answer}`);
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const header = (name: string): string | undefined => headers[name];
  await fc.assert(
    fc.asyncProperty(mutationsOf(good), async (broken) => {
      const http: Http = ({ method, path }) => {
        const name = `${method} ${path}`;
        const text = name === answer ? broken : (texts.get(name) ?? 'null');
        return Promise.resolve({ status: 200, text, header });
      };
      const door = openDoor(http, origin);
      const outcome = await outcomeOf(ask(door, door.enter(token)));
      return isOfContract(outcome, shape, broken);
    }),
    { numRuns: runs },
  );
}
