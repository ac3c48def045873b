import { describe, expect, it } from 'vitest';
import { readLogo } from '../../../../main/session/looks.ts';
import type { Branding } from '../../../../preload/contract/session.ts';
import type { Fault } from '../../../portal/faults.ts';
import type { TestFeatures } from '../../../support/features.ts';
import { patience } from '../../../support/patience.ts';
import { prepareSessions, sessionOf } from './session-fixture.ts';

const { line, open, credentials } = prepareSessions();

const logo = 'GET /api/v1/ssp/branding/logo.png';

async function brandingOf(app: TestFeatures): Promise<Branding | undefined> {
  const session = await sessionOf(app);
  return session.status === 'signed-in' ? session.portal.branding : undefined;
}

/** The branding with one of its fields replaced. */
const withBranding = (field: string, value: unknown): Fault => ({
  kind: 'json',
  change: (whole): unknown =>
    JSON.parse(JSON.stringify(whole, (key, was: unknown) => (key === field ? value : was))),
});

async function signInWith(fault?: Fault, call = 'loginOptions'): Promise<Branding | undefined> {
  const app = open();
  // The first one is for the sign-in itself.
  if (fault !== undefined) line().fault(fault, { call, times: 9 });
  await app.call('session.signIn', credentials());
  await expect.poll(() => brandingOf(app), patience).toBeDefined();
  return brandingOf(app);
}

function png(width: number, height: number, size = 100): Uint8Array {
  const bytes = Buffer.alloc(size);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('the looks of the tenant', () => {
  it('come with the session, fetched without its secret', async () => {
    const branding = await signInWith(withBranding('accentColor', '#1F6FEB'));
    expect(branding?.accentColor).toBe('#1f6feb');
    const bytes = Buffer.from(branding?.logo?.split(',')[1] ?? '', 'base64');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([182, 34]);
    const asked = line()
      .requests()
      .filter(({ call }) => call === logo);
    expect(asked.map(({ authorized }) => authorized)).toEqual([false]);
  });

  it.each(['red', '#12345', '#1234567', 'url(//evil.example)', '#fff;x', 7, null])(
    'have no accent colour when the portal says %j',
    async (value) => {
      expect((await signInWith(withBranding('accentColor', value)))?.accentColor).toBeNull();
    },
  );

  it.each([
    'https://elsewhere.example/logo.png',
    '//elsewhere.example/logo.png',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'file:///etc/passwd',
    7,
    null,
  ])('have no logo when it is at %j', async (value) => {
    expect((await signInWith(withBranding('logoUrl', value)))?.logo).toBeNull();
    expect(line().count(logo)).toBe(0);
  });

  it.each<[string, Fault]>([
    ['an error', { kind: 'answer', status: 500, body: 'no' }],
    ['a page', { kind: 'html-login' }],
    ['a reset', { kind: 'reset', when: 'mid-body' }],
    ['a redirect', { kind: 'redirect', to: 'https://elsewhere.example/', status: 302 }],
    ['20 MB', { kind: 'huge', bytes: 20_000_000, chunked: true }],
  ])('have no logo when there is %s in its place', async (_what, fault) => {
    expect(await signInWith(fault, logo)).toMatchObject({ logo: null });
    expect(line().count(logo)).toBe(1);
  });
});

describe('a logo', () => {
  it('is a PNG of a sane size', () => {
    expect(readLogo(png(182, 34))).toMatch(/^data:image\/png;base64,iVBORw0KGgo/u);
    expect(readLogo(png(1024, 512, 65_536))).not.toBeNull();
  });

  it.each([
    ['too large a file', png(182, 34, 65_537)],
    ['too wide', png(1025, 34)],
    ['too high', png(182, 513)],
    ['without width', png(0, 34)],
    ['with a length beyond 2^31', png(0xff_ff_ff_ff, 34)],
    ['cut off', png(182, 34).subarray(0, 20)],
    ['empty', new Uint8Array()],
    ['SVG', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(80)}</svg>`)],
    ['JPEG', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(96)])],
  ])('is none when it is %s', (_what, bytes) => {
    expect(readLogo(bytes)).toBeNull();
  });
});
