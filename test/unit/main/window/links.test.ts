import { describe, expect, it } from 'vitest';
import { linkAddress, mapAddress } from '../../../../main/window/links.ts';

describe('links out of the app', () => {
  it('lead to the portal in use, over https only', () => {
    expect(linkAddress('portal', 'https://mdm.example')).toBe('https://mdm.example/');
    expect(linkAddress('portal', 'http://127.0.0.1:4000')).toBeNull();
    expect(linkAddress('portal', null)).toBeNull();
  });

  it('lead to a map at a place anywhere on the globe', () => {
    expect(mapAddress({ latitude: -33.868820001, longitude: -70.6693 })).toBe(
      'https://www.openstreetmap.org/?mlat=-33.86882&mlon=-70.66930#map=14/-33.86882/-70.66930',
    );
    expect(mapAddress({ latitude: 0, longitude: 1e-9 })).toContain('?mlat=0.00000&mlon=0.00000#');
  });

  it('lead to where most portals answer', () => {
    expect(linkAddress('default-portal', null)).toBe(
      'https://mydevices.mobileiron.com/user/login.html',
    );
  });
});
