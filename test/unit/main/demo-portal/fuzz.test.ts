import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../../../main/demo-portal/operations.ts';
import { devices, minute, openPortal } from './portal-fixture.ts';
import type { PortalFixture } from './portal-fixture.ts';

let portal: PortalFixture;
let token: string;
beforeAll(async () => {
  portal = await openPortal();
  token = await portal.signIn('ines');
});
afterAll(() => portal.close());

const words = (text: string): string[] => text.split(/\s+/u).filter(Boolean);
const names = words(`
  ids message phoneNumber osxLockPin osxWipePin unlockCode confirmName preserveDataPlan ownershipType
  typeId certificate password description username pin newPassword currentPassword emailAddress displayName
  version code codeVerifier rows start q sortFields[0].name __proto__ constructor toString
`);

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(...Object.values(devices).map(String), '501', '502', '8101', '1e9', 'NaN', '-0'),
  fc.constantFrom(
    'true',
    'USER_OWNED',
    'ines.declercq@haldenvoss.example',
    '\0',
    '\ud800',
    '１２３',
  ),
);
const fields = fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 8 });

const body = fc.oneof(
  fields.map((pairs): RequestInit => ({ body: new URLSearchParams(pairs) })),
  fields.map((pairs): RequestInit => {
    const form = new FormData();
    for (const [name, text] of pairs) form.append(name, new Blob([text]), 'x.p12');
    for (const [name, text] of pairs) form.append(name, text);
    return { body: form };
  }),
  fc
    .tuple(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom(
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'multipart/form-data; boundary=x',
        'application/json',
        'text/html; charset=utf-7',
      ),
    )
    .map(([bytes, type]): RequestInit => ({ body: bytes, headers: { 'Content-Type': type } })),
);

/** Sends one request as it is. @returns its status */
async function send(name: string, id: string, query: string, init: RequestInit): Promise<number> {
  const operation = operations.find((one) => one.name === name);
  const path = operation?.path.replace('{id}', encodeURIComponent(id.toWellFormed())) ?? '';
  const method = operation?.method ?? 'GET';
  const { body: content, ...rest } = init;
  const response = await fetch(`${portal.url}/api/v1${path}?${query}`, {
    ...rest,
    ...(method === 'GET' ? {} : { body: content ?? null }),
    method,
    headers: { ...Object.fromEntries(new Headers(init.headers)), Authorization: `Bearer ${token}` },
  });
  await response.arrayBuffer();
  if (response.status === 401) {
    portal.pass(6 * minute);
    token = await portal.signIn('ines');
  }
  return response.status;
}

describe('the portal', () => {
  it('answers whatever is sent to it, and never with 500', async () => {
    const call = fc.constantFrom(...operations.map(({ name }) => name));
    const id = fc.oneof(value, fc.constantFrom('8101', ...Object.values(devices).map(String)));
    const query = fields.map((pairs) => new URLSearchParams(pairs).toString());
    await fc.assert(
      fc.asyncProperty(call, id, query, body, async (name, text, search, init) => {
        expect(await send(name, text, search, init)).toBeLessThan(500);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
