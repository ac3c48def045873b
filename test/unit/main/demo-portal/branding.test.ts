import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loginOptions } from '../../../../main/demo-portal/schema/session.ts';
import { openPortal } from './portal-fixture.ts';
import type { PortalFixture } from './portal-fixture.ts';

let portal: PortalFixture;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

describe('the addresses for people', () => {
  it('have a page, and nothing in it that runs', async () => {
    for (const path of ['/go', '/user/login.html']) {
      const response = await fetch(portal.url + path);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(await response.text()).not.toContain('script');
    }
  });
});

describe('the tenant’s logo', () => {
  it('is a PNG of 182 by 34 pixels with ink in it, and needs no session', async () => {
    const { branding } = loginOptions.parse((await portal.ask('/login/options')).result);
    const response = await fetch(branding.logoUrl);
    expect(response.headers.get('content-type')).toBe('image/png');
    const png = Buffer.from(await response.arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([182, 34]);
    const length = png.readUInt32BE(33);
    const rows = inflateSync(png.subarray(41, 41 + length));
    expect(rows).toHaveLength(34 * (182 * 4 + 1));
    expect(
      rows.filter((_, index) => index % 729 > 0 && (index % 729) % 4 === 0).some(Boolean),
    ).toBe(true);
  });
});
